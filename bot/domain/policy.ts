import { z } from 'zod';
import { RoleKey } from './people.ts';
import { crossCheck } from './policy-checks.ts';
import { Cite, Flag, SubjectKind } from './policy-keys.ts';
import { Ladders } from './policy-ladders.ts';
import { Category, FlagRule, StepRule, SubjectRule } from './policy-rules.ts';
import { Tile } from './policy-tiles.ts';
import { StepKey } from './steps.ts';
import { TrainingPolicy } from './training/policy.ts';

export type { Flag, Priority, SubjectKind } from './policy-keys.ts';
export type { Ladders, PriorityLadder, Rung } from './policy-ladders.ts';
export type { Category, FlagRule, StepRule, SubjectRule } from './policy-rules.ts';
export type { Choice, Question, Tile } from './policy-tiles.ts';
export type { StepKey } from './steps.ts';

const Months = z.int().min(1);

/** The shape of a school's policy as data. What no school may change is not here but in `fixed-rules.ts`. */
const Shape = z.strictObject({
  key: z.enum(['headteacher-first', 'dsl-first']),
  /** Goes up with every change; an incident keeps the version it was routed by. */
  version: z.int().min(1),
  title: z.string(),
  /** Policies, law and guidance that rules cite. Editions change: check them at every policy review. */
  sources: z.array(z.strictObject({ title: z.string(), edition: z.string() })).min(1),
  roleLabels: z.partialRecord(RoleKey, z.string()),
  linkedPolicies: z.record(z.string(), z.strictObject({ title: z.string(), aliases: z.array(z.string()) })),
  defaultRoute: z.strictObject({ role: RoleKey, cite: Cite }),
  /** Who answers a step and where it comes from, when a row does not say. */
  steps: z.partialRecord(StepKey, z.strictObject({ by: RoleKey.optional(), cite: Cite })),
  categories: z.array(Category).min(1),
  /** A flag that is missing is not used by this school. */
  flags: z.partialRecord(Flag, FlagRule),
  subjects: z.record(SubjectKind, SubjectRule),
  /** On offer with every incident, required only where a row says so. `pupil`: only when a pupil is or may be part of it. */
  offered: z.array(z.strictObject({ rule: StepRule, pupil: z.literal(true).optional() })),
  /** Where the record of a child's welfare must be entered as well, if anywhere. */
  externalLog: z.literal('CPOMS').nullable(),
  logOwner: RoleKey,
  /** The year groups of this school, youngest first, as the report offers them. */
  yearGroups: z.array(z.string().min(1)).min(1),
  /** Questions for the owner, never the reporter (S-05). Any "no" leaves the incident as misuse; it never drops it. */
  bullyingTest: z.strictObject({ questions: z.array(z.strictObject({ key: z.string(), label: z.string() })).min(1), cite: Cite }),
  /** May staff here examine a pupil's device? Otherwise: secure it and pass it on. */
  deviceExamination: z.strictObject({ allowed: z.boolean(), cite: Cite }),
  training: TrainingPolicy,
  policyReview: z.strictObject({ months: Months, readings: z.array(Months).optional(), cite: Cite }),
  /** Starting suggestions: nothing is removed until the school has set its own. */
  retention: z.array(z.strictObject({ records: z.string(), keep: z.string(), cite: Cite })),
  tiles: z.array(Tile).min(1),
  ladders: Ladders,
});
export type RuleSet = z.infer<typeof Shape>;
export const RuleSet = Shape.superRefine(crossCheck);

/** A rule set from JSON. Throws an error that names the place of the first thing that is wrong. */
export function parseRuleSet(json: unknown): RuleSet {
  const parsed = RuleSet.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`The rule set is not valid at ${issue?.path.join('.') || 'its top'}: ${issue?.message}`);
}

/** The category with this key. Throws when the rule set has none: a record was routed by another rule set. */
export function findCategory(ruleSet: RuleSet, key: string): Category {
  const category = ruleSet.categories.find((candidate) => candidate.key === key);
  if (category === undefined) throw new Error(`The rule set ${ruleSet.key} has no category "${key}"`);
  return category;
}

export function findTile(ruleSet: RuleSet, key: string): Tile | undefined {
  return ruleSet.tiles.find((tile) => tile.key === key);
}

/** What this school calls a role. */
export function roleLabel(ruleSet: RuleSet, role: z.infer<typeof RoleKey>): string {
  return ruleSet.roleLabels[role] ?? role;
}
