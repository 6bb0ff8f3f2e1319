import type { World } from '#domain/decide.ts';
import type { PersonId } from '#domain/people.ts';
import { rolesAt } from '#domain/roles.ts';
import type { Instant } from '#domain/time.ts';
import type { TrainingPolicy } from './policy.ts';
import type { Day, TrainingEvent, TrainingRecord } from './record.ts';

/** How sure somebody feels, from 1 to 4 of the policy's scale. */
const levels = [1, 2, 3, 4] as const;
export type Level = (typeof levels)[number];

/** Statement → level. What was left out is not in it. */
export type Levels = Partial<Record<string, Level>>;

/** Up to this level more help would be welcome. */
const lowest: Level = 2;
/** Fewer answers than this could be guessed to be somebody's, above all when they are all alike (duties: people are not ranked). */
export const fewest = 5;

/** The answers of this policy's statements; anything else is left out. */
export function levelsIn({ audit }: Pick<TrainingPolicy, 'audit'>, given: (statement: string) => unknown): Levels {
  const found: Levels = {};
  for (const { key } of audit.statements) {
    const level = levels.find((one) => String(one) === given(key));
    if (level !== undefined) found[key] = level;
  }
  return found;
}

/** Topic → how sure somebody feels of it: the lowest of what they say about it. */
export function topicLevels({ audit }: Pick<TrainingPolicy, 'audit'>, answered: Levels): Partial<Record<string, Level>> {
  const found: Partial<Record<string, Level>> = {};
  for (const { key, topic } of audit.statements) {
    const level = answered[key];
    const known = found[topic];
    if (level !== undefined && (known === undefined || level < known)) found[topic] = level;
  }
  return found;
}

type AuditSaved = { person: PersonId; at: Instant; today: Day; command: string };

/** What a save adds to somebody's record: the self-audit is done once a day, however often its answers are changed. */
export function auditEvents(
  { audit: { topic } }: Pick<TrainingPolicy, 'audit'>,
  record: TrainingRecord,
  saved: AuditSaved,
): TrainingEvent[] {
  const { person: by, at, today: on, command: entry } = saved;
  if (record.entries.some((one) => one.topic === topic && one.on === on)) return [];
  return [{ type: 'done', at, by, entry, topic, on, source: 'audit' }];
}

export const isLow = (level: Level | undefined): boolean => level !== undefined && level <= lowest;

/** One of somebody's saves of the self-audit. */
export type AuditAnswer = { at: Instant; levels: Levels };

/** Of each topic, in the policy's order: how many people are at each level. */
export type Confidence = { topic: string; counts: [number, number, number, number] }[];

type AuditPolicy = Pick<TrainingPolicy, 'audit' | 'topics'>;

/** What people say now, each by their own levels. */
export function confidenceOf(training: AuditPolicy, answered: readonly Levels[]): Confidence {
  const known = answered.map((one) => topicLevels(training, one));
  return topicsAsked(training).map((topic) => ({ topic, counts: counted(known.flatMap((one) => one[topic] ?? [])) }));
}

/**
 * What a reader may count who must not learn who answered what: of each topic what people said of it first, whoever they are, in whole
 * groups of `fewest`. Answers are only ever added to it, a group at a time; else two looks, before and after somebody answers, changes
 * their mind or leaves, would differ by that person's answers. `answers` holds each person's saves in their order.
 */
export function confidenceInGroups(training: AuditPolicy, answers: readonly (readonly AuditAnswer[])[]): Confidence {
  const saves = answers.map((own) => own.map(({ at, levels }) => ({ at, of: topicLevels(training, levels) })));
  return topicsAsked(training).map((topic) => {
    const first = saves.flatMap((own) => {
      const save = own.find(({ of }) => of[topic] !== undefined);
      return save === undefined ? [] : [{ at: save.at, level: save.of[topic] ?? lowest }];
    });
    first.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    return { topic, counts: counted(first.slice(0, first.length - (first.length % fewest)).map(({ level }) => level)) };
  });
}

function topicsAsked({ audit, topics }: AuditPolicy): string[] {
  return topics.map(({ key }) => key).filter((key) => audit.statements.some(({ topic }) => topic === key));
}

function counted(given: readonly Level[]): [number, number, number, number] {
  const at = (level: Level) => given.filter((one) => one === level).length;
  return [at(1), at(2), at(3), at(4)];
}

type Weak = { topic: string; low: number; of: number };

/** Topics of which somebody would like more, first the one with the largest share of them. */
export function weakTopics(confidence: Confidence): Weak[] {
  const weak = confidence.map(({ topic, counts: [a, b, c, d] }) => ({ topic, low: a + b, of: a + b + c + d }));
  return weak.filter(({ low }) => low > 0).sort((one, other) => other.low / other.of - one.low / one.of);
}

/** Who answered what is for whoever plans the training and for the headteacher, and for nobody else who sees the register. */
export function maySeeWhoAnswered({ settings, now }: World, person: PersonId): boolean {
  return rolesAt(settings, person, now).some((role) => role === 'computing-coordinator' || role === 'headteacher');
}
