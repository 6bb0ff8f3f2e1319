import { z } from 'zod';

/**
 * Every step a route can owe, in the one order they run (S-09). Advice and the police come before anything that would
 * tell somebody that they are looked into; blocking a site (`technical-fix`) never waits for a decision.
 */
export const stepKeys = [
  'lock-imagery',
  'log',
  'to',
  'also',
  'secure-device',
  'preserve-evidence',
  'decide:lado',
  'decide:nudes-referral',
  'decide:csc',
  'decide:police',
  'decide:prevent-referral',
  'decide:external-agency',
  'safety-plan',
  'support',
  'inform-parents',
  'age-contact',
  'contain',
  'technical-fix',
  'check-register',
  'ask:senco',
  'decide:recategorise',
  'decide:bullying-test',
  'policy',
  'decide:device',
  'decide:wilful',
  'decide:suspend-use',
  'letter-home',
  'decide:sanction',
  'decide:disciplinary',
  'decide:police-or-asb',
  'decide:filter-change',
  'decide:breach-notice',
  'cpoms',
  'staff-file',
  'teach',
] as const;
export type StepKey = (typeof stepKeys)[number];
export const StepKey = z.enum(stepKeys);

/** What somebody who is told of a child's welfare only can still do for the child. */
export const welfareSteps: readonly StepKey[] = ['decide:csc', 'safety-plan', 'support', 'inform-parents', 'ask:senco', 'cpoms'];

/** Steps that make sense for a child at this school only: dropped when nobody said to have done it is a pupil. */
export const pupilOnly: readonly StepKey[] = ['decide:wilful', 'decide:suspend-use', 'letter-home', 'decide:sanction', 'age-contact'];

/** Compares two steps for sorting by the order of S-09. */
export function byStepOrder(one: { step: StepKey }, other: { step: StepKey }): number {
  return stepKeys.indexOf(one.step) - stepKeys.indexOf(other.step);
}
