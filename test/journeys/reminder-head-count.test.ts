import assert from 'node:assert/strict';
import { openStore } from '#bot/open-store.ts';
import { type Call, countedStore } from '#test/support/counted-store.ts';
import { allOut, campaigns, lookAt, next, openReminder, progressOf, reminderOf } from '#test/support/reminding.ts';
import type { TestSchool } from '#test/support/school.ts';
import { onScreen } from '#test/support/telling.ts';
import { trainedSchool } from '#test/support/training.ts';

/** The others were here before the product began: their induction is behind them. */
const newcomers = { topic: 'safe-internet', who: 'staff' };

describe('a reminder of what is owed once and most have done', () => {
  let school: TestSchool;
  let calls: Call[];
  before(async () => {
    const counted = countedStore(await openStore({ kind: 'sqlite', file: ':memory:' }));
    calls = counted.calls;
    school = await trainedSchool({ ruleSet: 'dsl-first', more: 120, store: counted.store });
  });
  after(() => school.close());
  const as = (who: string) => school.teams.as(who);
  it('that nobody owes is not sent, and says so beside who was chosen', async () => {
    await openReminder(as('idris'));
    assert.match(
      await next(as('idris'), { topic: 'volunteers', who: 'staff' }),
      /of those you chose, nobody owes this topic just now\. Nothing has been sent/,
    );
    await as('idris').closeDialog();
    assert.deepEqual(await campaigns(school), []);
  });

  it('counts whoever will get it, and says the rest in words', async () => {
    calls.length = 0;
    const seen = await lookAt(as('idris'), newcomers);
    assert.match(seen, /This goes to 1 person of those you chose \(all staff\)\. 128 others do not owe it\./);
    assert.match(seen, /As Mr Brandt will see it/);
    assert.equal(calls.filter((call) => call === 'list training').length, 1);
  });

  it('goes to as many as were counted', async () => {
    await as('idris').press('Send');
    assert.match(await onScreen(as('idris')), /It goes to 1 person, now/);
    await as('idris').closeDialog();
    await allOut(school);
    assert.match((await reminderOf(as('owen'))) ?? '', /safe internet use/);
    const [sent] = await campaigns(school);
    assert.deepEqual([sent?.campaign.total, sent?.campaign.tally.delivered, sent?.campaign.tally.doneBefore], [1, 1, 0]);
    assert.match(await progressOf(as('idris')), /From Mr Field, to all staff who owe it\.\n0 of 1 have done it\./);
  });

  it('passes over whoever has done it between the look and its going out', async () => {
    const later = { ...newcomers, when: 'later', day: '2026-11-23', time: '14:00' };
    assert.match(await lookAt(as('idris'), later), /This goes to 1 person of those you chose/);
    await as('idris').press('Send');
    await as('idris').closeDialog();
    const before = (await as('owen').cards()).filter(({ text }) => text.startsWith('A reminder')).length;
    await as('owen').say('my training');
    await as('owen').press({ title: 'I’ve done it', data: { verb: 'training.said', topic: 'safe-internet' } });
    await as('owen').press('Save', { topic: 'safe-internet', on: '2026-11-23' });
    await as('owen').closeDialog();
    await school.later(4 * 60 + 1);
    await allOut(school);
    assert.equal((await as('owen').cards()).filter(({ text }) => text.startsWith('A reminder')).length, before);
    assert.match(await progressOf(as('idris')), /1 of 1 has done it\.[\s\S]*Delivered: 0\nDone: 0\n[\s\S]*Had done it already: 1/);
  });
});
