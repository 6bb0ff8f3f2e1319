/** The documented limits: so many operations in so many seconds. */
export const perThread = {
  send: [
    [7, 1],
    [8, 2],
    [60, 30],
    [1800, 3600],
  ],
  members: [
    [14, 1],
    [16, 2],
    [120, 30],
    [3600, 3600],
  ],
} as const;
export const perAppAndTenant = [[50, 1]] as const;

export type Operation = keyof typeof perThread | 'other';
/** Takes one operation on a thread. Undefined lets it pass; a number refuses it: seconds to wait. */
export type Limits = { take(operation: Operation, thread: string): number | undefined };

type Windows = readonly (readonly [most: number, seconds: number])[];

/** Milliseconds until the next operation would pass; zero when it would pass now. */
function waitFor(taken: number[], windows: Windows, now: number): number {
  const waits = windows.map(([most, seconds]) => {
    const inWindow = taken.filter((at) => at > now - seconds * 1000);
    const oldest = inWindow[inWindow.length - most];
    return inWindow.length < most || oldest === undefined ? 0 : oldest + seconds * 1000 - now;
  });
  return Math.max(...waits);
}

/** Sliding windows on the clock that is passed in (milliseconds): the machine's, because Teams does not wait for the school's. */
export function createLimits(clock: () => number): Limits {
  const taken = new Map<string, number[]>();
  const times = (key: string) => taken.get(key) ?? [];
  return {
    take(operation, thread) {
      const now = clock();
      const key = `${operation} ${thread}`;
      const threadWait = operation === 'other' ? 0 : waitFor(times(key), perThread[operation], now);
      const wait = Math.max(threadWait, waitFor(times('all'), perAppAndTenant, now));
      if (wait > 0) return Math.ceil(wait / 1000);
      taken.set(key, [...times(key).filter((at) => at > now - 3_600_000), now]);
      taken.set('all', [...times('all').filter((at) => at > now - 1000), now]);
      return undefined;
    },
  };
}
