import type { Instant } from '#domain/time.ts';

/** So many seconds later. */
export function after(at: Instant, seconds: number): Instant {
  return new Date(Date.parse(at) + seconds * 1_000).toISOString();
}
