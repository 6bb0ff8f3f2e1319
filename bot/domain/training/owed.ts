import { daysAfter, wallClock } from '#domain/days.ts';
import type { Person, Role } from '#domain/people.ts';
import { lastDone, type Reason, reasonsFor } from './applies.ts';
import { dueNextTerm, type Terms } from './audit-round.ts';
import { endOfNextAcademicYear, longestStaffMonths, monthsAfter } from './months.ts';
import type { Topic, TrainingPolicy } from './policy.ts';
import type { Day, Entry, TrainingRecord } from './record.ts';

/** What somebody is at the school and since when: all that due dates follow from, besides the record. */
export type Tenure = {
  kind: Person['kind'];
  /** `since`: the day on which they took the role on, when that is known. */
  roles: { role: Role; since?: Day }[];
  /** Their first day, when that is known; else the day on which the product first saw them. Not before the day from which theirs is counted. */
  started: Day;
  /** They were here before the product began to count, on this day: nothing without a record was due before it, and their induction is behind them. */
  hereBefore?: Day;
  /** A leaver owes nothing from this day on. */
  left?: Day;
  /** The school's own time zone, in which a moment has its day; UTC when it is left out. */
  zone?: string;
};

/** What set-up may have changed of the policy's intervals. `auditTerms`: the self-audit is owed in each term, of which these are known. */
export type Intervals = { staffMonths?: number; auditTerms?: Terms };

/** One topic that somebody owes, now or one day. `due` is the last day on which it is in time. */
export type Owed = {
  topic: string;
  due: Day;
  /** When it was last done, if ever. */
  last?: Day;
  standing: 'overdue' | 'due-soon' | 'later';
  /**
   * They asked to be reminded on this day and not before: never later than the due day or, when it was asked then or after, than
   * `putOffDays` after asking. It may have passed.
   */
  putOffUntil?: Day;
  help?: true;
  induction?: true;
};

/** From so many days before the due day it counts as due soon. */
export const soonDays = 30;

/** What is overdue can be put off for so many days. */
export const putOffDays = 14;

/**
 * Everything that one person owes, first due first: topics of their kind and roles, less those marked as not applicable, and
 * those that are owed once and done. Pure: the same day and record always give the same answer.
 */
export function owedBy(training: TrainingPolicy, tenure: Tenure, record: TrainingRecord, today: Day, intervals: Intervals = {}): Owed[] {
  if (tenure.left !== undefined && tenure.left <= today) return [];
  const owed: Owed[] = [];
  for (const topic of training.topics) {
    const reasons = reasonsFor(topic, tenure, record);
    if (reasons.length === 0) continue;
    const last = lastDone(training, topic, record, today);
    const due = dueDay(topic, tenure, reasons, last, intervals);
    if (due !== undefined) owed.push(owedTopic(topic, tenure, record, { due, last, today }));
  }
  return owed.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** Of several reasons the strictest counts. Undefined: owed once, and done. */
function dueDay(topic: Topic, tenure: Tenure, reasons: Reason[], last: Entry | undefined, intervals: Intervals): Day | undefined {
  const next = last === undefined ? undefined : dueAgain(topic, last.on, intervals);
  if (last !== undefined && next === undefined) return undefined;
  let due: Day | undefined;
  for (const reason of reasons) {
    const day = next === undefined ? firstDue(topic, tenure, reason) : stillFair(topic, reason, last?.on ?? next, next);
    if (due === undefined || day < due) due = day;
  }
  return due;
}

function firstDue({ withinDays }: Topic, { started, hereBefore }: Tenure, { since = started }: Reason): Day {
  const from = hereBefore !== undefined && hereBefore > since ? hereBefore : since;
  return daysAfter(from, withinDays);
}

/** Old training from before they had the topic gives them no less time than having none would. */
function stillFair({ withinDays }: Topic, { since }: Reason, last: Day, next: Day): Day {
  if (since === undefined || last >= since) return next;
  const first = daysAfter(since, withinDays);
  return next > first ? next : first;
}

function dueAgain({ again, by, withinDays }: Topic, last: Day, { staffMonths, auditTerms }: Intervals): Day | undefined {
  if (again === undefined) return undefined;
  const months = again.bySchool === true ? Math.min(staffMonths ?? again.months, longestStaffMonths) : again.months;
  const due = monthsAfter(last, months);
  if (by === 'audit' && auditTerms !== undefined) return dueNextTerm(auditTerms, last, withinDays) ?? due;
  if (again.academicYear === undefined) return due;
  return earlier(endOfNextAcademicYear(last), due);
}

type Dates = { due: Day; last: Entry | undefined; today: Day };

function owedTopic({ key, induction }: Topic, { hereBefore, zone }: Tenure, record: TrainingRecord, { due, last, today }: Dates): Owed {
  const owed: Owed = { topic: key, due, standing: standingOn(today, due) };
  if (last !== undefined) owed.last = last.on;
  if (induction === true && last === undefined && hereBefore === undefined) owed.induction = true;
  if (isSettled(record, key, last)) return owed;
  const putOff = record.putOff[key];
  if (putOff !== undefined) owed.putOffUntil = earlier(putOff, latestPutOff(record, key, due, zone));
  if (record.help.includes(key)) owed.help = true;
  return owed;
}

/** What was put off or asked about is over once another topic that covers this one is done. */
function isSettled({ askedAt }: TrainingRecord, key: string, last: Entry | undefined): boolean {
  const asked = askedAt?.[key];
  return asked !== undefined && last !== undefined && last.topic !== key && last.at > asked;
}

function latestPutOff({ askedAt }: TrainingRecord, key: string, due: Day, zone = 'utc'): Day {
  const asked = askedAt?.[key];
  if (asked === undefined) return due;
  const { day } = wallClock(zone, asked);
  return day < due ? due : daysAfter(day, putOffDays);
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

function standingOn(today: Day, due: Day): Owed['standing'] {
  if (due < today) return 'overdue';
  return due <= daysAfter(today, soonDays) ? 'due-soon' : 'later';
}
