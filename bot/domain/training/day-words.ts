import { DateTime } from 'luxon';
import type { Day } from './record.ts';

/** `Friday 11 December`, with the year where it is another than today's. A day of the calendar, the same in every time zone. */
export function dayInWords(day: Day, today: Day): string {
  const named = DateTime.fromISO(day, { zone: 'utc', locale: 'en-GB' });
  return named.toFormat(day.slice(0, 4) === today.slice(0, 4) ? 'cccc d LLLL' : 'cccc d LLLL yyyy');
}

/** `Saturday`. */
export function weekdayOf(day: Day): string {
  return DateTime.fromISO(day, { zone: 'utc', locale: 'en-GB' }).toFormat('cccc');
}
