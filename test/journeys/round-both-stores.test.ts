import assert from 'node:assert/strict';
import { cloudStore } from '#test/support/cloud-store.ts';
import { had, passTo, rounds, schoolWithDue, storedRound } from '#test/support/rounds.ts';
import type { TestSchool } from '#test/support/school.ts';

describe('a round on Cosmos DB and Azure Storage Queue', function () {
  this.timeout(60_000);
  let school: TestSchool;
  before(async () => {
    const dues = { robyn: { 'cyber-bullying': '2026-11-24' }, owen: { 'cyber-bullying': '2026-11-06' } };
    school = await schoolWithDue(dues, {
      at: '2026-11-20T10:00:00.000Z',
      ruleSet: 'headteacher-first',
      store: await cloudStore(),
      managers: { owen: 'carys' },
    });
  });
  after(() => school.close());
  const as = (who: string) => school.teams.as(who);

  it('reminds whoever is due and tells the others of them, once', async () => {
    await passTo(school, '2026-11-23T08:00:00.000Z');
    await as('robyn').card(/^A reminder\nYour training Cyber-bullying is due Tuesday 24 November/);
    await as('idris').card(
      /^Training this week\n12 people: 10 with nothing due, 1 with something due[\s\S]*Mr Owen Brandt: Cyber-bullying\.$/m,
    );
    await as('carys').card(/^Training in your team[\s\S]*Mr Owen Brandt: Cyber-bullying\.$/m);
    await passTo(school, '2026-11-23T12:00:00.000Z');
    assert.deepEqual(await Promise.all(['robyn', 'owen', 'idris', 'carys', 'judith'].map((who) => had(as(who)))), [1, 1, 1, 1, 0]);
    assert.deepEqual(await rounds(school), ['2026-11-23']);
    assert.equal((await storedRound(school))?.nextAt, '2026-11-24T08:00:00.000Z');
  });
});
