import type { Role } from './people.ts';
import type { Flag, Priority, RuleSet, StepKey, SubjectKind } from './policy.ts';
import { priorities } from './policy-keys.ts';
import { type Known, knownOf } from './routing-facts.ts';
import { gather, stepsOf } from './routing-steps.ts';
import { tellingsOf } from './routing-tellings.ts';

/** What routing needs to know of a report: kinds, never people. */
export type Facts = {
  category: string;
  /** Flags answered at triage; 'unsure' counts as yes. A flag not asked is absent. */
  flags: Partial<Record<Flag, 'yes' | 'no' | 'unsure'>>;
  /** Kinds of those whose behaviour worries the reporter; empty for a technical fault or when nobody is known. */
  subjects: SubjectKind[];
  /** Kinds of those who may have been harmed. Never changes who is walled off. */
  affected: ('pupil' | 'staff' | 'other')[];
};

/** One step owed, once each, in the order of safeguarding rule S-09. */
export type RoutedStep = {
  step: StepKey;
  role?: Role;
  policy?: string;
  /** Who answers it, when the rule says so. */
  by?: Role;
  /** 'offered' steps may be left undone; 'required' ones hold the case open. */
  need: 'required' | 'offered';
  /** The policy and section it comes from, or the safeguarding rule: shown beside the step. */
  cite: string;
};

export type Telling = {
  kind: 'to' | 'also';
  role: Role;
  /** Told of the child's welfare only: nothing about the adult. */
  welfareOnly: boolean;
  cite: string;
};

export type Route = {
  owner: Role;
  /** The owner first; each role once. */
  tellings: Telling[];
  steps: RoutedStep[];
  /** All flags that stand, those that others set included. */
  flags: Flag[];
  priority: Priority;
  /** About an adult in school or a governor: 1:1 messages only, and cards without a category or citation. */
  private: boolean;
  /** The ladder stops only for the DSL team (S-03): danger, cp, prevent or child imagery. */
  dslMustAnswer: boolean;
  /** The rule that settled the owner, for "Goes to … Why?". */
  why: string;
};

/** Reports differ in their words more than in their facts. Kept as long as the rule set, which never changes. */
const routes = new WeakMap<RuleSet, Map<string, Route>>();
const mostRoutes = 200;

/**
 * Who is told, who owns it and what is owed: the rows of the category, the subjects and the flags, merged, with the rules
 * that no school can switch off. Throws when the rule set does not know the category.
 */
export function route(ruleSet: RuleSet, facts: Facts): Route {
  const ofRuleSet = routes.get(ruleSet) ?? new Map<string, Route>();
  routes.set(ruleSet, ofRuleSet);
  const key = JSON.stringify([facts.category, facts.flags, facts.subjects, facts.affected]);
  const found = ofRuleSet.get(key) ?? workOut(ruleSet, facts);
  if (ofRuleSet.size >= mostRoutes) ofRuleSet.clear();
  ofRuleSet.set(key, found);
  return found;
}

function workOut(ruleSet: RuleSet, facts: Facts): Route {
  const known = knownOf(ruleSet, facts);
  const gathered = gather(known);
  const tellings = tellingsOf(known, gathered);
  const [owner] = tellings;
  if (owner === undefined) throw new Error('Every report has an owner');
  return {
    owner: owner.role,
    tellings,
    steps: stepsOf(known, gathered, tellings),
    flags: [...known.flags],
    priority: priorityOf(known),
    private: known.category.private === true || known.subjects.some((subject) => subject.private),
    dslMustAnswer: (['immediateDanger', 'cp', 'prevent', 'childImagery'] as const).some((flag) => known.flags.has(flag)),
    why: owner.cite,
  };
}

/**
 * The highest of the category's, the subjects' and the raised flags'. A flag that belongs to the category adds nothing: the
 * category's own priority has weighed it (extremist views are high, and urgent only with contact, threats, weapons or travel).
 */
function priorityOf({ ruleSet, category, subjects, raised }: Known): Priority {
  const floors = [...subjects, ...[...raised].map((flag) => ruleSet.flags[flag])].flatMap((rule) => rule?.minimum ?? []);
  return priorities.find((priority) => [category.priority, ...floors].includes(priority)) ?? category.priority;
}
