import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { keepRoll } from '#queue/roll-keeper.ts';
import { loadRoll } from '#stores/roll-record.ts';
import { faultyStore } from '#test/support/faulty-store.ts';
import { oak, personId, rollOf, rows } from './roll-under-test.ts';

describe('taking the roll, when it breaks', () => {
  const broken = (read: () => Promise<never>) => ({ filePeople: { members: [], digest: 'digest' }, peopleSource: { read } });

  const twoReplicasOfNine = async () => {
    const store = await faultyStore();
    const roll = await rollOf(store.records);
    const other = roll.replica();
    await roll.apply(rows(9));
    await other.directory.freshen();
    return { store, roll, other };
  };

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

  it('cut off once everybody is written, is known to every replica when it is done again', async () => {
    const { store, roll, other } = await twoReplicasOfNine();
    store.fails({ does: 'breaks', calls: ['replace'], ids: /^roll\.current$/, times: 1 });
    await assert.rejects(roll.apply(rows(8)));
    assert.equal((await roll.apply(rows(8))).kind, 'applied');
    await other.directory.freshen();
    for (const { directory } of [roll.deps, other]) assert.equal(directory.person(oak, personId(9)), undefined);
    await store.close();
  });

  it('with a clock that has been put back since, is known to every replica all the same', async () => {
    const { store, roll, other } = await twoReplicasOfNine();
    roll.clock.now = '2026-11-23T09:00:00.000Z';
    await roll.apply(rows(8));
    await other.directory.freshen();
    for (const { directory } of [roll.deps, other]) assert.equal(directory.person(oak, personId(9)), undefined);
    await store.close();
  });
});
