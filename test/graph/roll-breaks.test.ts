import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { keepRoll } from '#queue/roll-keeper.ts';
import { loadRoll } from '#stores/roll-record.ts';
import { faultyStore } from '#test/support/faulty-store.ts';
import { oak, rollOf } from './roll-under-test.ts';

describe('taking the roll, when it breaks', () => {
  const broken = (read: () => Promise<never>) => ({ filePeople: { members: [], digest: 'digest' }, peopleSource: { read } });

  it('ends with what broke it, also where the roll cannot be given back', async () => {
    const store = await faultyStore();
    const { deps } = await rollOf(store.records);
    const read = () => {
      store.fails({ does: 'breaks' });
      return Promise.reject(new RangeError('Our own fault'));
    };
    await assert.rejects(keepRoll({ ...deps, ...broken(read) }, oak), RangeError);
    await store.close();
  });

  it('can be tried again at once, and is still asked for', async () => {
    const store = await faultyStore();
    const { deps, clock } = await rollOf(store.records);
    let reads = 0;
    const read = () => {
      reads += 1;
      return Promise.reject(new RangeError('Our own fault'));
    };
    for (const _time of [1, 2]) await assert.rejects(keepRoll({ ...deps, ...broken(read) }, oak), RangeError);
    assert.equal(reads, 2);
    assert.ok(((await loadRoll(store.records, oak))?.index.dueAt ?? '') <= clock.now);
    await store.close();
  });
});
