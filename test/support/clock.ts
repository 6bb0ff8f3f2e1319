import { closing, nextOpening } from '#domain/calendar.ts';
import type { Calendar } from '#domain/settings.ts';
import type { Instant } from '#domain/time.ts';

/** A clock that stands still until it is moved, or runs from where it was put. */
export type MovableClock = {
  now(): Instant;
  /** The machine's clock with the same skips, in milliseconds: what Teams asked to put off comes after a skip too. */
  machineNow(): number;
  skip(minutes: number): void;
  skipToNextSchoolDay(calendar: Calendar): void;
};

/** The first opening later than `at`; undefined when no staffed day is known ahead. */
export function nextSchoolDay(calendar: Calendar, at: Instant): Instant | undefined {
  return nextOpening(calendar, closing(calendar, at) ?? at);
}

/** `running` lets real time go on from `start`, for people to watch; a test leaves it still. */
export function movableClock(start: Instant, { running = false } = {}): MovableClock {
  const began = Date.now();
  let at = Date.parse(start);
  const now = () => new Date(at + (running ? Date.now() - began : 0)).toISOString();
  const skip = (minutes: number) => {
    at += minutes * 60_000;
  };
  return {
    now,
    machineNow: () => Date.now() + at - Date.parse(start),
    skip,
    skipToNextSchoolDay(calendar) {
      const next = nextSchoolDay(calendar, now());
      if (next !== undefined) skip((Date.parse(next) - Date.parse(now())) / 60_000);
    },
  };
}
