import { z } from 'zod';
import { Ladders } from './policy-ladders.ts';

export type { Flag, Priority, SubjectKind } from './policy-keys.ts';
export type { Ladders, Rung } from './policy-ladders.ts';
export type { StepKey } from './steps.ts';

export const RuleSet = z.object({ key: z.enum(['headteacher-first', 'dsl-first']), version: z.int().min(1), title: z.string(), ladders: Ladders });
export type RuleSet = z.infer<typeof RuleSet>;
