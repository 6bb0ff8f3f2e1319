import { dayOf, daysAfter, instantOn, isWeekday, mondayOf } from './days.ts';
import { minutesAfter, minutesBetween } from './minutes.ts';
import type { Calendar } from './settings.ts';
import type { Instant } from './time.ts';

/**
 * When the school is staffed. Alerts go by a day that begins at `alertsFrom` and ends at `closes`: from 07:30 what was
 * held overnight is sent (safeguarding rules, section 3). Everything is counted in the school's own zone.
 */

/** 'closed' is a night, a weekend or a day or two off; 'holiday' is a longer break, from the last closing to the next opening. */
export type Regime = 'staffed' | 'closed' | 'holiday';

/** A staffed day's hours: from `opens` inclusive to `closes` exclusive. */
type Hours = { opens: Instant; closes: Instant };

const weekdaysInHoliday = 3;
/** Seven shut days in a row hold five weekdays: enough to know a holiday. */
const daysToTell = 7;
/** Further than any school plans: a calendar with a slip in its years must not be searched for ever. */
const farthestDays = 800;

/** The regime of the whole shut stretch that holds `at`: the last evening of term is holiday already, whoever is told then is told for weeks. */
export function regime(calendar: Calendar, at: Instant): Regime {
  const day = dayOf(calendar, at);
  const today = hoursOf(calendar, day);
  if (today !== undefined && today.opens <= at && at < today.closes) return 'staffed';
  const before = today !== undefined && at >= today.closes ? [] : shutDays(calendar, daysAfter(day, -1), -1);
  const after = today !== undefined && at < today.opens ? [] : shutDays(calendar, daysAfter(day, 1), 1);
  const weekdays = [...before, ...(today === undefined ? [day] : []), ...after].filter(isWeekday);
  const betweenTerms = weekdays.some((date) => !isTerm(calendar, date));
  return betweenTerms || weekdays.length >= weekdaysInHoliday ? 'holiday' : 'closed';
}

/** `at` itself while staffed; undefined when no staffed day is known ahead: then treat the school as open now, which is safest. */
export function nextOpening(calendar: Calendar, at: Instant): Instant | undefined {
  const opens = hoursFrom(calendar, at)?.opens;
  return opens !== undefined && opens < at ? at : opens;
}

/** When the staffed hours that hold `at` end; undefined while shut. */
export function closing(calendar: Calendar, at: Instant): Instant | undefined {
  const hours = hoursFrom(calendar, at);
  return hours !== undefined && hours.opens <= at ? hours.closes : undefined;
}

/**
 * The end of the staffed day that holds `at` for 0, of the next one for 1, and so on. While shut, the day that comes is
 * already the next one. Undefined when the day is not known, and for 0 while shut.
 */
export function endOfStaffedDay(calendar: Calendar, at: Instant, n: number): Instant | undefined {
  let hours = hoursFrom(calendar, at);
  const shut = hours !== undefined && hours.opens > at;
  if (shut && n === 0) return undefined;
  for (let left = shut ? n - 1 : n; left > 0 && hours !== undefined; left -= 1) hours = hoursFrom(calendar, hours.closes);
  return hours?.closes;
}

/** When pupils go home on the day of `at`; undefined on days without pupils, INSET days among them. */
export function homeTime(calendar: Calendar, at: Instant): Instant | undefined {
  const day = dayOf(calendar, at);
  return isStaffed(calendar, day) && !calendar.inset.includes(day) ? instantOn(calendar, day, calendar.homeTime) : undefined;
}

/**
 * When the Friday list is sent, not before `at`: the opening on Friday, or on the last staffed day of a week whose Friday is
 * off. Undefined when no staffed day is known ahead.
 */
export function nextFriday(calendar: Calendar, at: Instant): Instant | undefined {
  const coming = hoursFrom(calendar, at);
  if (coming === undefined) return undefined;
  const monday = mondayOf(dayOf(calendar, coming.opens));
  const thisWeek = listMoment(calendar, monday);
  if (thisWeek !== undefined && thisWeek >= at) return thisWeek;
  const later = hoursFrom(calendar, instantOn(calendar, daysAfter(monday, 7), '00:00'));
  return later && listMoment(calendar, mondayOf(dayOf(calendar, later.opens)));
}

/** `at` plus minutes that count only while the school is staffed: always a staffed moment. Plain minutes when no opening is known ahead. */
export function addStaffedMinutes(calendar: Calendar, at: Instant, minutes: number): Instant {
  let left = minutes;
  let from = at;
  for (let hours = hoursFrom(calendar, from); hours !== undefined; hours = hoursFrom(calendar, from)) {
    if (hours.opens > from) from = hours.opens;
    const reached = minutesAfter(from, left);
    if (reached < hours.closes) return reached;
    left -= minutesBetween(from, hours.closes);
    from = hours.closes;
  }
  return minutesAfter(from, left);
}

/** The staffed hours that hold `at`, or the first after it. */
function hoursFrom(calendar: Calendar, at: Instant): Hours | undefined {
  const last = lastKnownDay(calendar);
  let day = dayOf(calendar, at);
  for (let i = 0; i < farthestDays && day <= last; i += 1, day = daysAfter(day, 1)) {
    const hours = hoursOf(calendar, day);
    if (hours !== undefined && at < hours.closes) return hours;
  }
  return undefined;
}

/** Every ladder of a turn asks for the same few days. Kept as long as the calendar, which is never changed but replaced. */
const worked = new WeakMap<Calendar, Map<string, Hours | 'shut'>>();

function hoursOf(calendar: Calendar, day: string): Hours | undefined {
  const days = worked.get(calendar) ?? new Map<string, Hours | 'shut'>();
  worked.set(calendar, days);
  const hours = days.get(day) ?? workOut(calendar, day);
  if (days.size > farthestDays) days.clear();
  days.set(day, hours);
  return hours === 'shut' ? undefined : hours;
}

function workOut(calendar: Calendar, day: string): Hours | 'shut' {
  if (!isStaffed(calendar, day)) return 'shut';
  return { opens: instantOn(calendar, day, calendar.alertsFrom), closes: instantOn(calendar, day, calendar.closes) };
}

/** Days without staff in a row, beginning with `first`. */
function shutDays(calendar: Calendar, first: string, step: 1 | -1): string[] {
  const days: string[] = [];
  for (let day = first; days.length < daysToTell && !isStaffed(calendar, day); day = daysAfter(day, step)) days.push(day);
  return days;
}

function listMoment(calendar: Calendar, monday: string): Instant | undefined {
  const friday = daysAfter(monday, 4);
  const week = [6, 5, 3, 2, 1, 0].map((n) => daysAfter(monday, n));
  const day = [friday, ...week].find((date) => isStaffed(calendar, date));
  return day && instantOn(calendar, day, calendar.alertsFrom);
}

function isStaffed(calendar: Calendar, day: string): boolean {
  if (calendar.alertsFrom >= calendar.closes) return false;
  if (calendar.inset.includes(day)) return true;
  return isWeekday(day) && isTerm(calendar, day) && !calendar.closures.some(({ from, to }) => from <= day && day <= to);
}

/** Before set-up has any term dates, every week is a school week: a report then must still reach somebody. */
function isTerm(calendar: Calendar, day: string): boolean {
  return calendar.terms.length === 0 || calendar.terms.some(({ from, to }) => from <= day && day <= to);
}

function lastKnownDay(calendar: Calendar): string {
  if (calendar.terms.length === 0) return '9999-12-31';
  return [...calendar.terms.map(({ to }) => to), ...calendar.inset].sort().at(-1) ?? '';
}
