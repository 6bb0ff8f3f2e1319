import assert from 'node:assert/strict';
import { createOneAtATime } from '#queue/one-at-a-time.ts';

describe('work of which one is done at a time', () => {
  it('is done once more for all who asked meanwhile, who need not wait', async () => {
    const gate = Promise.withResolvers<void>();
    const oneAtATime = createOneAtATime<number>();
    let done = 0;
    const work = async () => {
      await gate.promise;
      done += 1;
      return done;
    };
    const first = oneAtATime('school', work);
    const meanwhile = await Promise.all([1, 2, 3].map(() => oneAtATime('school', work)));
    assert.deepEqual(meanwhile, [undefined, undefined, undefined]);
    gate.resolve();
    assert.equal(await first, 2);
    assert.equal(await oneAtATime('school', work), 3);
  });

  it('holds up nobody who asks for something else', async () => {
    const oneAtATime = createOneAtATime<string>();
    void oneAtATime('one', () => new Promise<string>(() => {}));
    assert.equal(await oneAtATime('other', async () => 'done'), 'done');
  });

  it('begins anew after it failed', async () => {
    const oneAtATime = createOneAtATime<string>();
    await assert.rejects(
      oneAtATime('one', () => Promise.reject(new Error('down'))),
      /down/,
    );
    assert.equal(await oneAtATime('one', async () => 'done'), 'done');
  });
});
