import assert from 'node:assert/strict';
import { openStore } from '#bot/open-store.ts';
import { countedStore } from '#test/support/counted-store.ts';
import { cardOf, passTo, rounds, schoolWithDue } from '#test/support/rounds.ts';
import type { TestSchool } from '#test/support/school.ts';

describe('a round of a larger school', function () {
  this.timeout(30_000);
  let school: TestSchool;
  let calls: string[];
  const registerPages = () => calls.filter((call) => call === 'list training').length;
  before(async () => {
    const counted = countedStore(await openStore({ kind: 'sqlite', file: ':memory:' }));
    calls = counted.calls;
    const dues = { robyn: { 'cyber-bullying': '2026-12-01' }, 'extra 001': { 'cyber-bullying': '2026-12-01' } };
    school = await schoolWithDue(dues, { at: '2026-11-27T10:00:00.000Z', more: 250, store: counted.store });
  });
  after(() => school.close());

  it('reads each page of the register once when it tells of everybody', async () => {
    await passTo(school, '2026-11-30T07:59:00.000Z');
    calls.length = 0;
    await passTo(school, '2026-11-30T08:00:00.000Z');
    assert.match(await cardOf(school.teams.as('idris'), 'Training this week'), /^Training this week\n262 people: 260 with nothing due/);
    assert.equal(registerPages(), 3);
    assert.deepEqual(await rounds(school), ['2026-11-30']);
  });

  it('reads only those whose day is near on any other day', async () => {
    await passTo(school, '2026-12-01T08:00:00.000Z');
    // The roll is taken over at night, and reads it for itself.
    await passTo(school, '2026-12-02T03:00:00.000Z');
    calls.length = 0;
    await passTo(school, '2026-12-02T08:00:00.000Z');
    assert.equal(registerPages(), 1);
  });
});
