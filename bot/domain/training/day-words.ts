import { DateTime } from 'luxon';
import type { Day } from './record.ts';

/** `Friday 12 December`, with the year when it is not this one. */
export function dayInWords(day: Day, today: Day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ' yyyy';
  return DateTime.fromISO(day, { zone: 'utc', locale: 'en-GB' }).toFormat(`cccc d LLLL${year}`);
}

/** `12 December 2026`: for what is past. */
export function datedDay(day: Day): string {
  return DateTime.fromISO(day, { zone: 'utc', locale: 'en-GB' }).toFormat('d LLLL yyyy');
}

/** `Saturday`. */
export function weekdayOf(day: Day): string {
  return DateTime.fromISO(day, { zone: 'utc', locale: 'en-GB' }).toFormat('cccc');
}
