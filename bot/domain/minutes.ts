import type { Instant } from './time.ts';

/** Minutes of plain wall clock; a fraction or a negative number is allowed. */
export function minutesAfter(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + Math.round(minutes * 60_000)).toISOString();
}

/** Minutes from one moment to another; negative when `to` is the earlier one. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}
