import { daysAfter, daysBetween } from '#domain/days.ts';
import type { Owed } from './owed.ts';
import { findTopic, type TrainingPolicy } from './policy.ts';
import type { Day } from './record.ts';

/** Why a reminder goes out by itself. */
type Occasion = 'coming' | 'overdue' | 'put-off';

/**
 * Whether a topic is to be reminded of today, and why. The round runs on staffed days only and says when it ran before: whatever fell
 * after that day and until today is due once, so a weekend, a holiday or a bot that was down loses nothing and sends nothing twice.
 * Without `lastRun` the school begins today: everything that would have gone out by now is due once.
 */
export function reminderDay(owed: Owed, today: Day, lastRun: Day | undefined, training: TrainingPolicy): Occasion | undefined {
  const { due, putOffUntil } = owed;
  if (putOffUntil !== undefined && putOffUntil > today) return undefined;
  const falls = (day: Day) => day <= today && (lastRun === undefined || day > lastRun);
  if (putOffUntil !== undefined && falls(putOffUntil)) return 'put-off';
  if (![...daysBefore(owed, training), ...weeklyAfter(owed, today, training)].some(falls)) return undefined;
  return due < today ? 'overdue' : 'coming';
}

/** What a reminder of everything names: due soon, or before today, or the day that they chose has come, however early that is. */
export function owedNow(owed: readonly Owed[], today: Day): Owed[] {
  return owed.filter(({ standing, putOffUntil }) => (putOffUntil === undefined ? standing !== 'later' : putOffUntil <= today));
}

/** Overdue for so long that the coordinator and the line manager are told too. */
export function escalates({ due }: Owed, today: Day, { remind }: TrainingPolicy): boolean {
  return daysAfter(due, remind.escalateAfterDays) <= today;
}

/** Whose first due day is later than this hears nothing today: a round need not read them. */
export function remindedUntil(today: Day, { remind }: TrainingPolicy): Day {
  return daysAfter(today, Math.max(...remind.daysBefore));
}

/** Whoever has less time than the first of these hears of it on the day on which their time began. */
function daysBefore({ topic, due, last }: Owed, training: TrainingPolicy): Day[] {
  const { daysBefore: days } = training.remind;
  const given = last === undefined ? findTopic(training, topic)?.withinDays : undefined;
  const short = given !== undefined && given < Math.max(...days) ? [given] : [];
  return [...days, ...short].map((n) => daysAfter(due, -n));
}

/** The latest of the days so many after the due day; none while it is in time. */
function weeklyAfter({ due }: Owed, today: Day, { remind }: TrainingPolicy): Day[] {
  const times = Math.floor(daysBetween(due, today) / remind.overdueEveryDays);
  return times < 1 ? [] : [daysAfter(due, times * remind.overdueEveryDays)];
}
