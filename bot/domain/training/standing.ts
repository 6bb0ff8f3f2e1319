import { isLeftOut, reasonsFor } from './applies.ts';
import { type Intervals, type Owed, owedBy, type Tenure } from './owed.ts';
import type { Topic, TrainingPolicy } from './policy.ts';
import type { Day, TrainingRecord } from './record.ts';

/** How one person stands in one topic. `not-yet`: never done, and not due for a while. */
export type TopicState = 'done' | 'due-soon' | 'overdue' | 'not-yet' | 'not-applicable';

/** How many people are in each state. Whoever does not have the topic is in none. */
type Counts = Record<TopicState, number>;

/** Where many people stand, and nobody's name. `people`: each counted once, by the worst of their topics. */
export type Standing = {
  topics: Record<string, Counts>;
  /** All topics of all people together. */
  total: Counts;
  people: { all: number; inDate: number; dueSoon: number; overdue: number };
};

/** How many people stand where with one topic, as it is shown. */
export type StandingOf = { topic: string; inDate: number; dueSoon: number; overdue: number };

/** Each topic that anybody has. Never done and not due for a while is nobody's arrears. */
export function standingRows({ topics }: Standing): StandingOf[] {
  return Object.entries(topics)
    .map(([topic, counts]) => ({
      topic,
      inDate: counts.done + counts['not-yet'],
      dueSoon: counts['due-soon'],
      overdue: counts.overdue,
    }))
    .filter(({ inDate, dueSoon, overdue }) => inDate + dueSoon + overdue > 0);
}

export type Counted = { tenure: Tenure; record: TrainingRecord };

/** Each topic of the policy in its order, with nobody counted yet. */
export function nobodyCounted({ topics }: TrainingPolicy): Standing {
  const owable = topics.filter(({ asNeeded }) => asNeeded !== true);
  return {
    topics: Object.fromEntries(owable.map(({ key }) => [key, noCounts()])),
    total: noCounts(),
    people: { all: 0, inDate: 0, dueSoon: 0, overdue: 0 },
  };
}

/** The standing with one more page of people in it; leavers are not counted. What was given stays as it was. */
export function addPage(
  standing: Standing,
  training: TrainingPolicy,
  page: readonly Counted[],
  today: Day,
  intervals: Intervals = {},
): Standing {
  const added = structuredClone(standing);
  for (const one of page) addPerson(added, training, one, today, intervals);
  return added;
}

/** Every topic that one person has, in the policy's order; empty for a leaver. */
export function statesOf(
  training: TrainingPolicy,
  { tenure, record }: Counted,
  today: Day,
  intervals: Intervals = {},
): { topic: string; state: TopicState }[] {
  if (tenure.left !== undefined && tenure.left <= today) return [];
  const owed = new Map(owedBy(training, tenure, record, today, intervals).map((one) => [one.topic, one]));
  return training.topics.flatMap((topic) => {
    const state = stateOf(topic, tenure, record, owed.get(topic.key));
    return state === undefined ? [] : [{ topic: topic.key, state }];
  });
}

/** Owing nothing of a topic that is theirs is having done it once and for all. */
function stateOf(topic: Topic, tenure: Tenure, record: TrainingRecord, owed: Owed | undefined): TopicState | undefined {
  if (owed !== undefined) return owed.standing !== 'later' ? owed.standing : owed.last === undefined ? 'not-yet' : 'done';
  if (reasonsFor(topic, tenure, record).length > 0) return 'done';
  return topic.for.includes(tenure.kind) && isLeftOut(topic, tenure, record) ? 'not-applicable' : undefined;
}

function addPerson(standing: Standing, training: TrainingPolicy, one: Counted, today: Day, intervals: Intervals): void {
  const { left } = one.tenure;
  if (left !== undefined && left <= today) return;
  const states = statesOf(training, one, today, intervals);
  for (const { topic, state } of states) {
    const counts = standing.topics[topic];
    if (counts !== undefined) counts[state] += 1;
    standing.total[state] += 1;
  }
  standing.people.all += 1;
  standing.people[worstOf(states.map(({ state }) => state))] += 1;
}

function worstOf(states: TopicState[]): 'overdue' | 'dueSoon' | 'inDate' {
  if (states.includes('overdue')) return 'overdue';
  return states.includes('due-soon') ? 'dueSoon' : 'inDate';
}

const noCounts = (): Counts => ({ done: 0, 'due-soon': 0, overdue: 0, 'not-yet': 0, 'not-applicable': 0 });
