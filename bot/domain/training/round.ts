import { dayOf, daysAfter, instantOn, mondayOf } from '#domain/days.ts';
import type { Calendar } from '#domain/settings.ts';
import type { Instant } from '#domain/time.ts';
import type { Campaign } from './campaign.ts';
import type { Day } from './record.ts';
import { openFrom } from './when-to-send.ts';

/** Nobody's day begins with a reminder before this, by the school's clock. */
const earliest = '08:00';

/** What of a round has gone out: `weekly` is the Monday of the week that was last told of, `monthly` the month (`2026-11`). */
export type Told = { weekly: Day; monthly: string };

/** The next round after `after`: at 08:00 of the next staffed day, or at its opening where that is later. Right across clock changes. */
export function nextRound(calendar: Calendar, after: Instant): Instant {
  let day = dayOf(calendar, after);
  for (;;) {
    const at = instantOn(calendar, day, timeOf(calendar));
    const open = openFrom(calendar, at);
    if (at > after && open === at) return at;
    // A holiday is passed over in one step.
    const opens = dayOf(calendar, open);
    day = opens > day ? opens : daysAfter(day, 1);
  }
}

/** A round that is late goes out at any time of a staffed day, and waits for the next one at night, at weekends and in the holidays. */
export function mayRunNow(calendar: Calendar, now: Instant): boolean {
  return openFrom(calendar, now) === now;
}

/** When a campaign may go out or go on: `now` itself, or later. A day's round does so on that day only: the next one takes over its rest. */
export function goesFrom({ from, startAt, override }: Campaign, calendar: Calendar, now: Instant): Instant {
  if (override !== undefined) return now;
  return from === 'daily' && dayOf(calendar, startAt) !== dayOf(calendar, now) ? nextRound(calendar, now) : openFrom(calendar, now);
}

/** On its way, or to go when its time comes: nobody need press anything. */
export const isGoing = ({ state }: Campaign) => state === 'scheduled' || state === 'sending';

/** The school's day on which a reminder went out or, as things stand, goes out or goes on. */
export function dayOut(campaign: Campaign, calendar: Calendar, now: Instant): Day {
  const { state, startAt, endedAt } = campaign;
  if (isGoing(campaign)) return dayOf(calendar, goesFrom(campaign, calendar, startAt > now ? startAt : now));
  return dayOf(calendar, state === 'sent' && endedAt !== undefined ? endedAt : startAt);
}

/** What a school that begins on `today` counts as told: the first digest comes with its next week, the headteacher's with its next month. */
export const toldFrom = (today: Day): Told => ({ weekly: mondayOf(today), monthly: today.slice(0, 7) });

/**
 * The first staffed day of a week, and of a month, tells more; where that was missed, the next one does. `sameReader`: somebody
 * would have both on one day, so the month waits for the next.
 */
export function tellsToday({ weekly, monthly }: Told, today: Day, sameReader = false): { weekly: boolean; monthly: boolean } {
  const now = toldFrom(today);
  const isWeek = now.weekly > weekly;
  return { weekly: isWeek, monthly: now.monthly > monthly && !(isWeek && sameReader) };
}

/** What is told once `tells` has gone out. */
export function toldAfter({ weekly, monthly }: Told, tells: { weekly: boolean; monthly: boolean }, today: Day): Told {
  const now = toldFrom(today);
  return { weekly: tells.weekly ? now.weekly : weekly, monthly: tells.monthly ? now.monthly : monthly };
}

/** The campaign of one day's round. The same for every replica, so that nobody is written to twice. */
export const roundKey = (day: Day) => `auto-${day}`;

function timeOf({ opens, closes }: Calendar): string {
  return opens > earliest || closes <= earliest ? opens : earliest;
}
