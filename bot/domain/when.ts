import { DateTime } from 'luxon';
import { wallClock } from './days.ts';
import type { Instant } from './time.ts';

/** `15:24`, or `Mon 23 Nov, 15:24` when it was another day: the school's wall clock. */
export function clockTime(at: Instant, zone: string, now: Instant): string {
  const { day, time } = wallClock(zone, at);
  if (day === wallClock(zone, now).day) return time;
  return `${DateTime.fromISO(day, { zone: 'utc', locale: 'en-GB' }).toFormat('ccc d LLL')}, ${time}`;
}

/** `4 minutes`, `2 hours`, `3 days`: how long somebody has been waiting. */
export function howLong(since: Instant, now: Instant): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 60_000));
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return counted(minutes, 'minute');
  if (minutes < 48 * 60) return counted(Math.floor(minutes / 60), 'hour');
  return counted(Math.floor(minutes / (24 * 60)), 'day');
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
