import type { PersonId } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import { findTopic, type TrainingPolicy } from './policy.ts';
import type { Day, Entry, TrainingEvent } from './record.ts';
import { type RecordProblems, reasonProblems, tooLong } from './recording.ts';
import { dayProblem } from './training-day.ts';

/** One entry as it is to be, and why. */
export type CorrectForm = { topic: string; on: string; course: string; certificate: string; reason: string };

export type Corrected = { events: TrainingEvent[] } | { problems: RecordProblems };

type Correcting = { entry: Entry; training: TrainingPolicy; today: Day; by: PersonId; at: Instant };

/** Passed or answered here: what was done cannot be another topic or day, it only counts or does not. */
export const isMadeHere = ({ source }: Pick<Entry, 'source'>): boolean => source === 'quiz' || source === 'audit';

/** What was said first stays in the record; this says what is right, and why (corrections add, they never erase). */
export function decideCorrect(form: CorrectForm, { entry, training, today, by, at }: Correcting): Corrected {
  if (isMadeHere(entry)) return { problems: { reason: 'made-here' } };
  const changes = changesOf(form, entry);
  const day = changes.on === undefined ? undefined : dayProblem(changes.on, today);
  const problems: RecordProblems = {
    ...(changes.topic !== undefined && findTopic(training, changes.topic) === undefined ? { topic: 'unknown-topic' } : {}),
    ...(day === undefined ? {} : { on: day }),
    ...(form.reason === '' ? { reason: 'needs-a-reason' } : {}),
    ...(Object.keys(changes).length === 0 ? { on: 'nothing-changed' } : {}),
    ...tooLong(form),
  };
  if (Object.keys(problems).length > 0) return { problems };
  return { events: [{ type: 'corrected', at, by, entry: entry.entry, reason: form.reason, ...changes }] };
}

export function decideStrikeOut(form: CorrectForm, { entry, by, at }: Pick<Correcting, 'entry' | 'by' | 'at'>): Corrected {
  const problems = reasonProblems(form.reason);
  if (Object.keys(problems).length > 0) return { problems };
  return { events: [{ type: 'struck-out', at, by, entry: entry.entry, reason: form.reason }] };
}

function changesOf(form: CorrectForm, entry: Entry): Partial<Record<'topic' | 'on' | 'course' | 'certificate', string>> {
  const fields = ['topic', 'on', 'course', 'certificate'] as const;
  return Object.fromEntries(fields.filter((field) => form[field] !== (entry[field] ?? '')).map((field) => [field, form[field]]));
}
