import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Conversation } from './handler.ts';

/** Whose conversation was noted within this minute, so that it need not be looked up at every press. */
export type MetLately = {
  has(school: SchoolKey, person: PersonId, conversation: Conversation): boolean;
  keep(school: SchoolKey, person: PersonId, conversation: Conversation): void;
  forget(school: SchoolKey, person: PersonId): void;
};

/** Why so short: that a message could not be sent may be noted meanwhile, and what they do next is to take it back soon. */
const milliseconds = 60_000;
const mostPeople = 1_000;

/** Remembers the newest thousand people of one process. Only ever saves a look: what is stored decides. */
export function createMetLately(now: () => Instant): MetLately {
  const met = new Map<string, { at: number; id: string; serviceUrl: string }>();
  const keyOf = (school: SchoolKey, person: PersonId) => `${school} ${person}`;
  return {
    has: (school, person, { id, serviceUrl }) => {
      const known = met.get(keyOf(school, person));
      if (known === undefined || known.id !== id || known.serviceUrl !== serviceUrl) return false;
      const age = Date.parse(now()) - known.at;
      return age >= 0 && age < milliseconds;
    },
    keep: (school, person, { id, serviceUrl }) => {
      const key = keyOf(school, person);
      met.delete(key);
      met.set(key, { at: Date.parse(now()), id, serviceUrl });
      const [oldest] = met.keys();
      if (met.size > mostPeople && oldest !== undefined) met.delete(oldest);
    },
    forget: (school, person) => void met.delete(keyOf(school, person)),
  };
}
