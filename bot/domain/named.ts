import type { Person, PersonId, Role } from './people.ts';
import { holdersOf } from './roles.ts';
import type { Settings } from './settings.ts';

/** How people write of somebody by their post instead of their name. */
const posts: { role: Role; said: RegExp }[] = [
  { role: 'headteacher', said: /\bhead(\s*-?\s*(teacher|master|mistress))?\b/i },
  { role: 'dsl', said: /\b(dsl|(designated\s+)?safeguarding\s+lead)\b/i },
  { role: 'chair', said: /\bchair\b/i },
];

/**
 * Adults of the school whom a typed name may mean. A name typed instead of picked must wall all the same, so this errs
 * towards too many: a shared surname or "the head" is enough (S-01: never to a person named).
 */
export function mayBeMeant(typed: string, people: Person[], settings: Settings): PersonId[] {
  const words = typed.toLowerCase().split(/[^\p{L}'’-]+/u);
  const bySurname = people.filter((person) => words.includes(surname(person.name))).map((person) => person.id);
  const byPost = posts.filter(({ said }) => said.test(typed)).flatMap(({ role }) => holdersOf(settings, role));
  return [...new Set([...bySurname, ...byPost])];
}

const surname = (name: string) => name.trim().split(/\s+/).at(-1)?.toLowerCase() ?? '';
