import { DateTime } from 'luxon';
import type { Calendar } from './settings.ts';
import type { Instant } from './time.ts';
import { steadyOffset } from './zone-offset.ts';

/** Days as text ("2026-11-23"), which compare as they follow each other. Only what touches a clock needs a time zone. */

const notADate = 'The calendar has a day, a time or a time zone that does not exist';
const dayInMilliseconds = 24 * 60 * 60 * 1000;

/** A turn asks again and again for the day of one moment. Kept as long as the calendar, which is never changed but replaced. */
const latest = new WeakMap<Calendar, { at: Instant; day: string }>();

/** The school's own date at a moment. */
export function dayOf(calendar: Calendar, at: Instant): string {
  const known = latest.get(calendar);
  if (known?.at === at) return known.day;
  const { day } = wallClock(calendar.zone, at);
  latest.set(calendar, { at, day });
  return day;
}

/** What calendar ("2026-11-23") and clock ("15:24") show there at a moment. */
export function wallClock(zone: string, at: Instant): { day: string; time: string } {
  const offset = steadyOffset(zone, at.slice(0, 10));
  const text = offset === undefined ? DateTime.fromISO(at, { zone }).toISO() : new Date(Date.parse(at) + offset).toISOString();
  if (text === null) throw new Error(notADate);
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

/** The moment at which the school's clock shows `time` ("07:30") on `day`. A time that the spring change skips is an hour later. */
export function instantOn({ zone }: Calendar, day: string, time: string): Instant {
  const offset = steadyOffset(zone, day);
  if (offset !== undefined) return new Date(Date.parse(`${day}T${time}Z`) - offset).toISOString();
  const instant = DateTime.fromISO(`${day}T${time}`, { zone }).toUTC().toISO();
  if (instant === null) throw new Error(notADate);
  return instant;
}

export function daysAfter(day: string, n: number): string {
  return new Date(Date.parse(day) + n * dayInMilliseconds).toISOString().slice(0, 10);
}

/** Negative when `to` is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayInMilliseconds;
}

export function isWeekday(day: string): boolean {
  return daysSinceMonday(day) < 5;
}

export function mondayOf(day: string): string {
  return daysAfter(day, -daysSinceMonday(day));
}

function daysSinceMonday(day: string): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}
