import type { PersonId } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';

/** A day as text, "2026-11-23". */
export type Day = string;

/** How it is known that somebody did it: recorded by a coordinator, said by themself, a quiz passed or the self-audit answered here, or a file of past records. */
export type Source = 'recorded' | 'self' | 'quiz' | 'audit' | 'import';

/**
 * What happened in one person's training. Corrections add, they never erase: what was said first stays in the chain.
 * `entry` names one piece of training, so that it can be corrected.
 */
export type TrainingEvent = { at: Instant; by: PersonId } & (
  | {
      type: 'done';
      entry: string;
      topic: string;
      on: Day;
      source: Source;
      /** Trainer or course, as written. */
      course?: string;
      certificate?: string;
      /** Of a quiz: right answers out of how many. */
      right?: number;
      of?: number;
    }
  /** Only what changes is named. */
  | { type: 'corrected'; entry: string; reason: string; topic?: string; on?: Day; course?: string; certificate?: string }
  | { type: 'struck-out'; entry: string; reason: string }
  | { type: 'not-applicable'; topic: string; reason: string }
  | { type: 'applicable'; topic: string }
  /** *Not yet: remind me on …* */
  | { type: 'put-off'; topic: string; until: Day }
  | { type: 'asked-for-help'; topic: string }
  /** A quiz that was tried and not passed: nobody's failure, and no reminder stops for it. */
  | { type: 'tried'; topic: string; quiz: string; right: number; of: number }
  /** A quiz passed that goes with a course: the course itself is still to be done. */
  | { type: 'quiz-passed'; entry: string; topic: string; quiz: string; right: number; of: number }
);

/** One piece of training as it stands after its corrections. */
export type Entry = {
  entry: string;
  topic: string;
  on: Day;
  source: Source;
  by: PersonId;
  at: Instant;
  course?: string;
  certificate?: string;
  right?: number;
  of?: number;
  corrected?: true;
};

/** One person's training, folded. Struck-out entries are left out here; the events keep them. */
export type TrainingRecord = {
  entries: Entry[];
  /** Topic → reason. */
  notApplicable: Record<string, string>;
  /** Topic → the day on which to remind again. */
  putOff: Record<string, Day>;
  /** Topics with help asked for and not done since. */
  help: string[];
  /** Topic → when it was last put off or asked about. */
  askedAt?: Record<string, Instant>;
};

export const nothingRecorded: TrainingRecord = { entries: [], notApplicable: {}, putOff: {}, help: [] };

export function foldTraining(events: readonly TrainingEvent[]): TrainingRecord {
  return events.reduce(evolve, nothingRecorded);
}

/** The record after one more event. Doing a topic ends what was put off and asked about it. */
export function evolve(record: TrainingRecord, event: TrainingEvent): TrainingRecord {
  switch (event.type) {
    case 'done': {
      const { type: _type, ...entry } = event;
      return { ...settled(record, event.topic), entries: [...record.entries, entry] };
    }
    case 'corrected': {
      const { type: _type, entry, reason: _reason, at: _at, by: _by, ...changes } = event;
      const entries = record.entries.map((one) => (one.entry === entry ? { ...one, ...changes, corrected: true as const } : one));
      return { ...record, entries };
    }
    case 'struck-out':
      return { ...record, entries: record.entries.filter(({ entry }) => entry !== event.entry) };
    case 'not-applicable':
      return { ...record, notApplicable: { ...record.notApplicable, [event.topic]: event.reason } };
    case 'applicable':
      return { ...record, notApplicable: without(record.notApplicable, event.topic) };
    case 'put-off':
      return { ...record, putOff: { ...record.putOff, [event.topic]: event.until }, askedAt: asked(record, event) };
    case 'asked-for-help':
      return { ...record, help: [...new Set([...record.help, event.topic])], askedAt: asked(record, event) };
    case 'tried':
    case 'quiz-passed':
      return record;
  }
}

function settled(record: TrainingRecord, topic: string): TrainingRecord {
  return { ...record, putOff: without(record.putOff, topic), help: record.help.filter((one) => one !== topic) };
}

function asked({ askedAt }: TrainingRecord, { topic, at }: { topic: string; at: Instant }): Record<string, Instant> {
  return { ...askedAt, [topic]: at };
}

function without<Value>(from: Record<string, Value>, key: string): Record<string, Value> {
  const { [key]: _gone, ...rest } = from;
  return rest;
}
