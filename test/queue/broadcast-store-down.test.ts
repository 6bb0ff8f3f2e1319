import assert from 'node:assert/strict';
import { campaignIn, confirm, everybodyOf, remindersTaken, until } from '#test/support/campaigns.ts';
import { type FaultyStore, faultyStore } from '#test/support/faulty-store.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';

describe('a reminder while the store stumbles', () => {
  let store: FaultyStore;
  let school: TestSchool;
  beforeEach(async () => {
    store = await faultyStore();
    school = await startSchool({ store });
  });
  afterEach(async () => {
    store.works();
    await school.close();
  });

  it('comes once, even when it cannot be noted where people were reached', async () => {
    store.fails({ does: 'breaks', calls: ['create', 'replace'], ids: /^reach\./ });
    await confirm(school);
    await until(async () => (await campaignIn(school))?.state === 'sent', 'the end of the campaign');
    assert.equal(remindersTaken(school).length, everybodyOf(school).length);
    assert.equal((await campaignIn(school))?.tally.delivered, everybodyOf(school).length);
  });

  it('comes once, even when its progress cannot be counted', async () => {
    const coordinator = await school.teams.idOf('idris');
    store.fails({ does: 'breaks', calls: ['count'], times: 3 });
    await confirm(school, { progressTo: everybodyOf(school).find((id) => id.endsWith(coordinator)) ?? '' });
    await until(async () => (await campaignIn(school))?.state === 'sent', 'the end of the campaign');
    assert.equal(remindersTaken(school).length, everybodyOf(school).length);
  });
});
