import { type Category, type Flag, findCategory, type RuleSet, type SubjectKind, type SubjectRule } from './policy.ts';
import { flags as everyFlag } from './policy-keys.ts';
import type { Facts } from './routing.ts';

/** What is known of a report, with everything that follows from it worked out once. */
export type Known = {
  ruleSet: RuleSet;
  category: Category;
  answers: Facts['flags'];
  kinds: SubjectKind[];
  subjects: SubjectRule[];
  affected: Facts['affected'];
  /** Every flag that stands, in the order of the list. */
  flags: Set<Flag>;
  /** Those that somebody answered, or that follow from who or what was answered: not those of the category itself. */
  raised: Set<Flag>;
};

/** Throws when the rule set does not know the category. */
export function knownOf(ruleSet: RuleSet, facts: Facts): Known {
  const category = findCategory(ruleSet, facts.category);
  const named = facts.subjects.length > 0 || category.subject === undefined ? facts.subjects : [category.subject];
  const kinds = [...new Set(named)];
  const subjects = kinds.map((kind) => ruleSet.subjects[kind]);
  const answered = everyFlag.filter((flag) => facts.flags[flag] === 'yes' || facts.flags[flag] === 'unsure');
  const raised = withThoseTheySet(ruleSet, [...answered, ...subjects.flatMap((subject) => subject.sets ?? [])]);
  const flags = withThoseTheySet(ruleSet, [...raised, ...alwaysOn(category)]);
  return { ruleSet, category, answers: facts.flags, kinds, subjects, affected: facts.affected, flags, raised };
}

function alwaysOn({ flags }: Category): Flag[] {
  const named = (['cp', 'prevent', 'illegal', 'bullying'] as const).filter((flag) => flags[flag] === 'yes');
  return flags.imagery === 'lock' ? [...named, 'childImagery'] : named;
}

/** A flag may set others, and those others again. Flags that the school does not use never stand. */
function withThoseTheySet(ruleSet: RuleSet, first: Iterable<Flag>): Set<Flag> {
  const found = new Set<Flag>();
  const waiting = [...first];
  for (let flag = waiting.pop(); flag !== undefined; flag = waiting.pop()) {
    const rule = ruleSet.flags[flag];
    if (rule === undefined || found.has(flag)) continue;
    found.add(flag);
    waiting.push(...(rule.sets ?? []));
  }
  return new Set(everyFlag.filter((flag) => found.has(flag)));
}

/** S-02, S-12: a child is, or may be, part of it. Where nobody at all is named, a child may be. */
export function aboutPupil({ kinds, affected, flags }: Known): boolean {
  const nobodyNamed = kinds.length === 0 && affected.length === 0;
  return nobodyNamed || kinds.includes('pupil') || affected.includes('pupil') || flags.has('cp') || flags.has('childImagery');
}

/** S-02: a pupil may be harmed or may have harmed another, the reporter is unsure, or filtering failed. */
export function dslMustKnow({ category, answers, kinds, affected, flags }: Known): boolean {
  const pupilHarmed = affected.includes('pupil') || (kinds.includes('pupil') && affected.length > 0);
  const feared = (['immediateDanger', 'cp', 'prevent', 'childImagery', 'bullying', 'reach'] as const).some((flag) => flags.has(flag));
  const unsure = Object.values(answers).includes('unsure');
  return pupilHarmed || feared || unsure || category.tellsDslBecause !== undefined;
}
