import type { Person, Role } from '#domain/people.ts';
import type { TrainingPolicy } from './policy.ts';
import type { Day, TrainingRecord } from './record.ts';

/** All that due dates follow from, besides the record. */
export type Trainee = {
  kind: Person['kind'];
  /** `since`: the day on which they took the role on, when that is known. */
  roles: { role: Role; since?: Day }[];
  /** Their first day, when that is known; else the day on which the product first saw them. */
  started: Day;
  /** A leaver owes nothing. */
  left?: Day;
};

/** What set-up may have changed of the policy's intervals. */
export type Intervals = { staffMonths?: number };

/** One topic that somebody owes, now or one day. `due` is the last day on which it is in time. */
export type Owed = {
  topic: string;
  due: Day;
  /** When it was last done, if ever. */
  last?: Day;
  standing: 'overdue' | 'due-soon' | 'later';
  /** They asked to be reminded on this day and not before; never later than the due day. */
  putOffUntil?: Day;
  help?: true;
  induction?: true;
};

/** From so many days before the due day it counts as due soon. */
export const soonDays = 30;

/**
 * Everything that one person owes, first due first: topics of their kind and roles, less those marked as not applicable, and
 * those that are owed once and done. Pure: the same day and record always give the same answer.
 */
export function owedBy(
  _training: TrainingPolicy,
  _trainee: Trainee,
  _record: TrainingRecord,
  _today: Day,
  _intervals: Intervals = {},
): Owed[] {
  throw new Error('not written yet');
}
