import assert from 'node:assert/strict';
import { campaignIn, confirm, everybodyOf, remindersTaken, until } from '#test/support/campaigns.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';

describe('a reminder for the whole school', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool();
    await confirm(school);
    await until(async () => (await campaignIn(school))?.state === 'sent', 'the end');
  });
  after(() => school.close());

  it('reaches everybody once', async () => {
    const taken = remindersTaken(school);
    assert.equal(taken.length, new Set(taken).size);
    const { delivered, unreachable } = (await campaignIn(school))?.tally ?? { delivered: 0, unreachable: 0 };
    assert.equal(delivered, taken.length);
    assert.equal(delivered + unreachable, everybodyOf(school).length);
  });
});
