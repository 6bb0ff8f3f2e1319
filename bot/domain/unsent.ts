import type { Ladders } from './policy.ts';
import type { Calendar } from './settings.ts';
import type { Instant } from './time.ts';

/** When somebody who began a report and has not sent it is reminded, and when the DSL is told that it was begun (S-04). */
export declare function unsentMoments(
  ladders: Ladders,
  calendar: Calendar,
  startedAt: Instant,
): { remindAt: Instant[]; tellDslAt: Instant };
