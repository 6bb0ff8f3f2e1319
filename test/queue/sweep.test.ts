import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { createLog } from '#bot/log.ts';
import type { Wake } from '#queue/queue.ts';
import { createSweep, type Sweep } from '#queue/sweep.ts';
import { createSqliteStore, type SqliteStore } from '#stores/sqlite.ts';

const now = '2026-11-23T10:00:00.000Z';
const minute = 60_000;

describe('the sweep', () => {
  let store: SqliteStore;
  let sweep: Sweep;
  let machine: number;

  beforeEach(() => {
    machine = 0;
    store = createSqliteStore(':memory:', { clock: () => machine });
    sweep = createSweep({ ...store, now: () => now, log: createLog('silent'), machineNow: () => machine });
  });

  const wakeOf = (n: number): Wake => ({ school: 'larkfield', id: `incident.${n}` });
  const owe = async (count: number, from = 0) => {
    for (let n = from; n < from + count; n += 1)
      await store.records.create({ ...wakeOf(n), kind: 'incident', index: { dueAt: now }, body: {} });
  };
  const queued = async () => {
    const all: string[] = [];
    for (;;) {
      const taken = await store.queue.receive(32, 600);
      if (taken.length === 0) return all;
      all.push(...taken.map(({ message }) => message.id));
    }
  };

  it('queues what is due once, however often it looks while the worker is behind', async () => {
    await owe(3);
    assert.equal(await sweep.look(), 3);
    assert.equal(await sweep.look(), 0);
    assert.equal((await queued()).length, 3);
  });

  it('goes on behind what it has queued already, so that nothing waits for the first two hundred', async () => {
    await owe(450);
    assert.deepEqual([await sweep.look(), await sweep.look(), await sweep.look(), await sweep.look()], [200, 200, 50, 0]);
    assert.equal(new Set(await queued()).size, 450);
  });

  it('queues a document again that the worker has come to and that owes something still', async () => {
    await owe(2);
    await sweep.look();
    sweep.taken(wakeOf(1));
    assert.equal(await sweep.look(), 1);
  });

  it('queues everything again after two minutes, in case whoever took the message died', async () => {
    await owe(2);
    await sweep.look();
    machine += 2 * minute;
    assert.equal(await sweep.look(), 2);
  });

  it('gives nought while the queue is down, and finds everything at the next look', async () => {
    await owe(2);
    let down = true;
    const send: typeof store.queue.send = (wake) => (down ? Promise.reject(new Error('down')) : store.queue.send(wake));
    const queue = { ...store.queue, send };
    const flaky = createSweep({ records: store.records, queue, now: () => now, log: createLog('silent'), machineNow: () => machine });
    assert.equal(await flaky.look(), 0);
    down = false;
    assert.equal(await flaky.look(), 2);
  });
});
