import assert from 'node:assert/strict';
import { createApp } from '#bot/app.ts';
import { createLog } from '#bot/log.ts';
import { openStore, type Store } from '#bot/open-store.ts';
import type { Steer } from '#domain/training/steering.ts';
import { changeCampaign } from '#stores/campaign-record.ts';
import { VersionConflict } from '#stores/records.ts';
import { campaignIn, confirm, everybodyOf, recipientsIn, remindersTaken, until } from '#test/support/campaigns.ts';
import { countingIds } from '#test/support/ids.ts';
import { reportBullying } from '#test/support/reporting.ts';
import { configFor, startSchool, type TestSchool } from '#test/support/school.ts';

/** Enough that Teams' limit makes it last some seconds. */
const colleagues = 60;

describe('while a reminder goes out', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await startSchool({ more: colleagues, realLimits: true });
    await confirm(school);
    await until(() => remindersTaken(school).length >= 5, 'the first few');
  });
  afterEach(() => school.close());

  const everybody = () => everybodyOf(school).length;
  const ended = () => until(async () => (await campaignIn(school))?.state === 'sent', 'the end of the campaign');
  /** As a handler does: again when somebody else wrote at the same moment. */
  const press = async (what: Steer, command: string = what): Promise<ReturnType<typeof changeCampaign>> => {
    const by = everybodyOf(school)[0] ?? '';
    try {
      return await changeCampaign(school.store.records, school.file.school, 'C1', { command, by, now: school.clock.now(), do: what });
    } catch (error) {
      if (error instanceof VersionConflict) return press(what, command);
      throw error;
    }
  };
  /** What it comes to once the campaign says so and nothing is in hand any more. */
  const settled = async () => {
    await until(async () => (await campaignIn(school))?.tally.delivered === remindersTaken(school).length, 'quiet');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return remindersTaken(school).length;
  };

  it('it stops within a second when it is paused, and goes on where it was', async () => {
    await press('pause');
    const paused = await settled();
    assert.ok(paused < everybody(), `${paused} had it`);
    assert.equal((await campaignIn(school))?.state, 'paused');
    await press('resume');
    await ended();
    assert.equal(remindersTaken(school).length, everybody());
    assert.equal(new Set(remindersTaken(school)).size, everybody());
  });

  it('it ends when it is cancelled, says who had it by then, and cannot be resumed', async () => {
    await press('cancel');
    const cancelled = await settled();
    await press('resume');
    assert.equal(await settled(), cancelled);
    assert.ok(cancelled < everybody(), `${cancelled} had it`);
    const campaign = await campaignIn(school);
    assert.deepEqual([campaign?.state, campaign?.tally.delivered], ['cancelled', cancelled]);
    assert.equal((await recipientsIn(school)).length, cancelled);
  });

  it('a press that Teams delivers twice counts once', async () => {
    await press('pause', 'same');
    assert.equal((await press('pause', 'same'))?.steps.length, 1);
  });

  it('an alert of an incident does not wait for it', async () => {
    await reportBullying(school.teams.as('grace'));
    const began = performance.now();
    await school.teams.as('anita').card('Safeguarding report', { within: 2_000 });
    assert.ok(performance.now() - began < 2_000);
    assert.equal((await campaignIn(school))?.state, 'sending');
  });
});

/** Another bot on the store of this school, in front of the same Teams. */
async function another(school: TestSchool, store: Store) {
  const app = await createApp({
    config: configFor(school.teams.serviceUrl),
    schoolFile: school.file,
    now: school.clock.now,
    newId: countingIds(),
    log: createLog('silent'),
    store: { ...store, close: async () => undefined },
  });
  await app.listen();
  return app;
}

describe('two bots on one store', () => {
  let store: Store;
  let school: TestSchool;
  beforeEach(async () => {
    store = await openStore({ kind: 'sqlite', file: ':memory:' });
    school = await startSchool({ store: { ...store, close: async () => undefined }, more: colleagues, realLimits: true });
  });
  const everybodyOnce = async () => {
    await until(async () => (await campaignIn(school))?.state === 'sent', 'the end of the campaign');
    assert.equal(remindersTaken(school).length, everybodyOf(school).length);
    assert.equal(new Set(remindersTaken(school)).size, everybodyOf(school).length);
  };

  it('write to nobody twice', async () => {
    const other = await another(school, store);
    await confirm(school);
    await Promise.all([school.app.sweep(), other.sweep()]);
    await everybodyOnce();
    await other.close();
    await school.close();
    await store.close();
  });

  it('hand over at once when one is stopped, which finishes what it has in hand', async () => {
    await confirm(school);
    await until(() => remindersTaken(school).length >= 5, 'the first few');
    await school.app.close();
    assert.equal((await recipientsIn(school)).length, remindersTaken(school).length);
    assert.ok(remindersTaken(school).length < everybodyOf(school).length);
    const other = await another(school, store);
    await everybodyOnce();
    await other.close();
    await school.teams.close();
    await store.close();
  });
});
