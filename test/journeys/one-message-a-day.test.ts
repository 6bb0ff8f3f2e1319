import assert from 'node:assert/strict';
import { allOut, campaigns, lookAt } from '#test/support/reminding.ts';
import { cardOf, had, passTo, rounds, schoolWithDue, storedRound } from '#test/support/rounds.ts';
import type { TestSchool } from '#test/support/school.ts';

const thursday = '2026-11-26T10:00:00.000Z';
const reminders = /^(A reminder|Your training: what is due|A message from school)/;

describe('one message a day', function () {
  this.timeout(20_000);
  let school: TestSchool;
  afterEach(() => school.close());
  const as = (who: string) => school.teams.as(who);
  const count = (who: string) => had(as(who), reminders);
  const begin = async (dues: Parameters<typeof schoolWithDue>[0]) => {
    school = await schoolWithDue(dues, { at: thursday, ruleSet: 'dsl-first' });
  };
  /** From the coordinator, on Friday at this time. */
  const plan = async (time: string, typing: Record<string, string> = { topic: 'cyber-bullying', who: 'staff' }) => {
    await lookAt(as('idris'), { ...typing, when: 'later', day: '2026-11-27', time });
    await as('idris').press('Send');
    await as('idris').closeDialog();
    await allOut(school);
  };
  /** Seven days before is Friday; one day before is the Thursday after. */
  const cyber = { 'cyber-bullying': '2026-12-04' };
  const both = { ...cyber, prevent: '2026-12-04' };

  for (const [what, time] of [
    ['before the round', '07:50'],
    ['after the round', '09:30'],
    ['later on that day', '15:00'],
  ] as const)
    it(`is the coordinator’s where the bot was down over both, and theirs was to go ${what}`, async () => {
      await begin({ robyn: cyber });
      await plan(time);
      await passTo(school, '2026-11-27T11:00:00.000Z');
      await passTo(school, '2026-11-27T16:00:00.000Z');
      assert.deepEqual([await count('robyn'), await rounds(school)], [1, []]);
      await passTo(school, '2026-11-30T09:00:00.000Z');
      // It was said: the next is the one of the day before.
      assert.deepEqual([await count('robyn'), await rounds(school)], [1, []]);
      await passTo(school, '2026-12-03T09:00:00.000Z');
      assert.deepEqual([await count('robyn'), await rounds(school)], [2, ['2026-12-03']]);
    });

  it('is the round’s for whoever the coordinator did not mean', async () => {
    await begin({ robyn: cyber, keisha: cyber });
    await plan('09:30');
    await passTo(school, '2026-11-27T11:00:00.000Z');
    assert.deepEqual([await count('robyn'), await count('keisha'), await rounds(school)], [1, 1, ['2026-11-27']]);
  });

  it('leaves what else is due to the next school day, in one message', async () => {
    await begin({ robyn: both });
    await plan('09:30');
    await passTo(school, '2026-11-27T11:00:00.000Z');
    assert.deepEqual([await count('robyn'), await rounds(school)], [1, []]);
    await passTo(school, '2026-11-30T08:00:00.000Z');
    assert.deepEqual([await count('robyn'), await rounds(school)], [2, ['2026-11-30']]);
    assert.match(await cardOf(as('robyn'), 'Your training: what is due'), /Prevent/);
    await passTo(school, '2026-12-01T08:00:00.000Z');
    assert.equal(await count('robyn'), 2);
    assert.deepEqual((await storedRound(school))?.later, {});
  });

  it('leaves it all to the next day after words of the coordinator’s own', async () => {
    await begin({ robyn: cyber });
    await plan('09:30', { topic: 'none', words: 'The hall is booked.', who: 'staff' });
    await passTo(school, '2026-11-27T11:00:00.000Z');
    assert.deepEqual([await count('robyn'), await rounds(school)], [1, []]);
    await passTo(school, '2026-11-30T08:00:00.000Z');
    assert.deepEqual([await count('robyn'), await rounds(school)], [2, ['2026-11-30']]);
  });

  it('loses nothing where the coordinator cancels theirs after the round', async () => {
    await begin({ robyn: cyber });
    await plan('15:00');
    await passTo(school, '2026-11-27T11:00:00.000Z');
    assert.equal(await count('robyn'), 0);
    await as('idris').press({ title: 'Cancel', data: { campaign: (await campaigns(school))[0]?.campaign.key ?? '' } });
    await as('idris').press('Yes, cancel it');
    await as('idris').closeDialog();
    await passTo(school, '2026-11-30T08:00:00.000Z');
    assert.deepEqual([await count('robyn'), await rounds(school)], [1, ['2026-11-30']]);
  });

  it('loses nothing where the coordinator’s could not be delivered', async () => {
    await begin({ robyn: cyber });
    await plan('09:30');
    await as('robyn').setApp('absent');
    await passTo(school, '2026-11-27T11:00:00.000Z');
    await as('robyn').setApp('installed');
    assert.equal(await count('robyn'), 0);
    await passTo(school, '2026-11-30T08:00:00.000Z');
    assert.deepEqual([await count('robyn'), await rounds(school)], [1, ['2026-11-30']]);
  });

  it('names in the message about others what its reader owes, whatever the coordinator sends besides', async () => {
    await begin({ idris: both });
    await lookAt(as('idris'), { topic: 'cyber-bullying', who: 'staff', when: 'later', day: '2026-11-30', time: '09:30' });
    await as('idris').press('Send');
    await as('idris').closeDialog();
    await passTo(school, '2026-11-30T11:00:00.000Z');
    assert.match(await cardOf(as('idris'), 'Training this week'), /Your own training\n[\s\S]*Prevent/);
    assert.deepEqual([await rounds(school), (await storedRound(school))?.later], [[], {}]);
  });
});
