import { check, type NamedCase } from './routing-case.ts';
import { dslFirst } from './rule-sets.ts';

const cases: NamedCase[] = [
  {
    name: 'a virus goes to the DSL and IT support',
    category: 'malware',
    subjects: ['none-technical'],
    told: 'dsl it-support',
    priority: 'high',
    owed: 'technical-fix@it-support → cpoms',
  },
  {
    name: 'a site let through goes to the DSL and IT support',
    category: 'filter-failure',
    told: 'dsl it-support',
    priority: 'high',
    owed: 'technical-fix → cpoms',
    not: 'decide:filter-change',
  },
  {
    name: 'an insecure work device goes to the business manager, and the DSL is told',
    category: 'work-device-security',
    told: 'sbm dsl',
    priority: 'high',
    owed: 'technical-fix → cpoms',
    why: 'Online Safety Policy, 10 Staff using work devices outside school',
  },
  {
    name: 'an insecure work device that puts a child at risk goes to the DSL',
    category: 'work-device-security',
    flags: { cp: 'yes' },
    told: 'dsl',
    priority: 'urgent',
    owed: 'decide:csc → decide:police → inform-parents → cpoms',
    dslMustAnswer: true,
  },
  {
    name: 'a phone used in school waits for the Friday list',
    category: 'mobile-device-unauthorised',
    subjects: ['pupil'],
    told: 'dsl',
    priority: 'routine',
    owed: 'check-register → policy:relationship → policy:acceptable-use → decide:sanction → cpoms',
  },
  {
    name: 'a parent who posts abuse goes to the DSL, and the headteacher is told',
    category: 'community-posting',
    told: 'dsl headteacher',
    priority: 'standard',
    owed: 'policy:complaints → cpoms',
    not: 'decide:sanction staff-file',
  },
  {
    name: 'a complaint about a search goes to the headteacher',
    category: 'search-complaint',
    told: 'headteacher',
    priority: 'standard',
    owed: 'log → policy:complaints',
  },
  {
    name: 'a complaint about a search with a child at risk goes to the DSL',
    category: 'search-complaint',
    flags: { cp: 'yes' },
    told: 'dsl',
    priority: 'urgent',
    owed: 'decide:csc → decide:police → policy:complaints → policy:safeguarding',
    dslMustAnswer: true,
  },
  {
    name: 'a child in danger now: DSL and headteacher at once',
    category: 'suspicious-use',
    flags: { immediateDanger: 'yes' },
    told: 'dsl headteacher',
    priority: 'urgent',
    owed: 'decide:csc → decide:police → decide:recategorise → cpoms',
    dslMustAnswer: true,
  },
  {
    name: 'a child on an app too young: parents are told of the age limit',
    category: 'underage-social-media',
    subjects: ['pupil'],
    told: 'dsl',
    priority: 'standard',
    owed: 'age-contact → cpoms',
  },
  {
    name: 'wilful misuse is not a decision of this school',
    category: 'aup-breach',
    subjects: ['pupil'],
    flags: { wilful: 'yes' },
    told: 'dsl',
    priority: 'routine',
    owed: 'policy:relationship → policy:acceptable-use → decide:sanction → cpoms',
    not: 'decide:suspend-use letter-home decide:wilful',
  },
];

describe('a report of a fault, a slip or a broken rule at the DSL-first school', () => {
  for (const one of cases) it(one.name, () => check(dslFirst, one));
});
