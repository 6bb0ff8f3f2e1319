import { DateTime } from 'luxon';
import type { Calendar } from './settings.ts';
import type { Instant } from './time.ts';

/** Days as text ("2026-11-23"), which compare as they follow each other. */

const notADate = 'The calendar has a day, a time or a time zone that does not exist';

/** The school's own date at a moment. */
export function dayOf(calendar: Calendar, at: Instant): string {
  return dated(DateTime.fromISO(at, { zone: calendar.zone }));
}

/** The moment at which the school's clock shows `time` ("07:30") on `day`. A time that the spring change skips is an hour later. */
export function instantOn(calendar: Calendar, day: string, time: string): Instant {
  const instant = DateTime.fromISO(`${day}T${time}`, { zone: calendar.zone }).toUTC().toISO();
  if (instant === null) throw new Error(notADate);
  return instant;
}

export function daysAfter(day: string, n: number): string {
  return dated(DateTime.fromISO(day, { zone: 'utc' }).plus({ days: n }));
}

export function isWeekday(day: string): boolean {
  return weekdayOf(day) <= 5;
}

export function mondayOf(day: string): string {
  return daysAfter(day, 1 - weekdayOf(day));
}

const weekdayOf = (day: string) => DateTime.fromISO(day, { zone: 'utc' }).weekday;

function dated(date: DateTime): string {
  const text = date.toISODate();
  if (text === null) throw new Error(notADate);
  return text;
}
