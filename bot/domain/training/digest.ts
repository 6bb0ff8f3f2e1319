import type { PersonId } from '#domain/people.ts';
import type { Owed } from './owed.ts';
import { findTopic, type TrainingPolicy } from './policy.ts';
import type { Day, TrainingRecord } from './record.ts';
import { escalates } from './reminders.ts';

/** One person and the topics that they are named for. */
type Named = { person: PersonId; topics: string[] };

/** How many there are, and the first of them by name: the rest is a button away. */
export type Listed = { count: number; first: Named[] };

/** What a message can name without becoming a list to scroll through. */
export const mostListed = 10;

export const nobodyListed: Listed = { count: 0, first: [] };

/** The list with one more on it, by name. */
export function listing({ count, first }: Listed, one: Named, nameOf: (person: PersonId) => string): Listed {
  const named = [...first, one].sort((a, b) => nameOf(a.person).localeCompare(nameOf(b.person), 'en'));
  return { count: count + 1, first: named.slice(0, mostListed) };
}

/** What is to be said of one person, by topic; each list may be empty. */
type Concerns = { late: string[]; induction: string[]; help: string[] };

export function concernsOf(owed: readonly Owed[], today: Day, training: TrainingPolicy): Concerns {
  const topics = (which: (one: Owed) => boolean | undefined) => owed.filter(which).map(({ topic }) => topic);
  return {
    late: topics((one) => escalates(one, today, training)),
    induction: topics(({ induction }) => induction),
    help: topics(({ help }) => help),
  };
}

/** The last day on which anything was recorded of somebody; undefined when nothing was. */
export function lastEntry({ entries }: TrainingRecord): Day | undefined {
  return entries.map(({ on }) => on).reduce<Day | undefined>((last, on) => (last === undefined || on > last ? on : last), undefined);
}

/** Topics that somebody has by looking after training, and nobody else: their own development for it (duties B-12). */
export function ownDevelopment(training: TrainingPolicy, owed: readonly Owed[]): Owed[] {
  return owed.filter(({ topic }) => findTopic(training, topic)?.for.every((audience) => training.runBy.some((role) => role === audience)));
}
