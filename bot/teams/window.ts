/** So many calls in so many seconds, whenever the seconds begin. */
export type Window = { calls: number; seconds: number };

/** Milliseconds. Teams counts when a call arrives there, and one may be quicker on its way than the one before. */
export const margin = 25;

/** The moment from which one call more fits into every window. `times` are milliseconds, oldest first. */
export function freeAt(times: readonly number[], windows: readonly Window[]): number {
  let at = 0;
  for (const { calls, seconds } of windows) {
    const inTheWay = times[times.length - calls];
    if (inTheWay !== undefined) at = Math.max(at, inTheWay + seconds * 1_000 + margin);
  }
  return at;
}

/** Adds a call; keeps no more of those before than `freeAt` looks at. */
export function note(times: number[], now: number, windows: readonly Window[]): void {
  times.push(now);
  const most = Math.max(0, ...windows.map(({ calls }) => calls));
  const outside = now - longest(windows);
  while (times.length > most || (times[0] ?? now) < outside) times.shift();
}

/** Leaves out whatever no window looks at any more. `books` stand in the order of their last call. */
export function forget(books: Map<string, number[]>, now: number, windows: readonly Window[]): void {
  const outside = now - longest(windows);
  for (const [key, times] of books) {
    if ((times.at(-1) ?? 0) >= outside) return;
    books.delete(key);
  }
}

const longest = (windows: readonly Window[]) => Math.max(0, ...windows.map(({ seconds }) => seconds)) * 1_000 + margin;
