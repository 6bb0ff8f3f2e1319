import { daysAfter } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, Role } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import { hereOnDuty } from './access.ts';
import { type Owed, putOffDays } from './owed.ts';
import { findTopic, type TrainingPolicy } from './policy.ts';
import type { Day, TrainingEvent, TrainingRecord } from './record.ts';
import { type DayProblem, dayProblem, isDay } from './training-day.ts';

/** What somebody says of their own training, on the reminder card or under `my training`. `today` is the school's own day. */
export type Saying = {
  person: PersonId;
  topic: string;
  now: Instant;
  today: Day;
  training: TrainingPolicy;
  record: TrainingRecord;
  owed: Owed[];
};

/** Why it cannot stand. Each has its sentence in `cards/training-words.ts`. */
export type SayProblem =
  | DayProblem
  | 'unknown-topic'
  /** Passing the quiz, or answering the self-audit, is the only way to do these. */
  | 'by-quiz'
  | 'by-audit'
  | 'certificate-too-long'
  | 'nothing-owed'
  | 'not-after-today'
  | 'after-the-due-day'
  | 'more-than-two-weeks';

/** `unchanged`: it stands so already. */
export type SayDecision =
  | { kind: 'accepted'; events: TrainingEvent[] }
  | { kind: 'unchanged' }
  | { kind: 'refused'; reason: SayProblem; field?: 'on' | 'certificate' | 'until' };

const longestCertificate = 100;

/** *I've done it*: their own word, which the register shows as that. `entry` names the piece of training. */
export function sayDone(saying: Saying, done: { on: string; certificate: string; entry: string }): SayDecision {
  const { person: by, now: at, today, record, training } = saying;
  const topic = findTopic(training, saying.topic);
  if (topic === undefined) return { kind: 'refused', reason: 'unknown-topic' };
  if (topic.by !== 'course') return { kind: 'refused', reason: topic.by === 'quiz' ? 'by-quiz' : 'by-audit' };
  const problem = dayProblem(done.on, today);
  if (problem !== undefined) return { kind: 'refused', reason: problem, field: 'on' };
  const certificate = done.certificate.trim();
  if (certificate.length > longestCertificate) return { kind: 'refused', reason: 'certificate-too-long', field: 'certificate' };
  const known = record.entries.find((entry) => entry.topic === topic.key && entry.on === done.on);
  if (known !== undefined && (certificate === '' || known.certificate === certificate)) return { kind: 'unchanged' };
  const kept = certificate === '' ? {} : { certificate };
  return {
    kind: 'accepted',
    events: [{ type: 'done', at, by, entry: done.entry, topic: topic.key, on: done.on, source: 'self', ...kept }],
  };
}

/** *Not yet: remind me on …*: a day after today, and not after the due day, or within two weeks once that has come. */
export function putOff(saying: Saying, until: string): SayDecision {
  const { person: by, now: at, today } = saying;
  const owed = saying.owed.find(({ topic }) => topic === saying.topic);
  const refused = (reason: SayProblem): SayDecision => ({ kind: 'refused', reason, field: 'until' });
  if (owed === undefined) return { kind: 'refused', reason: 'nothing-owed' };
  if (until === '') return refused('no-day');
  if (!isDay(until)) return refused('not-a-day');
  if (until <= today) return refused('not-after-today');
  if (until > lastPutOff(owed, today)) return refused(owed.due > today ? 'after-the-due-day' : 'more-than-two-weeks');
  if (saying.record.putOff[saying.topic] === until) return { kind: 'unchanged' };
  return { kind: 'accepted', events: [{ type: 'put-off', at, by, topic: saying.topic, until }] };
}

/** The last day to which it may be put off. */
export function lastPutOff({ due }: Pick<Owed, 'due'>, today: Day): Day {
  return due > today ? due : daysAfter(today, putOffDays);
}

/** *I need help*. Asked once until the topic is done: whoever runs training knows already. */
export function askForHelp({ person: by, now: at, topic, training, record }: Saying): SayDecision {
  if (findTopic(training, topic) === undefined) return { kind: 'refused', reason: 'unknown-topic' };
  if (record.help.includes(topic)) return { kind: 'unchanged' };
  return { kind: 'accepted', events: [{ type: 'asked-for-help', at, by, topic }] };
}

/** Who is told that somebody needs help: the coordinator where one is here, else the next who runs or sees training. Never the asker. */
export function whoHelps(world: World, asker: PersonId): PersonId[] {
  const { runBy, seenBy } = world.ruleSet.training;
  const inOrder: Role[] = [...new Set([...runBy.filter((role) => role === 'computing-coordinator'), ...runBy, ...seenBy])];
  return inOrder.map((role) => hereOnDuty(world, role, [asker])).find((people) => people.length > 0) ?? [];
}
