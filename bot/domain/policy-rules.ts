import { z } from 'zod';
import { RoleKey } from './people.ts';
import { Cite, Flag, Priority, SubjectKind } from './policy-keys.ts';
import { StepKey } from './steps.ts';

const Key = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a key in kebab-case');

/** One step that a row adds. Without a `cite` of its own it has that of its step, else that of its row. */
export const StepRule = z
  .strictObject({
    step: StepKey,
    /** For `to` and `also` only: who is told. */
    role: RoleKey.optional(),
    /** For `policy` only: the key of a linked policy. */
    policy: Key.optional(),
    by: RoleKey.optional(),
    /** Only when this flag stands. */
    when: Flag.optional(),
    need: z.literal('offered').optional(),
    cite: Cite.optional(),
  })
  .refine(
    (rule) => (rule.step === 'to' || rule.step === 'also') === (rule.role !== undefined),
    '`to` and `also`, and only they, name a role',
  )
  .refine((rule) => (rule.step === 'policy') === (rule.policy !== undefined), '`policy`, and only it, names a linked policy');
export type StepRule = z.infer<typeof StepRule>;

const Standing = z.enum(['yes', 'if', 'no']);

/** A kind of incident. In `flags`, yes is always on, if is asked, no starts off; `lock` means child imagery is always assumed. */
export const Category = z.strictObject({
  key: Key,
  label: z.string(),
  flags: z.strictObject({ cp: Standing, prevent: Standing, illegal: Standing, bullying: Standing, imagery: z.enum(['lock', 'ask', 'no']) }),
  priority: Priority,
  /** Nobody may lower it. */
  priorityLocked: z.literal(true).optional(),
  /** About an adult in school by its very name. */
  private: z.literal(true).optional(),
  /** Who it is about when the reporter names nobody. */
  subject: SubjectKind.optional(),
  /** The reporter does not know what it is, or the filter let something through: the DSL is told (S-02). */
  tellsDslBecause: z.enum(['unsure', 'filtering']).optional(),
  /** A slip with data or a device is no allegation: LADO only with `cp` (S-17). */
  slip: z.literal(true).optional(),
  cite: Cite,
  steps: z.array(StepRule).min(1),
});
export type Category = z.infer<typeof Category>;

/** What a flag adds when it stands. */
export const FlagRule = z.strictObject({
  sets: z.array(Flag).optional(),
  /** At least this pressing, when it was answered rather than part of the category. */
  minimum: Priority.optional(),
  steps: z.array(StepRule),
  /** Steps that an answer of "no" takes away. */
  withoutIt: z.array(StepKey).optional(),
  cite: Cite,
});
export type FlagRule = z.infer<typeof FlagRule>;

/** What follows from who is said to have done it. */
export const SubjectRule = z.strictObject({
  label: z.string(),
  private: z.boolean(),
  /** Works, volunteers or governs here: `staff-file` instead of CPOMS (S-10) and the question for the LADO (S-17). */
  adultInSchool: z.boolean(),
  /** The role that such a person holds, and who does for them whatever that role is told or decides. */
  holds: RoleKey.optional(),
  standIn: RoleKey.optional(),
  /** Nobody else is told anything. */
  onlyTell: z.array(RoleKey).optional(),
  /** Told that a child may need help, and only when one may. */
  welfareOnly: z.array(RoleKey).optional(),
  sets: z.array(Flag).optional(),
  minimum: Priority.optional(),
  /** Who decides here, where it differs from the school's rule. */
  deciders: z.partialRecord(StepKey, RoleKey).optional(),
  steps: z.array(StepRule),
  notes: z.array(z.string()),
  cite: Cite,
});
export type SubjectRule = z.infer<typeof SubjectRule>;
