import { DateTime } from 'luxon';
import type { Day } from './record.ts';

/** No training that counts here is older. */
const earliest = '1990-01-01';

export type DayProblem = 'no-day' | 'not-a-day' | 'in-the-future' | 'too-long-ago';

/** What is wrong with the day on which training was done; undefined when nothing is. `today` is the school's own. */
export function dayProblem(on: string, today: Day): DayProblem | undefined {
  if (on === '') return 'no-day';
  if (!isDay(on)) return 'not-a-day';
  if (on > today) return 'in-the-future';
  return on < earliest ? 'too-long-ago' : undefined;
}

/** A day of the calendar as text: `2026-11-31` is none. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;
}
