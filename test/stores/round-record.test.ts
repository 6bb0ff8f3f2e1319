import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { openStore } from '#bot/open-store.ts';
import { createRound, loadRound, type RoundBody, type RoundScan, roundId, writeRound } from '#stores/round-record.ts';

const tenant = '7e1f5a00-0000-4000-8000-00000000c0de';
const topics = ['refresher', 'cyber-bullying', 'prevent', 'reporting', 'nudes', 'staff-conduct', 'devices-images', 'self-audit'];
/** As Entra gives them: nothing in them repeats. */
const person = (n: number) => {
  const hex = createHash('sha256').update(`${n}`).digest('hex');
  return `${tenant}:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
};

/** Ten thousand people who are late with everything, in teams of ten whose managers are late as well. */
function everybodyLate(): RoundScan {
  const people = Array.from({ length: 10_000 }, (_, n) => person(n));
  const managers = people.slice(0, 1_000);
  const counts = { done: 0, 'due-soon': 0, overdue: 10_000, 'not-yet': 0, 'not-applicable': 0 };
  const nobody = { count: 0, first: [] };
  const team = (n: number) => ({ count: 10, first: people.slice(n * 10, n * 10 + 10).map((one) => ({ person: one, topics })) });
  return {
    remind: people,
    later: Object.fromEntries(people.map((one) => [one, topics])),
    own: Object.fromEntries(managers.map((one) => [one, topics.map((topic) => ({ topic, due: '2026-10-01', standing: 'overdue' }))])),
    standing: {
      topics: Object.fromEntries(topics.map((topic) => [topic, counts])),
      total: counts,
      people: { all: 10_000, inDate: 0, dueSoon: 0, overdue: 10_000 },
    },
    recorded: 0,
    starters: nobody,
    help: nobody,
    late: team(0),
    teams: Object.fromEntries(managers.map((one, n) => [one, team(n)])),
    holders: {},
    development: {},
  };
}

describe('a round under way in a school of ten thousand who are all late', () => {
  it('fits into a document of Cosmos, and is read back as it was', async () => {
    const { records, close } = await openStore({ kind: 'sqlite', file: ':memory:' });
    const scan = everybodyLate();
    assert.ok(JSON.stringify(scan).length > 2_000_000);
    const begun: RoundBody = { weekly: '2026-11-16', monthly: '2026-11', nextAt: '2026-11-23T08:00:00.000Z' };
    await createRound(records, 'larkfield', begun);
    const loaded = await loadRound(records, 'larkfield');
    assert.ok(loaded !== undefined);
    const under = { day: '2026-11-23', after: 'page-2', read: false, scan };
    const body = { ...begun, under, later: scan.later };
    const written = await writeRound(records, loaded, body);
    assert.deepEqual(written?.body.under, under);
    assert.deepEqual((await loadRound(records, 'larkfield'))?.body, body);
    assert.ok(JSON.stringify(await records.read('larkfield', roundId)).length < 1_500_000);
    await close();
  });
});
