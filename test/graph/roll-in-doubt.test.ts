import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { refusal } from '#cards/refusal.card.ts';
import { type Verb, verbs } from '#cards/verbs.ts';
import { pressForged } from '#test/support/forged-press.ts';
import { onScreen, ownChat, quiet } from '#test/support/telling.ts';
import { catalogApp, groups, night, openPeople, schoolInEntra } from './school-in-entra.ts';

type Started = Awaited<ReturnType<typeof schoolInEntra>>;
const many = ['robyn', 'owen', 'daniel', 'carys', 'wendy'];

describe('a list of people that is more likely broken than right', () => {
  let started: Started;
  afterEach(() => started.close());
  const as = (name: string) => started.school.teams.as(name);
  const idOf = (name: string) => started.school.teams.idOf(name);
  const gone = async (names: string[]) => {
    for (const name of names) {
      const id = await idOf(name);
      for (const group of Object.values(groups)) started.graph.leave(group, id);
    }
    await night(started.school);
  };
  const letIn = async (name: string) => {
    await as(name).say('help');
    const last = (await as(name).messages()).at(-1);
    return /What you can write here/.test(last?.card?.text ?? last?.text ?? '');
  };
  const asked = async () => (await ownChat(as('idris'))).match(/Have so many people really left\?/g)?.length ?? 0;

  it('changes nothing and asks the coordinator, once', async () => {
    started = await schoolInEntra();
    await gone(many);
    assert.match(await ownChat(as('idris')), /By the new list of people 5 of 12 would have left at once/);
    for (const name of many) assert.equal(await letIn(name), true);
    const before = await asked();
    await night(started.school);
    assert.equal(await asked(), before);
  });

  it('is taken over once the coordinator says that it is right', async () => {
    started = await schoolInEntra();
    await gone(many);
    assert.match(await openPeople(as('idris')), /5 of 12 would have left/);
    await as('idris').press('It is right: 5 have left');
    assert.match(await onScreen(as('idris')), /Thank you/);
    await quiet(started.school);
    assert.equal(await letIn('robyn'), false);
    assert.equal(await letIn('keisha'), true);
    assert.doesNotMatch(await openPeople(as('idris')), /would have left/);
  });

  it('is asked about again where even more are gone than was agreed to', async () => {
    started = await schoolInEntra();
    await gone(many);
    await openPeople(as('idris'));
    for (const name of ['keisha', 'grace']) for (const group of Object.values(groups)) started.graph.leave(group, await idOf(name));
    await as('idris').press('It is right: 5 have left');
    await quiet(started.school);
    assert.equal(await letIn('robyn'), true);
    assert.match(await openPeople(as('idris')), /7 of 12 would have left/);
  });

  it('that is empty and confirmed locks no administrator out', async () => {
    started = await schoolInEntra();
    await gone([...many, 'keisha', 'anita', 'judith', 'idris', 'tomasz', 'grace', 'yusuf']);
    assert.match(await openPeople(as('idris')), /The list of people came empty/);
    await as('idris').press('It is right: 12 have left');
    await quiet(started.school);
    assert.equal(await letIn('anita'), false);
    assert.equal(await letIn('idris'), true);
  });

  it('two or three leavers of twelve are nothing out of the ordinary', async () => {
    started = await schoolInEntra();
    await gone(['robyn', 'owen', 'wendy']);
    assert.equal(await letIn('robyn'), false);
    assert.doesNotMatch(await ownChat(as('idris')), /really left/);
  });
});

describe('the app for everybody on the list', () => {
  let started: Started;
  afterEach(() => started.close());
  const as = (name: string) => started.school.teams.as(name);
  const idOf = (name: string) => started.school.teams.idOf(name);

  it('is installed for those who have not got it, and nobody else', async () => {
    started = await schoolInEntra();
    await as('keisha').setApp('absent');
    await as('grace').setApp('absent');
    assert.match(await openPeople(as('idris')), /2 people cannot be written to/);
    await as('idris').press('Show who cannot be reached');
    assert.match(await onScreen(as('idris')), /Mrs Grace Ferris: they do not have the app/);
    await as('idris').press('Back to people');
    await as('idris').press('Install for everybody who hasn’t got it');
    await quiet(started.school);
    assert.deepEqual([...started.graph.installed].sort(), [await idOf('keisha'), await idOf('grace')].sort());
    assert.match(await openPeople(as('idris')), /Everybody can be written to.*Last installed for 2: 10:00/s);
  });

  it('is installed by a press that reads once who has not got it', async () => {
    started = await schoolInEntra();
    await as('keisha').setApp('absent');
    await openPeople(as('idris'));
    const { records } = started.school.store;
    const list = records.list.bind(records);
    let readings = 0;
    records.list = (key, query) => {
      if (query.kind === 'reach') readings += 1;
      return list(key, query);
    };
    await as('idris').press('Install for everybody who hasn’t got it');
    assert.equal(readings, 1);
  });

  it('stops in words where it is not allowed, and goes on by itself where Graph is only busy', async () => {
    started = await schoolInEntra();
    await as('keisha').setApp('absent');
    const installing = { paths: /installedApps/, answer: { status: 403, code: 'Forbidden' } };
    started.graph.fail(installing);
    await openPeople(as('idris'));
    await as('idris').press('Install for everybody who hasn’t got it');
    await quiet(started.school);
    assert.match(await openPeople(as('idris')), /It stopped before the end\..*does not allow this app/s);
    started.graph.fail({ paths: /installedApps/, answer: { status: 429, code: 'TooManyRequests', after: '120' } });
    await as('idris').press('Install for everybody who hasn’t got it');
    await quiet(started.school);
    assert.equal(started.graph.installed.size, 0);
    await started.school.later(3);
    await quiet(started.school);
    assert.deepEqual([...started.graph.installed], [await idOf('keisha')]);
  });

  it('is nobody’s business who does not run training, whatever they press', async () => {
    started = await schoolInEntra();
    for (const who of ['robyn', 'judith', 'wendy', 'grace'])
      for (const verb of verbs.filter((one): one is Verb & `people.${string}` => one.startsWith('people.'))) {
        const said = await pressForged(started.school, who, verb, { command: '00000001ZZZZZZZZZZZZ', page: '0' });
        assert.equal(said, refusal('nothing-here'), `${who} ${verb}`);
      }
    assert.equal(
      started.graph.requests.some((path) => path.includes(catalogApp)),
      false,
    );
  });
});
