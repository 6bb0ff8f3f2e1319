import { nextOpening } from '#domain/calendar.ts';
import { dayOf, daysAfter, instantOn, isWeekday, wallClock } from '#domain/days.ts';
import { minutesAfter } from '#domain/minutes.ts';
import type { Calendar } from '#domain/settings.ts';
import type { Instant } from '#domain/time.ts';
import { isDay } from './training-day.ts';

/** Reminders go out while the school is staffed, from `opens` to `closes`: nobody's phone lights up at night, at weekends or in the holidays. */

/** Further ahead than any reminder is planned. */
const farthestDays = 366;

/** What was chosen under *When*: school time. */
export type Chosen = { kind: 'now' } | { kind: 'later'; day: string; time: string };

export type WhenProblem = 'date-missing' | 'not-a-date' | 'not-a-time' | 'past' | 'too-far';

/** Why it waits: the day of the week, the time of day or the holidays. */
export type Quiet = 'weekend' | 'outside-hours' | 'holiday';

/** `startAt` is when it goes; `quiet` why that is later than what was asked for. */
export type Going = { asked: Instant; startAt: Instant; quiet?: Quiet };

/** The moment itself while the school is staffed, else the next opening. After the last known term, weekdays count. */
export function openFrom(calendar: Calendar, at: Instant): Instant {
  return nextOpening(dayHours(calendar), at) ?? nextOpening(weekdaysOnly(calendar), at) ?? at;
}

/** When a message that is asked for at `asked` goes out. `override`: it goes then, whatever hour or day it is. */
export function goingOut(calendar: Calendar, asked: Instant, override = false): Going {
  const startAt = override ? asked : openFrom(calendar, asked);
  return startAt === asked ? { asked, startAt } : { asked, startAt, quiet: quietAt(calendar, asked) };
}

/** The moment that was chosen, by the school's clock. A time that the spring change skips is an hour later; of two in autumn it is the first. */
export function readChosen(calendar: Calendar, chosen: Chosen, now: Instant): { at: Instant } | { problem: WhenProblem } {
  if (chosen.kind === 'now') return { at: now };
  const { day, time } = chosen;
  if (day === '') return { problem: 'date-missing' };
  if (!isDay(day)) return { problem: 'not-a-date' };
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { problem: 'not-a-time' };
  const at = firstOf(calendar, instantOn(calendar, day, time));
  if (at <= now) return { problem: 'past' };
  return day > daysAfter(dayOf(calendar, now), farthestDays) ? { problem: 'too-far' } : { at };
}

/** In the hour that autumn repeats, which of the two is taken is otherwise left to chance. */
function firstOf({ zone }: Calendar, at: Instant): Instant {
  const before = minutesAfter(at, -60);
  const [one, other] = [wallClock(zone, before), wallClock(zone, at)];
  return one.day === other.day && one.time === other.time ? before : at;
}

function quietAt(calendar: Calendar, at: Instant): Quiet {
  const { day } = wallClock(calendar.zone, at);
  if (!isWeekday(day) && !calendar.inset.includes(day)) return 'weekend';
  // A day without staffed hours at noon is a day off, whatever the hour.
  const noon = instantOn(calendar, day, '12:00');
  return openFrom(calendar, noon) === noon ? 'outside-hours' : 'holiday';
}

/** Alerts may go out before the school opens; reminders wait until it has. Kept as long as the calendar, which is replaced and never changed. */
const reminding = new WeakMap<Calendar, Calendar>();
const beyondTerms = new WeakMap<Calendar, Calendar>();

function dayHours(calendar: Calendar): Calendar {
  return derived(reminding, calendar, () => ({ ...calendar, alertsFrom: calendar.opens }));
}

function weekdaysOnly(calendar: Calendar): Calendar {
  return derived(beyondTerms, calendar, () => ({ ...calendar, alertsFrom: calendar.opens, terms: [] }));
}

function derived(known: WeakMap<Calendar, Calendar>, calendar: Calendar, make: () => Calendar): Calendar {
  const made = known.get(calendar) ?? make();
  known.set(calendar, made);
  return made;
}
