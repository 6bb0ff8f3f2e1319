import type { Role } from './people.ts';
import type { Flag, Priority, RuleSet, StepKey, SubjectKind } from './policy.ts';

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

export declare function route(ruleSet: RuleSet, facts: Facts): Route;
