import type { CitedRule } from './fixed-rules.ts';
import { type Role, roles } from './people.ts';
import type { Telling } from './routing.ts';
import { dslMustKnow, type Known } from './routing-facts.ts';

/** Who goes first when several people of different kinds are named: the first of these who is not one of them. */
const precedence: readonly Role[] = ['chair', 'vice-chair', 'headteacher', 'dsl', 'deputy-dsl'];
const rank = (role: Role) => (precedence.includes(role) ? precedence.indexOf(role) : precedence.length);

type Named = { role: Role; cite: string };

/** Rules gathered for one report, by where they come from (one list for each subject); those whose condition does not stand are left out. */
export type Gathered = {
  category: CitedRule[];
  flags: CitedRule[];
  subjects: CitedRule[][];
  fixed: CitedRule[];
};

/** Everybody who is told, the owner first, each role once, then in the order of the list of roles. */
export function tellingsOf(known: Known, gathered: Gathered): Telling[] {
  const owners = ownersOf(known, gathered);
  const [owner] = owners;
  if (owner === undefined) throw new Error('Every report has an owner');
  const flagOwners = named(gathered.flags, 'to');
  const besides = [gathered.category, ...gathered.subjects, gathered.flags, gathered.fixed].flatMap((rules) => named(rules, 'also'));
  const others = [...owners.slice(1), ...flagOwners, ...besides].map((other) => ({ ...other, role: standIn(known, other.role) }));
  const also = roles.flatMap((role) => others.find((other) => other.role === role && role !== owner.role) ?? []);
  return [
    { kind: 'to', ...owner, welfareOnly: false } as const,
    ...also
      .filter(({ role }) => mayBeTold(known, role))
      .map((other) => ({ kind: 'also', ...other, welfareOnly: isWelfareOnly(known, other.role) }) as const),
  ];
}

/** For each subject: its own row, else a flag, else the category, else the school's default. The first is the owner. */
function ownersOf(known: Known, { category, flags, subjects }: Gathered): Named[] {
  const rows = subjects.length === 0 ? [[]] : subjects;
  const [ofFlag] = named(flags, 'to');
  const [ofCategory] = named(category, 'to');
  // Where both name the same role, the category's source says more about why.
  const usual = ofFlag === undefined || ofFlag.role === ofCategory?.role ? (ofCategory ?? known.ruleSet.defaultRoute) : ofFlag;
  const owners = rows.map((row) => named(row, 'to')[0] ?? usual);
  return owners.map(({ role, cite }) => ({ role: standIn(known, role), cite })).sort((one, other) => rank(one.role) - rank(other.role));
}

function named(rules: CitedRule[], step: 'to' | 'also'): Named[] {
  return rules.flatMap((rule) => (rule.step === step && rule.role !== undefined ? [{ role: rule.role, cite: rule.cite }] : []));
}

/** Nobody is told of, or decides on, a report about themself: the deputy for the DSL, the chair for the headteacher, and so on. */
export function standIn(known: Known, role: Role): Role {
  const subject = known.subjects.find(({ holds }) => holds === role);
  return subject?.standIn === undefined ? role : standIn(known, subject.standIn);
}

/** Where a subject's row says so, nobody besides those it names; and those told of a child's welfare only if a child may need help. */
function mayBeTold(known: Known, role: Role): boolean {
  const closed = known.subjects.filter(({ onlyTell }) => onlyTell !== undefined);
  return closed.every((subject) => subject.onlyTell?.includes(role) || (subject.welfareOnly?.includes(role) && dslMustKnow(known)));
}

export function isWelfareOnly(known: Known, role: Role): boolean {
  return known.subjects.some(({ welfareOnly }) => welfareOnly?.includes(role));
}
