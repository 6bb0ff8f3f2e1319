import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { openStore } from '#bot/open-store.ts';
import type { SetUpEvent } from '#domain/set-up.ts';
import type { Member } from '#domain/training/member.ts';
import { loadRoll } from '#stores/roll-record.ts';
import { loadSettings, saveSettings } from '#stores/settings-record.ts';
import type { TrainingBody } from '#stores/training-record.ts';
import { type SchoolOptions, startSchool, type TestSchool } from '#test/support/school.ts';
import { ownChat, quiet } from '#test/support/telling.ts';
import { night, openPeople } from './school-in-entra.ts';

describe('the roll of a school file', () => {
  let folder: string;
  let school: TestSchool;
  const start = async (options: SchoolOptions = {}) => {
    school = await startSchool({ ...options, store: await openStore({ kind: 'sqlite', file: join(folder, 'roll.sqlite') }) });
  };
  /** Local Teams is at another address then: what was sent to the old one is sent again a little later. */
  const again = async (options: SchoolOptions = {}) => {
    await quiet(school);
    await school.close();
    await start(options);
    while ((await school.store.records.due(school.clock.now(), 1)).length > 0) {
      await pause(20);
      await school.later(1);
    }
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'roll-'));
  });
  afterEach(async () => {
    await school.close();
    await rm(folder, { recursive: true });
  });
  const list = async <Body>(kind: 'member' | 'training') =>
    (await school.store.records.list<Body>('larkfield', { kind, order: 'oldest', limit: 50 })).items;
  const letIn = async (name: string) => {
    await school.teams.as(name).say('help');
    const last = (await school.teams.as(name).messages()).at(-1);
    return /What you can write here/.test(last?.card?.text ?? last?.text ?? '');
  };

  it('begins with everybody in it: each has a member and a training document', async () => {
    await start();
    await quiet(school);
    const { source, since } = (await loadRoll(school.store.records, 'larkfield'))?.body ?? {};
    assert.deepEqual([source, since], ['file', '2026-11-23']);
    const members = await list<Member>('member');
    assert.equal(members.length, 12);
    assert.deepEqual(
      members.filter(({ body }) => body.firstSeen !== undefined || body.left !== undefined),
      [],
    );
    const training = await list<TrainingBody>('training');
    assert.equal(training.length, 12);
    assert.equal(
      training.every(({ index }) => index.status === 'here'),
      true,
    );
  });

  it('writes nothing when the bot starts again with the same file, nor in the night', async () => {
    await start();
    await quiet(school);
    const before = [...(await list('member')), ...(await list('training'))].map(({ etag }) => etag);
    await again();
    await night(school);
    assert.deepEqual(
      [...(await list('member')), ...(await list('training'))].map(({ etag }) => etag),
      before,
    );
  });

  it('takes a changed file over at the next start: who is new, and who has left', async () => {
    await start({ without: ['owen'] });
    await again({ without: ['robyn'], at: '2026-11-30T10:00:00.000Z' });
    const members = (await list<Member>('member')).map(({ body }) => body);
    assert.equal(members.find(({ name }) => name === 'Mr Owen Brandt')?.firstSeen, '2026-11-30T10:00:00.000Z');
    assert.equal(members.find(({ name }) => name === 'Ms Robyn Patel')?.left, '2026-11-30');
    assert.equal(await letIn('owen'), true);
    const text = await openPeople(school.teams.as('idris'));
    assert.match(text, /1 person is new\. 1 person has left\./);
    assert.match(text, /It comes from the school file/);
  });

  it('is not believed when half of the file is gone: nobody is turned away, and the coordinator is asked', async () => {
    await start();
    await again({ without: ['robyn', 'owen', 'keisha', 'carys', 'wendy', 'tomasz'] });
    assert.match(await ownChat(school.teams.as('idris')), /By the new list of people 6 of 12 would have left at once/);
    assert.equal((await list<Member>('member')).filter(({ body }) => body.left !== undefined).length, 0);
  });

  it('says how the app is installed, where it cannot do that itself', async () => {
    await start();
    await quiet(school);
    await school.teams.as('keisha').setApp('absent');
    assert.match(
      await openPeople(school.teams.as('idris')),
      /1 person cannot be written to\.\nWhoever runs your Microsoft 365 installs the app/,
    );
  });

  it('moves a training document when its first due day changes with the school’s rules', async () => {
    await start();
    await quiet(school);
    const source = { records: school.store.records, initialSettings: () => school.file.settings };
    const stand = async () => Object.fromEntries((await list('training')).map(({ index }) => [index.person, index.at]));
    const before = await stand();
    const idris = `${school.file.tenantId}:${await school.teams.idOf('idris')}`;
    const given: SetUpEvent = {
      type: 'rule-set-chosen',
      ruleSet: 'headteacher-first',
      at: school.clock.now(),
      by: idris,
    };
    const change = { command: 'c1', by: idris, now: school.clock.now(), events: [given], notices: [], newId: () => 'x' };
    await saveSettings(school.store.records, await loadSettings(source, 'larkfield'), change);
    await school.later(1);
    await quiet(school);
    assert.notDeepEqual(await stand(), before);
  });
});
