import type { Ladders } from './policy.ts';
import type { Calendar } from './settings.ts';
import type { Instant } from './time.ts';

/** When the first decision is owed after "I'm dealing with it" (safeguarding rules, section 3). */
export declare function firstDecisionDue(ladders: Ladders, calendar: Calendar, acknowledgedAt: Instant): Instant;
