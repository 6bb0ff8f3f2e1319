import assert from 'node:assert/strict';
import { type App, createApp } from '#bot/app.ts';
import { createLog } from '#bot/log.ts';
import { openStore } from '#bot/open-store.ts';
import { roundId } from '#stores/round-record.ts';
import { until } from '#test/support/campaigns.ts';
import { type FaultyStore, faultyStore } from '#test/support/faulty-store.ts';
import { countingIds } from '#test/support/ids.ts';
import { sendReminder } from '#test/support/reminding.ts';
import { cardOf, had, passTo, rounds, schoolWithDue, storedRound } from '#test/support/rounds.ts';
import { configFor, type TestSchool } from '#test/support/school.ts';
import { quiet } from '#test/support/telling.ts';

const names = ['robyn', 'owen', 'wendy', 'tomasz', 'carys', 'judith', 'anita', 'daniel', 'idris'];
const everybodyDue = Object.fromEntries(names.map((name) => [name, { 'cyber-bullying': '2026-11-24' }]));
const sunday = '2026-11-22T10:00:00.000Z';
const monday = '2026-11-23T08:00:00.000Z';

describe('a round', function () {
  this.timeout(20_000);
  let school: TestSchool;
  let others: App[];
  beforeEach(() => {
    others = [];
  });
  afterEach(async () => {
    for (const app of others) await app.close();
    await school.close();
  });
  const as = (who: string) => school.teams.as(who);
  const each = () => Promise.all(names.map((name) => had(as(name))));
  const once = names.map(() => 1);

  /** Another process of the same bot, with the same store. */
  async function another(): Promise<App> {
    const newId = countingIds();
    for (let n = 0; n < 5_000; n += 1) newId();
    const { clock, file, teams, store } = school;
    const app = await createApp({
      config: configFor(teams.serviceUrl),
      schoolFile: file,
      now: clock.now,
      machineNow: clock.machineNow,
      newId,
      log: createLog('silent'),
      store: { ...store, close: async () => {} },
    });
    others.push(app);
    return app;
  }

  it('of three processes on one store writes to everybody once', async () => {
    school = await schoolWithDue(everybodyDue, { at: sunday, ruleSet: 'headteacher-first' });
    const processes = [school.app, await another(), await another()];
    school.clock.skip((Date.parse(monday) - Date.parse(sunday)) / 60_000);
    await Promise.all(processes.map((app) => app.sweep()));
    await Promise.all(processes.map((app) => app.sweep()));
    await quiet(school);
    assert.deepEqual(await each(), once);
    assert.deepEqual(await rounds(school), ['2026-11-23']);
  });

  for (const [what, strikes] of [
    ['before anything was read', { ids: /^lease\.round/, calls: ['create'], after: 0 }],
    ['before what was read was noted', { ids: /^round\./, calls: ['replace'], after: 0 }],
    ['before the messages about others', { ids: /^notice\./, calls: ['create'], after: 0 }],
    ['before the list of people', { ids: /^audience\./, calls: ['create'], after: 0 }],
    ['between the list of people and the reminders', { ids: /^campaign\./, calls: ['create'], after: 0 }],
    ['before it noted that it was done', { ids: /^round\./, calls: ['replace'], after: 1 }],
  ] as const)
    it(`that is killed ${what} is finished by another process, and nobody is written to twice`, async () => {
      const store: FaultyStore = await faultyStore(await openStore({ kind: 'sqlite', file: ':memory:' }));
      school = await schoolWithDue(everybodyDue, { at: sunday, ruleSet: 'headteacher-first', store });
      // Nor does it give back what it has in hand, until another takes over.
      store.fails({ does: 'breaks', ...strikes, calls: [...strikes.calls] }, { does: 'breaks', ids: /^lease\.round/, calls: ['replace'] });
      school.clock.skip((Date.parse(monday) - Date.parse(sunday)) / 60_000);
      await school.app.sweep();
      await store.struck();
      // What it had in hand besides arrives.
      await until(async () => (await store.records.due(school.clock.now(), 9)).every(({ id }) => id === roundId), 'the end of the first');
      store.works();
      school.clock.skip(2);
      await (await another()).sweep();
      await quiet(school);
      assert.deepEqual(await each(), once);
      assert.equal((await storedRound(school))?.lastRun, '2026-11-23');
      await passTo(school, '2026-11-23T12:00:00.000Z');
      assert.deepEqual(await each(), once);
    });

  it('leaves whoever the coordinator has reminded that morning to the next day, and then only of what was not said', async () => {
    const dues = { robyn: { 'cyber-bullying': '2026-11-24' }, owen: { 'cyber-bullying': '2026-11-24', prevent: '2026-11-24' } };
    school = await schoolWithDue(dues, { at: '2026-11-23T07:46:00.000Z', ruleSet: 'headteacher-first' });
    await sendReminder(school, as('idris'), { topic: 'cyber-bullying', words: '', who: 'staff' });
    const before = await Promise.all([had(as('robyn')), had(as('owen'))]);
    await passTo(school, monday);
    assert.deepEqual([await had(as('robyn')), await had(as('owen'))], before);
    await passTo(school, '2026-11-24T08:00:00.000Z');
    assert.deepEqual([await had(as('robyn')), await had(as('owen'))], [before[0], (before[1] ?? 0) + 1]);
    assert.match(await cardOf(as('owen'), 'Your training'), /Prevent/);
  });

  it('that the school’s closing cut short is left to the next one, which writes to each person once', async () => {
    school = await schoolWithDue(everybodyDue, { at: sunday, ruleSet: 'headteacher-first' });
    await school.teams.fault({ method: 'POST', person: 'robyn', answer: 503, retryAfter: 50_000, times: 100 });
    school.clock.skip((Date.parse(monday) - Date.parse(sunday)) / 60_000);
    await school.app.sweep();
    await as('owen').card('A reminder');
    school.clock.skip(10 * 60);
    await quiet(school);
    assert.equal(await had(as('robyn')), 0);
    await school.teams.clearFaults();
    await passTo(school, '2026-11-24T07:50:00.000Z');
    assert.equal(await had(as('robyn')), 0);
    await passTo(school, '2026-11-24T08:00:00.000Z');
    assert.deepEqual(await each(), once);
  });
});
