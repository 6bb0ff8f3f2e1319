import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createProgress, type Fate } from '#domain/training/progress.ts';
import { steered } from '#domain/training/steering.ts';
import { campaignOf } from '#test/support/campaigns.ts';

const nobody = { tally: { delivered: 0, unreachable: 0, left: 0, doneBefore: 0 }, reasons: {} };
const fate = fc.constantFrom<Fate>(
  { kind: 'delivered' },
  { kind: 'left' },
  { kind: 'nothing-owed' },
  { kind: 'unreachable', reason: 'blocked' },
);
const settled = ({ tally }: { tally: Record<string, number> }) => Object.values(tally).reduce((sum, one) => sum + one, 0);

describe('the progress of a campaign', () => {
  it('counts on from its first gap, whatever the order in which people are settled', () => {
    fc.assert(
      fc.property(fc.array(fate, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (fates, dice) => {
        const progress = createProgress({ cursor: 0, counted: nobody });
        const left = fates.map((one, position) => ({ one, position }));
        while (left.length > 0) {
          const [next] = left.splice((dice.next().value ?? 0) % left.length, 1);
          if (next !== undefined) progress.settle(next.position, next.one);
          const gap = Math.min(...left.map(({ position }) => position), fates.length);
          assert.equal(progress.cursor(), gap);
          assert.equal(settled(progress.counted()), gap);
          assert.equal(settled(progress.all()), fates.length - left.length);
        }
        assert.deepEqual(progress.counted(), progress.all());
      }),
      { seed: 20_261_123, numRuns: 200 },
    );
  });

  it('goes on from where it stood, and knows the reasons', () => {
    const progress = createProgress({ cursor: 2, counted: { tally: { ...nobody.tally, delivered: 2 }, reasons: { blocked: 1 } } });
    progress.settle(3, { kind: 'unreachable', reason: 'blocked' });
    assert.deepEqual([progress.cursor(), progress.isSettled(2), progress.isSettled(3), progress.isSettled(1)], [2, false, true, true]);
    assert.deepEqual(progress.counted().reasons, { blocked: 1 });
    progress.settle(2, { kind: 'delivered' });
    assert.deepEqual([progress.cursor(), progress.counted().reasons], [4, { blocked: 2 }]);
  });
});

describe('a campaign that is steered', () => {
  const now = '2026-11-23T10:00:00.000Z';
  const campaign = campaignOf('C1', 3, now);

  it('that was paused before its time still waits for it', () => {
    const later = { ...campaign, startAt: '2026-11-24T10:00:00.000Z' };
    assert.equal(steered(steered(later, 'pause', now), 'resume', now).state, 'scheduled');
    assert.equal(steered(steered(campaign, 'pause', now), 'resume', now).state, 'sending');
  });

  it('is the same object where its state does not allow it', () => {
    const sent = { ...campaign, state: 'sent' as const };
    for (const what of ['pause', 'resume', 'cancel'] as const) assert.equal(steered(sent, what, now), sent);
    assert.equal(steered(campaign, 'resume', now), campaign);
  });
});
