import type { Window } from './window.ts';

/** Milliseconds by which the pace is slower than the window: room for what is quicker on its way than the one before. */
const slack = 42;
const mostAtOnce = 10;
/** So many calls that came too late for their moment may follow at once. */
const caughtUp = 3;

/**
 * Spreads what does not hurry evenly over the window: after a quiet second a few may go at once, what follows goes one by one. So an
 * alert never waits for a whole window to pass, and what Teams counts does not hang on a few milliseconds.
 */
export function createPace({ calls, seconds }: Window) {
  const gap = (seconds * 1_000 + slack) / calls;
  const burst = Math.min(mostAtOnce, Math.floor(calls / 2));
  let next = 0;
  let spare = burst;
  /** Each call takes up its gap, also one that went at once or overtook: what follows waits for as long. */
  const take = (from: number) => {
    next = Math.max(next, from) + gap;
  };
  return {
    nextAt: () => (spare > 0 ? 0 : next),
    spend: (now: number) => {
      if (now - next >= seconds * 1_000) spare = burst;
      take(spare > 0 ? now : now - caughtUp * gap);
      spare = Math.max(0, spare - 1);
    },
    /** Something that hurries went without asking. After a whole window it is in nobody's way any more. */
    overtaken: (now: number) => {
      take(now - caughtUp * gap);
      next = Math.min(next, now + seconds * 1_000);
    },
  };
}
