import assert from 'node:assert/strict';
import { createFileDirectory } from '#bot/graph/directory.file.ts';
import { parseSchoolFile } from '#bot/graph/school-file.ts';
import { readSchool } from './fake-bot.ts';

const tenant = '7e1f5a00-0000-4000-8000-00000000c0de';
const shah = 'a1000000-0000-4000-8000-000000000004';

describe('the made-up school', () => {
  it('has holders as whole person ids, each of them in its directory', () => {
    const school = readSchool();
    assert.deepEqual(school.settings.holders.dsl, [`${tenant}:${shah}`]);
    const directory = createFileDirectory(school, []);
    const holders = Object.values(school.settings.holders).flat();
    assert.deepEqual(
      holders.filter((id) => directory.person('larkfield', id) === undefined),
      [],
    );
  });

  it('lists no pupil, though pupils have accounts', () => {
    const school = readSchool();
    const directory = createFileDirectory(school, []);
    assert.equal(school.local.tenantOnly.length, 2);
    assert.deepEqual(
      school.local.tenantOnly.filter(({ id }) => directory.person('larkfield', `${tenant}:${id}`) !== undefined),
      [],
    );
  });

  it('puts its alerts only where they are known to be', () => {
    const school = readSchool();
    const known = [...school.local.chats, ...school.local.teams.flatMap(({ channels }) => channels)].map(({ id }) => id);
    assert.deepEqual(
      school.settings.places.filter(({ conversationId }) => !known.includes(conversationId)),
      [],
    );
  });
});

describe('the directory of a school file', () => {
  const directory = createFileDirectory(readSchool(), [`${tenant}:${shah.toUpperCase()}`]);

  it('knows its own tenant and school, and no other', () => {
    assert.equal(directory.schoolOf(tenant.toUpperCase()), 'larkfield');
    assert.equal(directory.schoolOf(shah), undefined);
    assert.equal(directory.person('another', `${tenant}:${shah}`), undefined);
    assert.deepEqual(directory.people('another'), []);
  });

  it('counts the administrators of the file and of the configuration', () => {
    const administrators = directory.people('larkfield').filter(({ id }) => directory.isAdministrator(id));
    assert.deepEqual(
      administrators.map(({ name }) => name),
      ['Mrs Anita Shah', 'Mr Idris Field'],
    );
  });
});

describe('a school file with mistakes', () => {
  it('is refused with every place that is wrong and none of its values', () => {
    const wrong = { school: 'A School', name: 'Ashby', tenantId: tenant, people: [{ id: 'secret', name: 'Robyn', kind: 'pupil' }] };
    assert.throws(
      () => parseSchoolFile(wrong),
      (error: Error) => {
        for (const place of ['school', 'people.0.id', 'people.0.kind'])
          assert.match(error.message, new RegExp(place.replaceAll('.', '\\.')));
        assert.doesNotMatch(error.message, /Robyn|secret/);
        return true;
      },
    );
  });

  it('is refused for settings that make no sense', () => {
    const wrong = { school: 'ashby', name: 'Ashby', tenantId: tenant, people: [], settings: { calendar: { opens: '25:00' } } };
    assert.throws(() => parseSchoolFile(wrong), /settings\.calendar\.opens/);
  });
});
