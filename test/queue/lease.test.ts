import assert from 'node:assert/strict';
import { type Lease, leaseId, takeLease } from '#queue/lease.ts';
import { holdRoll } from '#queue/roll-lease.ts';
import { holdRound } from '#queue/round-lease.ts';
import { createSqliteStore, type SqliteStore } from '#stores/sqlite.ts';
import { faultyStore } from '#test/support/faulty-store.ts';

const school = 'larkfield';

describe('work that one process at a time does for a school', () => {
  let store: SqliteStore;
  let machine: number;
  beforeEach(() => {
    store = createSqliteStore(':memory:');
    machine = 1_000_000;
  });
  afterEach(() => store.close());
  const deps = () => ({ records: store.records, machineNow: () => machine });
  const take = (work: Parameters<typeof takeLease>[2]) => takeLease(deps(), school, work);
  const taken = async (work: Parameters<typeof takeLease>[2]): Promise<Lease> => {
    const lease = await take(work);
    assert.ok(typeof lease !== 'number');
    return lease;
  };

  for (const [work, seconds] of [
    ['pump', 10],
    ['roll', 45],
    ['round', 45],
    ['install', 300],
  ] as const)
    it(`is followed ${seconds} seconds after whoever did the ${work} fell silent`, async () => {
      const first = await taken(work);
      machine += seconds * 1_000 - 1;
      assert.ok(first.ours());
      assert.equal(await take(work), 1);
      machine += 1;
      assert.ok(!first.ours());
      await taken(work);
    });

  it('is nobody else’s while it is kept', async () => {
    const lease = await taken('pump');
    for (let second = 0; second < 60; second += 1) {
      machine += 1_000;
      await lease.keep();
    }
    assert.ok(lease.ours());
    assert.equal(typeof (await take('pump')), 'number');
  });

  it('is not waited for longer than it can last: a clock that is far wrong took it', async () => {
    machine += 3_600_000;
    await taken('round');
    machine -= 3_600_000;
    await taken('round');
  });

  it('is not believed to be ours, and is renewed, once the clock has been put back', async () => {
    const lease = await taken('pump');
    machine -= 3_600_000;
    assert.ok(!lease.ours());
    assert.equal(await lease.keep(), true);
    assert.ok(lease.ours());
    assert.equal(await take('pump'), 10_000);
  });

  it('is written down every few seconds only, once for all who keep it', async () => {
    const lease = await taken('roll');
    machine += 8_000;
    assert.equal(await lease.keep(), false);
    machine += 2_000;
    assert.deepEqual(await Promise.all([lease.keep(), lease.keep(), lease.keep()]), [true, false, false]);
  });

  it('is anybody’s as soon as it is given back, and no longer ours', async () => {
    const lease = await taken('round');
    await lease.giveBack();
    assert.ok(!lease.ours());
    await taken('round');
  });

  it('that was taken over is lost for good, also when the other has finished', async () => {
    const slow = await taken('roll');
    machine += 45_000;
    const heir = await taken('roll');
    await slow.giveBack();
    assert.ok(heir.ours());
    assert.ok((await take('roll')) === 45_000);
    await heir.giveBack();
    await assert.rejects(slow.keep());
    await assert.rejects(slow.keep());
    assert.ok(!slow.ours());
  });

  it('of two who ask at the same moment has one', async () => {
    const both = await Promise.all([take('install'), take('install')]);
    assert.equal(both.filter((one) => typeof one === 'number').length, 1);
  });

  it('is still ours where it could not be renewed once', async () => {
    const broken = await faultyStore({ ...store, close: async () => {}, idle: 0 });
    const lease = await takeLease({ records: broken.records, machineNow: () => machine }, school, 'pump');
    assert.ok(typeof lease !== 'number');
    broken.fails({ does: 'breaks', ids: new RegExp(leaseId('pump')), times: 1 });
    machine += 3_000;
    await assert.rejects(lease.keep());
    assert.ok(lease.ours());
    machine += 2_000;
    assert.equal(await lease.keep(), true);
    machine += 9_000;
    assert.ok(lease.ours());
  });

  it('of one kind, or of one school, is apart from all others', async () => {
    await taken('pump');
    await taken('roll');
    assert.ok(typeof (await takeLease(deps(), 'oakfield', 'pump')) !== 'number');
  });

  it('is given back where what it is for cannot be read just now', async () => {
    const faulty = await faultyStore();
    const broken = { records: faulty.records, machineNow: () => machine, now: () => '2026-11-23T10:00:00.000Z' };
    for (const [hold, id] of [
      [holdRoll, 'roll'],
      [holdRound, 'round'],
    ] as const) {
      faulty.fails({ does: 'breaks', calls: ['read'], ids: new RegExp(`^${id}[.]current$`) });
      await assert.rejects(hold(broken, school));
      faulty.works();
      assert.equal(typeof (await takeLease(broken, school, id)), 'object', id);
    }
    await faulty.close();
  });
});
