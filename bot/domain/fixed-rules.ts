import type { StepRule } from './policy.ts';
import { aboutPupil, dslMustKnow, type Known } from './routing-facts.ts';
import { pupilOnly, type StepKey } from './steps.ts';

/** A rule with its source. */
export type CitedRule = StepRule & { cite: string };

const imagery = 'UKCIS nudes guidance, when an incident is known';
const rules: { when: (known: Known) => boolean; add: CitedRule[] }[] = [
  { when: () => true, add: [{ step: 'log', cite: 'KCSIE, Part two' }] },
  { when: dslMustKnow, add: [{ step: 'also', role: 'dsl', cite: 'KCSIE, Part two' }] }, // S-02
  {
    // S-07: the police are the DSL's question, so the DSL has to know. What was done is told afterwards, by the headteacher.
    when: ({ flags }) => flags.has('cp') || flags.has('illegal') || flags.has('childImagery'),
    add: [
      { step: 'also', role: 'dsl', cite: 'KCSIE, Annex C' },
      { step: 'decide:police', by: 'dsl', cite: 'KCSIE, Annex C' },
    ],
  },
  { when: ({ flags }) => flags.has('cp'), add: [{ step: 'decide:csc', by: 'dsl', cite: 'KCSIE, Part one' }] }, // S-08
  { when: isAboutAdult, add: [{ step: 'staff-file', cite: 'KCSIE, Part four' }] }, // S-10
  { when: parentsMustBeDecided, add: [{ step: 'inform-parents', cite: 'KCSIE, Part one' }] }, // S-12
  {
    // S-13, with the lock on looking, copying and deleting.
    when: ({ flags }) => flags.has('childImagery'),
    add: [
      { step: 'lock-imagery', cite: imagery },
      { step: 'preserve-evidence', cite: imagery },
      { step: 'secure-device', when: 'device', cite: imagery },
      { step: 'decide:nudes-referral', by: 'dsl', cite: imagery },
    ],
  },
  {
    when: ({ kinds, affected }) => kinds.includes('pupil') && affected.includes('pupil'), // S-16
    add: [
      { step: 'safety-plan', by: 'dsl', cite: 'KCSIE, Part five' },
      { step: 'support', cite: 'KCSIE, Part five' },
    ],
  },
  { when: ladoMustBeAsked, add: [{ step: 'decide:lado', cite: 'KCSIE, Part four' }] }, // S-17
  {
    when: ({ flags, category }) => flags.has('data') || category.key === 'personal-data-loss' || category.key === 'personal-data-email', // S-23
    add: [{ step: 'also', role: 'dpo', cite: 'UK GDPR, Articles 33 and 38' }],
  },
  {
    // A colleague who is harmed: the headteacher answers for them, whoever owns the case.
    when: ({ affected }) => affected.includes('staff'),
    add: [
      { step: 'also', role: 'headteacher', cite: 'Safeguarding rules, staff who are harmed' },
      { step: 'support', cite: 'Safeguarding rules, staff who are harmed' },
    ],
  },
  {
    // S-10: the child's welfare has its own entry, without the adult's name; a matter for the DSL to judge.
    when: (known) =>
      isAboutAdult(known) && known.ruleSet.externalLog === 'CPOMS' && (known.flags.has('cp') || known.affected.includes('pupil')),
    add: [{ step: 'cpoms', need: 'offered', by: 'dsl', cite: "KCSIE, Part four (the child's welfare only, without the adult's name)" }],
  },
];

/** What no school can switch off (safeguarding rules, section 1), whatever its rule set says. */
export function fixedRules(known: Known): CitedRule[] {
  return rules.filter(({ when }) => when(known)).flatMap(({ add }) => add);
}

/** Steps that do not belong here, though a row names them. */
export function droppedSteps(known: Known): Set<StepKey> {
  const dropped = new Set<StepKey>(known.answers.misuse === 'no' ? (known.ruleSet.flags.misuse?.withoutIt ?? []) : []);
  if (known.kinds.length > 0 && !known.kinds.includes('pupil')) for (const step of pupilOnly) dropped.add(step);
  if (known.category.slip && !known.flags.has('cp')) dropped.add('decide:lado');
  return dropped;
}

/** Somebody who works, volunteers or governs here, or a category that can be about nobody else. */
export function isAboutAdult({ category, subjects }: Known): boolean {
  return category.private === true || subjects.some((subject) => subject.adultInSchool);
}

/** S-17: a slip with data or a device is no allegation unless a child may be at risk. */
function ladoMustBeAsked(known: Known): boolean {
  return isAboutAdult(known) && (!known.category.slip || known.flags.has('cp'));
}

/** S-12: a required yes, no or not yet. */
function parentsMustBeDecided(known: Known): boolean {
  const feared = (['cp', 'prevent', 'childImagery', 'bullying'] as const).some((flag) => known.flags.has(flag));
  return feared && aboutPupil(known);
}
