import { check, type NamedCase } from './routing-case.ts';
import { dslFirst } from './rule-sets.ts';

const pupilOnPupil = { subjects: ['pupil'], affected: ['pupil'] } satisfies Partial<NamedCase>;

const cases: NamedCase[] = [
  {
    name: 'cyber-bullying between pupils goes to the DSL',
    category: 'cyber-bullying',
    ...pupilOnPupil,
    told: 'dsl',
    priority: 'high',
    owed: 'log → decide:external-agency → safety-plan → support → inform-parents → decide:bullying-test → policy:relationship → policy:safeguarding → decide:sanction → cpoms@dsl',
    not: 'decide:wilful decide:police-or-asb decide:police policy:anti-bullying',
    why: 'Online Safety Policy, 4.2 The designated safeguarding lead',
  },
  {
    name: 'cyber-bullying that has been passed round must be contained',
    category: 'cyber-bullying',
    ...pupilOnPupil,
    flags: { spread: 'yes' },
    told: 'dsl',
    priority: 'high',
    owed: 'contain → decide:bullying-test → cpoms',
  },
  {
    name: 'cyber-bullying with a picture of a child undressed, perhaps, is treated as imagery',
    category: 'cyber-bullying',
    ...pupilOnPupil,
    flags: { childImagery: 'unsure' },
    told: 'dsl',
    priority: 'urgent',
    owed: 'lock-imagery → log → to → preserve-evidence → decide:nudes-referral@dsl → decide:csc@dsl → decide:police@dsl → inform-parents → cpoms',
    dslMustAnswer: true,
  },
  {
    name: 'a colleague bullied online: the headteacher is told too',
    category: 'cyber-bullying',
    subjects: ['pupil'],
    affected: ['staff'],
    told: 'dsl headteacher',
    priority: 'high',
    owed: 'support → decide:bullying-test',
  },
  {
    name: 'extremist views with talk of weapons are urgent',
    category: 'radicalisation',
    subjects: ['pupil'],
    flags: { cp: 'yes' },
    told: 'dsl',
    priority: 'urgent',
    owed: 'decide:csc → decide:police → decide:prevent-referral → decide:external-agency → inform-parents → policy:safeguarding → cpoms',
    dslMustAnswer: true,
  },
  {
    name: 'a nude picture on a phone that is held: lock, secure, decide; sanction is not even asked',
    category: 'sexting',
    ...pupilOnPupil,
    flags: { device: 'yes' },
    told: 'dsl',
    priority: 'urgent',
    owed: 'lock-imagery → secure-device → preserve-evidence → decide:nudes-referral → decide:csc → decide:police → decide:external-agency → safety-plan → support → inform-parents → policy:safeguarding → decide:device@dsl → cpoms',
    not: 'decide:sanction',
    dslMustAnswer: true,
  },
  {
    name: 'grooming by a stranger goes to the DSL',
    category: 'online-grooming',
    subjects: ['unknown-online'],
    affected: ['pupil'],
    told: 'dsl',
    priority: 'urgent',
    owed: 'preserve-evidence → decide:csc → decide:police → decide:external-agency → inform-parents → policy:safeguarding → cpoms',
    not: 'decide:sanction',
    dslMustAnswer: true,
  },
  {
    name: 'harmful content that the filter let through: IT support is told',
    category: 'harmful-content',
    subjects: ['pupil'],
    flags: { reach: 'yes' },
    told: 'dsl it-support',
    priority: 'high',
    owed: 'technical-fix → policy:relationship → policy:acceptable-use → decide:sanction → cpoms',
  },
  {
    name: 'something away from school: support first, and parents on offer',
    category: 'harmful-content',
    subjects: ['pupil'],
    flags: { offSite: 'yes' },
    told: 'dsl',
    priority: 'high',
    owed: 'support → decide:sanction',
    offered: 'inform-parents',
  },
  {
    name: 'sexual messages between children, no picture',
    category: 'child-sexual-harassment',
    ...pupilOnPupil,
    told: 'dsl',
    priority: 'urgent',
    owed: 'log → to → decide:csc → decide:police → safety-plan → support → inform-parents → cpoms',
    dslMustAnswer: true,
  },
];

describe('a report of harm to a child at the DSL-first school', () => {
  for (const one of cases) it(one.name, () => check(dslFirst, one));
});
