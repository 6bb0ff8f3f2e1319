import type { PersonId } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Tenure } from './owed.ts';
import { findTopic, type TrainingPolicy } from './policy.ts';
import type { Day, TrainingEvent, TrainingRecord } from './record.ts';
import { type DayProblem, dayProblem } from './training-day.ts';

/** *Record training* as it was filled in, right or wrong. `group`: a kind of person, `everybody`, `role.<role>`, or empty. */
export type RecordForm = {
  how: string;
  topic: string;
  on: string;
  course: string;
  certificate: string;
  reason: string;
  people: PersonId[];
  group: string;
};

/** The same once it is checked: one thing that is written into many people's records. */
export type Recording = { topic: string; by: PersonId; at: Instant } & (
  | { how: 'done'; on: Day; course?: string; certificate?: string }
  | { how: 'not-applicable'; reason: string }
);

export type RecordProblem =
  | DayProblem
  | 'unknown-topic'
  | 'unknown-choice'
  | 'needed-by-all'
  | 'needs-a-reason'
  | 'too-long'
  | 'nobody'
  | 'too-many'
  | 'nothing-changed'
  | 'made-here';
export type RecordProblems = Record<string, RecordProblem>;

/** What became of one person. */
export type RecordOutcome =
  | 'recorded'
  /** The same topic on the same day, or the same mark, stands in their record already. */
  | 'already'
  /** An earlier press of the same button wrote something else: nothing is written over. */
  | 'different'
  /** The topic has to be done by people of their kind. */
  | 'must-do'
  | 'left';

const longestLine = 200;
const longestReason = 500;
/** One dialog names no more people than this; a whole kind of people is named by one choice. */
export const mostPicked = 500;

export function checkRecording(form: RecordForm, training: TrainingPolicy, today: Day): RecordProblems {
  const topic = findTopic(training, form.topic);
  const isMark = form.how === 'not-applicable';
  const day = isMark ? undefined : dayProblem(form.on, today);
  return {
    ...(form.how === 'done' || isMark ? {} : { how: 'unknown-choice' as const }),
    ...(topic === undefined ? { topic: 'unknown-topic' as const } : {}),
    ...(topic !== undefined && isMark && (topic.whereApplicable ?? []).length === 0 ? { topic: 'needed-by-all' as const } : {}),
    ...(day === undefined ? {} : { on: day }),
    ...tooLong(form),
    ...(form.people.length > mostPicked ? { people: 'too-many' as const } : {}),
    ...(isMark && form.reason === '' ? { reason: 'needs-a-reason' as const } : {}),
  };
}

/** Beside each text that is too long to be kept. */
export function tooLong({ course, certificate, reason }: Record<'course' | 'certificate' | 'reason', string>): RecordProblems {
  return {
    ...(course.length > longestLine ? { course: 'too-long' as const } : {}),
    ...(certificate.length > longestLine ? { certificate: 'too-long' as const } : {}),
    ...(reason.length > longestReason ? { reason: 'too-long' as const } : {}),
  };
}

/** Where nothing but a reason is asked for. */
export function reasonProblems(reason: string): RecordProblems {
  return reason === '' ? { reason: 'needs-a-reason' } : tooLong({ course: '', certificate: '', reason });
}

/** Expects a form without problems. */
export function recordingOf(form: RecordForm, by: PersonId, at: Instant): Recording {
  const who = { topic: form.topic, by, at };
  if (form.how === 'not-applicable') return { ...who, how: 'not-applicable', reason: form.reason };
  const course = form.course === '' ? {} : { course: form.course };
  const certificate = form.certificate === '' ? {} : { certificate: form.certificate };
  return { ...who, how: 'done', on: form.on, ...course, ...certificate };
}

/** For one person. `entry` is the id of the press, the same however often it arrives. */
export function decideRecording(
  recording: Recording,
  entry: string,
  { tenure, record, training }: { tenure: Tenure; record: TrainingRecord; training: TrainingPolicy },
): { outcome: RecordOutcome; events: TrainingEvent[] } {
  const nothing = (outcome: RecordOutcome) => ({ outcome, events: [] });
  if (tenure.left !== undefined) return nothing('left');
  const { topic, by, at } = recording;
  if (recording.how === 'not-applicable') {
    if (!mayNotApply(training, topic, tenure)) return nothing('must-do');
    if (record.notApplicable[topic] !== undefined) return nothing('already');
    return { outcome: 'recorded', events: [{ type: 'not-applicable', at, by, topic, reason: recording.reason }] };
  }
  const { how: _how, ...done } = recording;
  const written = record.entries.find((one) => one.entry === entry);
  if (written !== undefined) return nothing(written.topic === topic && written.on === recording.on ? 'recorded' : 'different');
  if (record.entries.some((one) => one.topic === topic && one.on === recording.on)) return nothing('already');
  return { outcome: 'recorded', events: [{ type: 'done', entry, source: 'recorded', ...done }] };
}

/** Who said that a topic does not apply to them, as it stands in their record. */
export function markedBy(topic: string, events: readonly TrainingEvent[]): PersonId | undefined {
  return events.findLast((event) => event.type === 'not-applicable' && event.topic === topic)?.by;
}

/** *Applies again*: nothing where it was never marked. */
export function decideApplies(topic: string, by: PersonId, at: Instant, { notApplicable }: TrainingRecord): TrainingEvent[] {
  return Object.hasOwn(notApplicable, topic) ? [{ type: 'applicable', at, by, topic }] : [];
}

/** Duties: only where the policy says "where applicable", and only for people of those kinds. */
export function mayNotApply(training: TrainingPolicy, topic: string, { kind }: Pick<Tenure, 'kind'>): boolean {
  return findTopic(training, topic)?.whereApplicable?.includes(kind) ?? false;
}
