import type { Person, PersonId, Role } from './people.ts';
import { holdersOf } from './roles.ts';
import type { Settings } from './settings.ts';

/** How people write of somebody by their post instead of their name. "The deputy DSL" may mean either of the two: both are walled. */
const posts: { role: Role; said: RegExp }[] = [
  { role: 'headteacher', said: /\b(head(\s*-?\s*(teacher|master|mistress))?|principal)\b/i },
  { role: 'dsl', said: /\b(dsl|(designated\s+)?safeguarding\s+(lead|officer))\b/i },
  { role: 'deputy-dsl', said: /\b(deputy|ddsl)\b/i },
  { role: 'chair', said: /\bchair(man|woman|person)?\b/i },
  { role: 'vice-chair', said: /\bvice\b/i },
  { role: 'computing-coordinator', said: /\b(computing|ict)\s+(co-?ordinator|lead|subject\s+lead)\b/i },
  { role: 'sbm', said: /\b((school\s+)?business\s+manager|sbm|bursar)\b/i },
];
const titles = ['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'rev', 'sir', 'dame', 'prof', 'professor'];

/**
 * Adults of the school whom a typed name may mean. A name typed instead of picked must wall all the same, so this errs
 * towards too many: a shared surname, a lone first name or "the head" is enough (S-01: never to a person named).
 */
export function mayBeMeant(typed: string, people: Person[], settings: Settings): PersonId[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const lone = words.filter((word) => !titles.includes(word)).length === 1;
  const byName = people.filter(({ name }) => namesOf(name, lone).some((known) => words.includes(known))).map(({ id }) => id);
  const byPost = posts.filter(({ said }) => said.test(typed)).flatMap(({ role }) => holdersOf(settings, role));
  return [...new Set([...byName, ...byPost])];
}

/** "Mr Cole" in a field for children is an adult all the same. */
export function isTitled(typed: string): boolean {
  const [first = '', ...rest] = wordsOf(typed);
  return titles.includes(first) && rest.length > 0;
}

/** The parts of a name that tell who is meant: of a double-barrelled surname either half; the first name where nothing else was typed. */
function namesOf(name: string, alsoFirst: boolean): string[] {
  const parts = name
    .trim()
    .split(/\s+/)
    .filter((part) => !titles.includes(plainWord(part)));
  const surname = parts.at(-1) ?? '';
  return [surname, ...surname.split('-'), ...(alsoFirst ? parts : [])].map(plainWord).filter((part) => part !== '');
}

/** Words as they are compared: without accents, capitals, apostrophes or a final 's ("Mr Cole's class"). */
function wordsOf(typed: string): string[] {
  const whole = typed.split(/[^\p{L}\p{M}'’-]+/u).map((word) => word.replace(/['’]s$/iu, ''));
  return [...new Set([...whole, ...whole.flatMap((word) => word.split('-'))].map(plainWord))].filter((word) => word !== '');
}

const plainWord = (word: string) =>
  word
    .normalize('NFD')
    .replace(/[^\p{L}-]/gu, '')
    .toLowerCase();
