import { type Intervals, type Owed, owedBy, type Tenure } from '#domain/training/owed.ts';
import type { Topic, TrainingPolicy } from '#domain/training/policy.ts';
import { type Day, foldTraining, nothingRecorded, type TrainingEvent, type TrainingRecord } from '#domain/training/record.ts';

/** Invented people and a small policy in which every rule about due days stands once. */
export const coordinator = '11111111-1111-4111-8111-111111111111:22222222-2222-4222-8222-222222222222';

const topic = (key: string, rest: Partial<Topic>): Topic => ({
  key,
  label: `About ${key}`,
  why: 'So that everybody knows.',
  minutes: 10,
  cite: 'Invented Policy, 1',
  for: ['staff'],
  withinDays: 14,
  by: 'course',
  ...rest,
});

export const smallPolicy: TrainingPolicy = {
  runBy: ['computing-coordinator'],
  seenBy: ['headteacher'],
  topics: [
    topic('safe-use', { induction: true }),
    topic('refresher', { again: { months: 12, academicYear: true } }),
    topic('long', { for: ['governor'], again: { months: 24, academicYear: true } }),
    topic('biannual', { again: { months: 6, readings: [6, 24], bySchool: true } }),
    topic('bullying', { for: ['staff', 'volunteer', 'governor'], induction: true, whereApplicable: ['volunteer'], again: { months: 12 } }),
    topic('lead', { for: ['dsl', 'deputy-dsl'], withinDays: 90, again: { months: 24 }, covers: ['lead-update'] }),
    topic('lead-update', { for: ['dsl', 'deputy-dsl'], withinDays: 90, again: { months: 12 } }),
    topic('everybody', { for: ['staff', 'dsl', 'governor'], withinDays: 30, again: { months: 12 } }),
  ],
  remind: { daysBefore: [30, 7, 1], overdueEveryDays: 7, escalateAfterDays: 14, cite: 'Invented Policy, 2' },
  audit: { topic: 'refresher', every: ['year'], scale: ['1', '2', '3', '4'], statements: [], cite: 'Invented Policy, 3' },
};

export const staff = (rest: Partial<Tenure> = {}): Tenure => ({ kind: 'staff', roles: [], started: '2024-09-02', ...rest });

/** One 'done' event, recorded at noon of its day. */
export function done(topic: string, on: Day, rest: { entry?: string; at?: string } = {}): TrainingEvent {
  const { entry = `${topic}-${on}`, at = `${on}T12:00:00.000Z` } = rest;
  return { type: 'done', at, by: coordinator, entry, topic, on, source: 'recorded' };
}

export const recordOf = (...events: TrainingEvent[]): TrainingRecord => foldTraining(events);

export type Asked = { tenure?: Tenure; record?: TrainingRecord; today?: Day; intervals?: Intervals };

/** What somebody owes under the small policy: by default a member of staff with nothing recorded. */
export function owed({ tenure = staff(), record = nothingRecorded, today = '2026-11-23', intervals = {} }: Asked = {}): Owed[] {
  return owedBy(smallPolicy, tenure, record, today, intervals);
}

export const find = (key: string, asked: Asked = {}) => owed(asked).find(({ topic }) => topic === key);
export const due = (key: string, asked: Asked = {}) => find(key, asked)?.due;
