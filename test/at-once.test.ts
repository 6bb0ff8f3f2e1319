import assert from 'node:assert/strict';
import { atOnce } from '#bot/at-once.ts';

/** Work that ends when it is told to, by the number of its item. */
function heldWork() {
  const begun: number[] = [];
  const ends = new Map<number, PromiseWithResolvers<string>>();
  const work = (item: number): Promise<string> => {
    begun.push(item);
    const end = Promise.withResolvers<string>();
    ends.set(item, end);
    return end.promise;
  };
  const end = async (item: number) => {
    ends.get(item)?.resolve(`did ${item}`);
    await settled();
  };
  const fail = async (item: number, why: string) => {
    ends.get(item)?.reject(new Error(why));
    await settled();
  };
  return { begun, work, end, fail };
}

/** Everything that waits for something already settled has run. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('many things, so many at a time', () => {
  it('begins no more than that, and the next as soon as any has ended', async () => {
    const { begun, work, end } = heldWork();
    const all = atOnce([1, 2, 3, 4], 2, work);
    assert.deepEqual(begun, [1, 2]);
    await end(2);
    assert.deepEqual(begun, [1, 2, 3]);
    await end(3);
    await end(4);
    await end(1);
    await all;
  });

  it('gives what came of each in the order of the items, whichever ended first', async () => {
    const { work, end } = heldWork();
    const all = atOnce([1, 2, 3], 3, work);
    for (const item of [3, 1, 2]) await end(item);
    assert.deepEqual(await all, ['did 1', 'did 2', 'did 3']);
  });

  it('begins nothing more after a failure, and rejects with it once those in hand have ended', async () => {
    const { begun, work, fail } = heldWork();
    let over = false;
    const all = atOnce([1, 2, 3, 4], 2, work).finally(() => {
      over = true;
    });
    const rejected = assert.rejects(all, /first/);
    await fail(1, 'first');
    assert.equal(over, false);
    await fail(2, 'second');
    await rejected;
    assert.deepEqual(begun, [1, 2]);
  });

  it('has done nothing of nothing', async () => {
    assert.deepEqual(await atOnce([], 4, () => Promise.reject(new Error('never'))), []);
  });
});
