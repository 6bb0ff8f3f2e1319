import type { Calendar } from './settings.ts';
import type { Instant } from './time.ts';

/** 'closed' is a night, a weekend or a day or two off; 'holiday' is a longer break, from the last closing to the next opening. */
export type Regime = 'staffed' | 'closed' | 'holiday';

export declare function regime(calendar: Calendar, at: Instant): Regime;
/** `at` itself while staffed; undefined when no staffed day is known ahead: then treat the school as open now, which is safest. */
export declare function nextOpening(calendar: Calendar, at: Instant): Instant | undefined;
/** The first opening later than `at`. */
export declare function nextSchoolDay(calendar: Calendar, at: Instant): Instant | undefined;
/** When the staffed hours that hold `at` end; undefined while shut. */
export declare function closing(calendar: Calendar, at: Instant): Instant | undefined;
/** The end of the staffed day that holds `at` for 0, of the next one for 1, and so on. */
export declare function endOfStaffedDay(calendar: Calendar, at: Instant, n: number): Instant | undefined;
/** When pupils go home on the day of `at`; undefined on days without pupils. */
export declare function homeTime(calendar: Calendar, at: Instant): Instant | undefined;
/** When the Friday list is sent: the first such moment not before `at`. */
export declare function nextFriday(calendar: Calendar, at: Instant): Instant | undefined;
/** `at` plus minutes that count only while the school is staffed; plain minutes when no opening is known ahead. */
export declare function addStaffedMinutes(calendar: Calendar, at: Instant, minutes: number): Instant;
