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

/** The calls of each conversation, forgotten once no window looks at them any more. */
export function createBooks(windows: readonly Window[]) {
  const books = new Map<string, number[]>();
  const forget = (outside: number) => {
    for (const [key, times] of books) {
      if ((times.at(-1) ?? 0) >= outside) return;
      books.delete(key);
    }
  };
  return {
    freeAt: (key: string) => freeAt(books.get(key) ?? [], windows),
    note: (key: string, now: number) => {
      const times = books.get(key) ?? [];
      note(times, now, windows);
      // Whoever was written to last goes to the end, so that what can be forgotten stands in front.
      books.delete(key);
      books.set(key, times);
      forget(now - longest(windows));
    },
  };
}

const longest = (windows: readonly Window[]) => Math.max(0, ...windows.map(({ seconds }) => seconds)) * 1_000 + margin;
