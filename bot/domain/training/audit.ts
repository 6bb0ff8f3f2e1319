import type { World } from '#domain/decide.ts';
import type { PersonId } from '#domain/people.ts';
import { rolesAt } from '#domain/roles.ts';
import type { Instant } from '#domain/time.ts';
import type { TrainingPolicy } from './policy.ts';
import type { Day } from './record.ts';

/** How sure somebody feels, from 1 to 4 of the policy's scale. */
export const levels = [1, 2, 3, 4] as const;
export type Level = (typeof levels)[number];

/** Statement → level. What was left out is not in it. */
export type Levels = Partial<Record<string, Level>>;

/** Answers that are summed up together. `words`: `the school year 2026/27`, or `the autumn term 2026`. */
export type Round = { key: string; words: string };

/** Up to this level more help would be welcome. */
const lowest: Level = 2;
/** Fewer answers than this could be guessed to be somebody's (duties: people are not ranked). */
export const fewest = 3;
const monthsOfYear = 12;

/** The round that a day belongs to: the school year, or the term where the self-audit is due more than once a year. */
export function roundOf({ audit, topics }: Pick<TrainingPolicy, 'audit' | 'topics'>, today: Day): Round {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const from = month >= 9 ? year : year - 1;
  const months = topics.find(({ key }) => key === audit.topic)?.again?.months ?? monthsOfYear;
  if (months >= monthsOfYear) return { key: `${from}`, words: `the school year ${from}/${String(from + 1).slice(2)}` };
  const term = month >= 9 ? 'autumn' : month <= 4 ? 'spring' : 'summer';
  return { key: `${from}-${term}`, words: `the ${term} term ${year}` };
}

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

export const isLow = (level: Level | undefined): boolean => level !== undefined && level <= lowest;

/** Of each topic, in the policy's order: how many people are at each level. */
export type Confidence = { answered: number; topics: { topic: string; counts: [number, number, number, number] }[] };

export function nobodyAnswered({ audit, topics }: Pick<TrainingPolicy, 'audit' | 'topics'>): Confidence {
  const asked = topics.filter(({ key }) => audit.statements.some(({ topic }) => topic === key));
  return { answered: 0, topics: asked.map(({ key }) => ({ topic: key, counts: [0, 0, 0, 0] })) };
}

/** With one more person's answers in it. */
export function addAnswers(confidence: Confidence, training: Pick<TrainingPolicy, 'audit'>, answered: Levels): Confidence {
  const mine = topicLevels(training, answered);
  const topics = confidence.topics.map(({ topic, counts: [a, b, c, d] }) => {
    const level = mine[topic];
    const one = (of: Level) => (level === of ? 1 : 0);
    const counts: [number, number, number, number] = [a + one(1), b + one(2), c + one(3), d + one(4)];
    return { topic, counts };
  });
  return { answered: confidence.answered + 1, topics };
}

/**
 * What a reader may count who must not learn who answered what: whoever answered first, in whole groups of `fewest`. Otherwise two
 * looks, before and after somebody has answered, would differ by that person's answers.
 */
export function inGroups<One extends { at: Instant }>(answers: readonly One[]): One[] {
  const inOrder = answers.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return inOrder.slice(0, inOrder.length - (inOrder.length % fewest));
}

export type Weak = { topic: string; low: number; of: number };

/** Topics of which somebody would like more, first the one with the largest share of them. */
export function weakTopics({ topics }: Confidence): Weak[] {
  const weak = topics.map(({ topic, counts: [a, b, c, d] }) => ({ topic, low: a + b, of: a + b + c + d }));
  return weak.filter(({ low }) => low > 0).sort((one, other) => other.low / other.of - one.low / one.of);
}

/** Who answered what is for whoever plans the training and for the headteacher, and for nobody else who sees the register. */
export function maySeeWhoAnswered({ settings, now }: World, person: PersonId): boolean {
  return rolesAt(settings, person, now).some((role) => role === 'computing-coordinator' || role === 'headteacher');
}
