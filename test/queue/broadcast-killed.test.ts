import assert from 'node:assert/strict';
import { campaignIn, confirm, everybodyOf, recipientsIn, remindersTaken, until } from '#test/support/campaigns.ts';
import { useCrashingSchool } from '#test/support/crashing-school.ts';

describe('a bot that is killed while a reminder goes out', () => {
  const school = useCrashingSchool();
  beforeEach(async () => {
    await school.start('reminded');
    await school.teams.announce();
    await confirm(school);
    await school.died();
  });

  it('goes on by itself when it is started again: nobody is left out, and only those in hand may get it twice', async () => {
    const taken = remindersTaken(school).length;
    const inHand = taken - (await recipientsIn(school)).length;
    await school.start();
    await until(async () => (await campaignIn(school))?.state === 'sent', 'the end of the campaign');
    const all = remindersTaken(school);
    assert.equal(new Set(all).size, everybodyOf(school).length);
    assert.ok(all.length - everybodyOf(school).length <= inHand, `${all.length} messages`);
    assert.equal((await campaignIn(school))?.tally.delivered, everybodyOf(school).length);
  });
});
