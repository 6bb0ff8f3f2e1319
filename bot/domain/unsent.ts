import { homeTime } from './calendar.ts';
import { minutesAfter } from './minutes.ts';
import type { Ladders } from './policy.ts';
import type { Calendar } from './settings.ts';
import type { Instant } from './time.ts';

/**
 * When somebody who began a report and has not sent it is reminded, and when the DSL is told that it was begun (S-04).
 * In order, and all later than `startedAt`. Plain minutes, at night too: nobody knows yet how urgent it is, and S-04 makes
 * no exception for nights.
 */
export function unsentMoments(ladders: Ladders, calendar: Calendar, startedAt: Instant): { remindAt: Instant[]; tellDslAt: Instant } {
  const soon = minutesAfter(startedAt, ladders.unsent.remindAfterMinutes);
  const home = homeTime(calendar, startedAt);
  const remindAt = home === undefined || home <= startedAt ? [soon] : [...new Set([soon, home])].sort();
  return { remindAt, tellDslAt: minutesAfter(startedAt, ladders.unsent.tellDslAfterMinutes) };
}
