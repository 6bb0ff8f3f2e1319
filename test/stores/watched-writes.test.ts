import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { StoreMisuse } from '#stores/misuse.ts';
import type { Doc, Kind, Records } from '#stores/records.ts';
import { watchedWrites } from '#stores/watched-writes.ts';
import { StoreDown, StoreTimeout } from '#stores/within.ts';
import { NotWritten } from '#stores/write-once.ts';
import { faultyStore } from '#test/support/faulty-store.ts';

const school = 'test-school';
const doc = (kind: Kind, id = `${kind}.one`): Doc => ({ school, kind, id, index: {}, body: {} });
const down = new StoreDown();

/** A store that has been asked for one thing, and whether anything of it may be stored once it broke with `error`. */
async function heldAfter(ask: (records: Records) => Promise<unknown>, error: unknown = down, aside: Kind[] = []): Promise<boolean> {
  const store = await faultyStore();
  await store.records.create(doc('plan', 'plan.stands'));
  const { records, mayBeStored } = watchedWrites(store.records, aside);
  await ask(records).catch(() => undefined);
  await store.close();
  return mayBeStored(error);
}

/** The same, where each write is refused with `error`. */
const refusedWith = (error: unknown) => {
  const records = { create: () => Promise.reject(error) } as unknown as Records;
  const watched = watchedWrites(records);
  return watched.records.create(doc('file')).then(
    () => assert.fail('It was not refused'),
    () => watched.mayBeStored(error),
  );
};

describe('records that are watched for what may be stored', () => {
  it('hold nothing before a write, and after reading', async () => {
    assert.equal(await heldAfter((records) => records.read(school, 'plan.stands')), false);
  });

  it('hold what was made, replaced or removed', async () => {
    assert.equal(await heldAfter((records) => records.create(doc('file'))), true);
    assert.equal(await heldAfter((records) => records.remove(school, 'plan.stands')), true);
    const replaced = async (records: Records) => {
      const stored = await records.read(school, 'plan.stands');
      await records.replace(doc('plan', 'plan.stands'), stored?.etag ?? '');
    };
    assert.equal(await heldAfter(replaced), true);
  });

  it('hold nothing of a write that came second', async () => {
    assert.equal(await heldAfter((records) => records.create(doc('plan', 'plan.stands'))), false);
    assert.equal(await heldAfter((records) => records.replace(doc('plan', 'plan.stands'), 'another')), false);
  });

  it('hold neither a logged reading nor what is only kept on the way', async () => {
    assert.equal(await heldAfter((records) => records.create(doc('access'))), false);
    assert.equal(await heldAfter((records) => records.create(doc('draft')), down, ['draft']), false);
    assert.equal(await heldAfter((records) => records.create(doc('draft')), down, ['audience']), true);
  });

  it('may hold what was refused or never answered, unless it was read back or could not have been asked', async () => {
    assert.equal(await refusedWith(down), true);
    assert.equal(await refusedWith(new StoreTimeout()), true);
    assert.equal(await refusedWith(new NotWritten('file.one', down)), false);
    assert.equal(await refusedWith(new NotWritten('file.other', down)), true);
    assert.equal(await refusedWith(new StoreMisuse('bad-id', 'There is no such id')), false);
  });
});
