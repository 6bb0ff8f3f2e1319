import { closing, nextOpening } from '#domain/calendar.ts';
import type { Calendar } from '#domain/settings.ts';
import type { Instant } from '#domain/time.ts';

/** A clock that stands still until it is moved, or runs from where it was put. */
export type MovableClock = {
  now(): Instant;
  /** The machine's clock with the same skips, in milliseconds: what Teams asked to put off comes after a skip too. */
  machineNow(): number;
  /** The same in a hurry: what Teams' limits are counted on where they are not what is looked at, so that nobody waits for them. */
  hurriedNow(): number;
  skip(minutes: number): void;
  skipToNextSchoolDay(calendar: Calendar): void;
};

/** The first opening later than `at`; undefined when no staffed day is known ahead. */
export function nextSchoolDay(calendar: Calendar, at: Instant): Instant | undefined {
  return nextOpening(calendar, closing(calendar, at) ?? at);
}

/** Times as fast as the machine's clock: more than a call to Teams takes here fits into the gap that the bot leaves between two. */
const hurry = 50;

/** `running` lets real time go on from `start`, for people to watch; a test leaves it still. */
export function movableClock(start: Instant, { running = false } = {}): MovableClock {
  const began = Date.now();
  let at = Date.parse(start);
  const now = () => new Date(at + (running ? Date.now() - began : 0)).toISOString();
  const skip = (minutes: number) => {
    at += minutes * 60_000;
  };
  const machineNow = () => Date.now() + at - Date.parse(start);
  return {
    now,
    machineNow,
    hurriedNow: () => machineNow() + (Date.now() - began) * (hurry - 1),
    skip,
    skipToNextSchoolDay(calendar) {
      const next = nextSchoolDay(calendar, now());
      if (next !== undefined) skip((Date.parse(next) - Date.parse(now())) / 60_000);
    },
  };
}
