import type { Window } from './window.ts';

/** Milliseconds by which the pace is slower than the window: room for what arrives a little early. */
const slack = 30;

/**
 * Spreads what does not hurry evenly over a window: half of it may go at once, what follows goes one by one. So an alert never
 * waits for a whole window to pass, and what Teams counts does not depend on a few milliseconds on the way.
 */
export function createPace({ calls, seconds }: Window) {
  const gap = (seconds * 1_000 + slack) / calls;
  const atOnce = gap * Math.floor(calls / 2);
  /** When all that went so far would have been through, one by one. */
  let through = 0;
  return {
    nextAt: () => through - atOnce,
    spend: (now: number) => {
      through = Math.max(through, now) + gap;
    },
  };
}
