import { addStaffedMinutes, homeTime } from './calendar.ts';
import { minutesAfter } from './minutes.ts';
import type { Ladders, Priority } from './policy.ts';
import type { Calendar } from './settings.ts';
import type { Instant } from './time.ts';

/**
 * When the first decision is owed after "I'm dealing with it": within so many minutes, or before the children go home
 * (safeguarding rules, section 3). Minutes run in staffed hours only, so that nobody is chased at night for what was held
 * anyway; for an urgent report they are plain minutes: whoever takes that at night is at work on it.
 */
export function firstDecisionDue(ladders: Ladders, calendar: Calendar, acknowledgedAt: Instant, priority?: Priority): Instant {
  const minutes = ladders.firstDecisionMinutes;
  const due = priority === 'urgent' ? minutesAfter(acknowledgedAt, minutes) : addStaffedMinutes(calendar, acknowledgedAt, minutes);
  const home = homeTime(calendar, due);
  return home !== undefined && acknowledgedAt < home && home < due ? home : due;
}
