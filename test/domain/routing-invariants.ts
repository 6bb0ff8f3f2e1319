import type { Role } from '#domain/people.ts';
import { findCategory, type RuleSet, type StepKey, type SubjectKind } from '#domain/policy.ts';
import type { Facts, Route, RoutedStep } from '#domain/routing.ts';

export type Routed = { ruleSet: RuleSet; facts: Facts; route: Route };

/** True of every route, whatever the rule sets say. Written from the safeguarding rules, not from the routing. */
export const invariants: [sentence: string, holds: (routed: Routed) => boolean][] = [
  [
    'somebody is told who is not one of those it is about',
    ({ route, facts }) => route.tellings.some(({ role }) => !excluded(facts).includes(role)),
  ],
  [
    'nobody is told of, or decides on, a report about themself',
    ({ route, facts }) => !peopleOf(route).some((role) => excluded(facts).includes(role)),
  ],
  [
    'the owner is the only one with a `to`, and comes first',
    ({ route }) => owners(route).join() === route.owner && route.tellings[0]?.kind === 'to',
  ],
  [
    'nobody is told twice, and no step is there twice',
    ({ route }) => isOnce(route.steps.map(keyOf)) && isOnce(route.tellings.map(({ role }) => role)),
  ],
  [
    'everybody told stands among the steps',
    ({ route }) => route.tellings.every(({ kind, role }) => route.steps.some((step) => step.step === kind && step.role === role)),
  ],
  [
    'every step and telling says where it comes from',
    ({ route, ruleSet }) => [...route.steps, ...route.tellings].every(({ cite }) => hasSource(ruleSet, cite)),
  ],
  ['why it goes to its owner is said', ({ route, ruleSet }) => hasSource(ruleSet, route.why)],
  ['steps run in the order of S-09', ({ route }) => isSorted(route.steps.map(({ step }) => orderOfS09.indexOf(step)))],
  [
    'S-02: the DSL or a deputy is told when a pupil may be harmed, the reporter is unsure or filtering failed',
    (routed) => !needsDsl(routed) || tellsDsl(routed.route),
  ],
  [
    'S-03: danger, cp, prevent and imagery stop only for the DSL team, who are told',
    ({ route }) => route.dslMustAnswer === grave(route) && (!grave(route) || tellsDsl(route)),
  ],
  [
    'S-07: the police are decided by whoever leads on safeguarding, wherever cp, illegal or imagery stands',
    (routed) => !has(routed, 'cp', 'illegal', 'childImagery') || leads(routed, 'decide:police'),
  ],
  [
    'S-08: social care is decided by the DSL or a deputy wherever cp stands',
    (routed) => !has(routed, 'cp') || isDsl(owed(routed.route, 'decide:csc')?.by),
  ],
  ['S-10: what is said of an adult in school goes to a staff file, and no CPOMS entry is owed for it', (routed) => staffFileRight(routed)],
  [
    'S-12: telling parents is decided on every cp and imagery case, and every prevent and bullying case about a pupil',
    (routed) => !parentsMatter(routed) || owed(routed.route, 'inform-parents') !== undefined,
  ],
  [
    'S-13: imagery is locked before anything else and the referral is decided',
    (routed) =>
      !has(routed, 'childImagery') ||
      (routed.route.steps[0]?.step === 'lock-imagery' && owed(routed.route, 'decide:nudes-referral') !== undefined),
  ],
  [
    'S-16: between children both have a plan and support',
    ({ route, facts }) => !betweenChildren(facts) || (owed(route, 'safety-plan') !== undefined && owed(route, 'support') !== undefined),
  ],
  ['S-17: the LADO question stands for every adult in school, but for a slip only with cp', (routed) => ladoRight(routed)],
  [
    'S-23: the data-protection officer is told wherever personal data is exposed',
    (routed) => !(has(routed, 'data') || dataCategories.includes(routed.facts.category)) || tells(routed.route, 'dpo'),
  ],
  ['a report about an adult in school or a governor is private', ({ route, facts }) => !isAboutAdult(facts) || route.private],
  [
    'a headteacher who is concerned leaves only the chair, the data-protection officer and, for the child, the DSL team',
    ({ route, facts }) => !facts.subjects.includes('headteacher') || route.tellings.every(fewMayKnow),
  ],
  [
    "nobody but a pupil is given a pupil's sanctions",
    ({ route, facts }) =>
      facts.subjects.length === 0 || facts.subjects.includes('pupil') || !route.steps.some(({ step }) => sanctions.includes(step)),
  ],
  ['cp, imagery and danger that somebody raised are urgent', ({ route, facts }) => !raisedGrave(facts) || route.priority === 'urgent'],
  [
    'cyber-bullying is never below high, and an adult is never on the Friday list',
    ({ route, facts }) =>
      (facts.category !== 'cyber-bullying' || above(route, 'standard')) && (!isAboutAdult(facts) || route.priority !== 'routine'),
  ],
  [
    'a colleague who is harmed is supported, and the headteacher or who stands in is told',
    ({ route, facts }) =>
      !facts.affected.includes('staff') ||
      (owed(route, 'support') !== undefined && (tells(route, 'headteacher') || tells(route, 'chair') || tells(route, 'vice-chair'))),
  ],
];

const orderOfS09: StepKey[] = [
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
];
const adults: SubjectKind[] = ['staff-member', 'volunteer-visitor', 'governor', 'chair', 'headteacher', 'dsl', 'computing-coordinator'];
const slips = ['personal-data-email', 'work-device-security', 'malware', 'personal-data-loss'];
const dataCategories = ['personal-data-email', 'personal-data-loss'];
const staffCategories = ['staff-misuse', 'staff-pupil-contact', 'staff-posting', 'personal-data-email'];
const sanctions: StepKey[] = ['decide:wilful', 'decide:suspend-use', 'letter-home', 'decide:sanction', 'age-contact'];

const excluded = (facts: Facts): Role[] =>
  (['headteacher', 'dsl', 'computing-coordinator', 'chair'] as const).filter((role) => facts.subjects.includes(role));
const peopleOf = (route: Route) =>
  [...route.tellings.map(({ role }) => role), ...route.steps.flatMap(({ by, role }) => [by, role])].filter((role) => role !== undefined);
const owners = (route: Route) => route.tellings.filter(({ kind }) => kind === 'to').map(({ role }) => role);
const keyOf = ({ step, role, policy }: RoutedStep) => `${step} ${role} ${policy}`;
const isOnce = (keys: string[]) => new Set(keys).size === keys.length;
const isSorted = (places: number[]) => places.every((place, i) => place >= (places[i - 1] ?? 0));
const hasSource = (ruleSet: RuleSet, cite: string) => ruleSet.sources.some(({ title }) => cite.startsWith(`${title}, `));
const tells = (route: Route, role: Role) => route.tellings.some((telling) => telling.role === role);
const isDsl = (role: Role | undefined) => role === 'dsl' || role === 'deputy-dsl';
const tellsDsl = (route: Route) => route.tellings.some(({ role }) => isDsl(role));
const owed = (route: Route, key: StepKey) => route.steps.find(({ step, need }) => step === key && need === 'required');
const has = ({ route }: Routed, ...flags: Route['flags']) => flags.some((flag) => route.flags.includes(flag));
const grave = (route: Route) => (['immediateDanger', 'cp', 'prevent', 'childImagery'] as const).some((flag) => route.flags.includes(flag));
const above = (route: Route, priority: Route['priority']) =>
  ['urgent', 'high', 'standard', 'routine'].indexOf(route.priority) < ['urgent', 'high', 'standard', 'routine'].indexOf(priority);
const isAboutAdult = (facts: Facts) => facts.subjects.some((kind) => adults.includes(kind)) || staffCategories.includes(facts.category);
const betweenChildren = (facts: Facts) => facts.subjects.includes('pupil') && facts.affected.includes('pupil');
const fewMayKnow = ({ role, welfareOnly }: Route['tellings'][number]) =>
  ['chair', 'vice-chair', 'dpo'].includes(role) || (isDsl(role) && welfareOnly);
const raisedGrave = ({ flags }: Facts) =>
  [flags.cp, flags.childImagery, flags.immediateDanger].some((answer) => answer === 'yes' || answer === 'unsure');

function needsDsl({ route, facts }: Routed): boolean {
  const filtering = ['filter-failure', 'filter-bypass'].includes(facts.category) || route.flags.includes('reach');
  const unsure = facts.category === 'suspicious-use' || Object.values(facts.flags).includes('unsure');
  return grave(route) || filtering || unsure || facts.affected.includes('pupil') || route.flags.includes('bullying');
}

/** The chair decides about the police where the headteacher is concerned: the DSL may know of the child only. */
function leads({ route, facts }: Routed, key: StepKey): boolean {
  const by = owed(route, key)?.by;
  return facts.subjects.includes('headteacher') ? by === route.owner : isDsl(by) && tells(route, by ?? 'dsl');
}

function staffFileRight({ route, facts }: Routed): boolean {
  if (!isAboutAdult(facts)) return true;
  return owed(route, 'staff-file') !== undefined && (facts.subjects.includes('pupil') || owed(route, 'cpoms') === undefined);
}

function parentsMatter(routed: Routed): boolean {
  const { subjects, affected } = routed.facts;
  return has(routed, 'cp', 'childImagery') || (has(routed, 'prevent', 'bullying') && [...subjects, ...affected].includes('pupil'));
}

function ladoRight(routed: Routed): boolean {
  const { route, facts, ruleSet } = routed;
  const asked = owed(route, 'decide:lado') !== undefined;
  const slip = slips.includes(findCategory(ruleSet, facts.category).key) && !has(routed, 'cp');
  return asked === (isAboutAdult(facts) && !slip);
}
