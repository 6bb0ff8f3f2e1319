import type { Tenure } from './owed.ts';
import type { Topic, TrainingPolicy } from './policy.ts';
import type { Day, Entry, TrainingRecord } from './record.ts';

/** Why somebody has a topic. `since`: the day from which they have it, when that is known. */
export type Reason = { since?: Day };

/** One for each of their kinds and roles that the topic is for; none when it is not theirs. */
export function reasonsFor(topic: Topic, tenure: Tenure, record: TrainingRecord): Reason[] {
  if (topic.asNeeded === true || isBehindThem(topic, tenure)) return [];
  const byKind = topic.for.includes(tenure.kind) && !isLeftOut(topic, tenure, record) ? [sinceStarting(tenure)] : [];
  const byRole = tenure.roles
    .filter(({ role }) => topic.for.includes(role))
    .map(({ since }): Reason => (since === undefined ? sinceStarting(tenure) : { since }));
  return [...byKind, ...byRole];
}

/** A coordinator marked it as not applicable, and the policy lets them. What a role asks for stays owed. */
export function isLeftOut(topic: Topic, tenure: Tenure, record: TrainingRecord): boolean {
  return record.notApplicable[topic.key] !== undefined && topic.whereApplicable?.includes(tenure.kind) === true;
}

/** Induction is for whoever is new. Of those who were here before the product nobody knows, and it is not asked again. */
function isBehindThem(topic: Topic, { hereBefore }: Tenure): boolean {
  return hereBefore !== undefined && topic.induction === true && topic.again === undefined;
}

function sinceStarting({ started, hereBefore }: Tenure): Reason {
  return hereBefore === undefined ? { since: started } : {};
}

/** The latest piece of training that counts for a topic. What is dated in the future does not count yet. */
export function lastDone(training: TrainingPolicy, topic: Topic, record: TrainingRecord, today: Day): Entry | undefined {
  const counting = countingFor(training, topic.key);
  let last: Entry | undefined;
  for (const entry of record.entries) {
    if (entry.on > today || !counting.has(entry.topic)) continue;
    if (last === undefined || entry.on > last.on || (entry.on === last.on && entry.at > last.at)) last = entry;
  }
  return last;
}

/** Asked for each of ten thousand people; a policy never changes, it is replaced. */
const known = new WeakMap<TrainingPolicy, Map<string, Set<string>>>();

function countingFor(training: TrainingPolicy, key: string): Set<string> {
  const map = known.get(training) ?? new Map(training.topics.map((topic) => [topic.key, coveringOf(training, topic.key)]));
  known.set(training, map);
  return map.get(key) ?? new Set([key]);
}

function coveringOf({ topics }: TrainingPolicy, key: string): Set<string> {
  return new Set([key, ...topics.filter((topic) => topic.covers?.includes(key)).map((topic) => topic.key)]);
}
