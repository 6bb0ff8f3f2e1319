import assert from 'node:assert/strict';
import { keepInstall } from '#queue/install-keeper.ts';
import { takeLease } from '#queue/lease.ts';
import { beginInstall, loadInstall } from '#stores/install-record.ts';
import { createSqliteStore, type SqliteStore } from '#stores/sqlite.ts';
import { oak, personId, rollOf, rows } from './roll-under-test.ts';

describe('installing the app for everybody', () => {
  let store: SqliteStore;
  let roll: Awaited<ReturnType<typeof rollOf>>;
  let asked: number;
  beforeEach(async () => {
    store = createSqliteStore(':memory:');
    roll = await rollOf(store.records);
    asked = 0;
    await roll.apply(rows(3));
    const { now } = roll.clock;
    await beginInstall(store.records, oak, { by: personId(1), startedAt: now, total: 3, command: 'install' });
  });
  afterEach(() => store.close());
  const keep = (fail = false) => {
    const install = () => {
      asked += 1;
      return fail ? Promise.reject(new Error('Out of memory')) : Promise.resolve('installed' as const);
    };
    return keepInstall({ ...roll.deps, peopleSource: { read: async () => [], install } }, oak);
  };
  const body = async () => (await loadInstall(store.records, oak))?.body;

  it('that another process has in hand is left alone, and gone on with five minutes after that one was killed', async () => {
    assert.ok(typeof (await takeLease(roll.deps, oak, 'install')) !== 'number');
    assert.equal(await keep(), undefined);
    roll.clock.machine += 299_999;
    assert.equal(await keep(), undefined);
    assert.equal(asked, 0);
    roll.clock.machine += 1;
    assert.equal(await keep(), 0);
    assert.deepEqual([asked, (await body())?.installed, (await body())?.state], [3, 3, 'running']);
    assert.equal(await keep(), undefined);
    assert.deepEqual([asked, (await body())?.state], [3, 'done']);
  });

  it('that broke on the way is anybody’s at once, and whoever was done is not counted twice', async () => {
    await assert.rejects(keep(true));
    assert.equal(await keep(), 0);
    assert.equal((await body())?.installed, 3);
  });
});
