import assert from 'node:assert/strict';
import { createLimits } from './rate-limits.ts';

/** Takes `times` operations at one moment and says how many passed. */
function passed(limits: ReturnType<typeof createLimits>, times: number, operation: 'send' | 'members' | 'other', thread = 'a'): number {
  return Array.from({ length: times }, () => limits.take(operation, thread)).filter((wait) => wait === undefined).length;
}

describe('sending into one thread', () => {
  it('passes 7 times in one second and 8 in two', () => {
    let now = 0;
    const limits = createLimits(() => now);
    assert.equal(passed(limits, 20, 'send'), 7);
    now = 1001;
    assert.equal(passed(limits, 20, 'send'), 1);
  });

  it('passes 60 times in thirty seconds', () => {
    let now = 0;
    const limits = createLimits(() => now);
    let sent = 0;
    for (now = 0; now < 30_000; now += 100) sent += passed(limits, 1, 'send');
    assert.equal(sent, 60);
  });

  it('names the seconds to wait, and keeps them', () => {
    let now = 0;
    const limits = createLimits(() => now);
    passed(limits, 8, 'send');
    const wait = limits.take('send', 'a') ?? 0;
    assert.equal(wait, 1);
    now = wait * 1000;
    assert.equal(limits.take('send', 'a'), undefined);
  });

  it('leaves other threads and the roster alone', () => {
    const limits = createLimits(() => 0);
    passed(limits, 20, 'send');
    assert.equal(passed(limits, 20, 'send', 'b'), 7);
    assert.equal(passed(limits, 20, 'members'), 14);
  });
});

describe('all calls of one app in one tenant', () => {
  it('are 50 in a second, whatever they do', () => {
    let now = 0;
    const limits = createLimits(() => now);
    assert.equal(passed(limits, 60, 'other'), 50);
    assert.equal(limits.take('members', 'b'), 1);
    now = 1001;
    assert.equal(limits.take('members', 'b'), undefined);
  });
});
