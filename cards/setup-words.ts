import type { Need } from '#domain/completeness.ts';
import type { Role } from '#domain/people.ts';
import type { Problem } from '#domain/set-up-checks.ts';
import type { SetUpRefusal } from '#domain/set-up-command.ts';
import type { Place } from '#domain/settings.ts';
import type { AuditEvery } from '#domain/training/policy.ts';

export const roleNames: Record<Role, string> = {
  headteacher: 'Headteacher',
  dsl: 'DSL (designated safeguarding lead)',
  'deputy-dsl': 'Deputy DSL',
  slt: 'Senior leaders',
  'computing-coordinator': 'Computing coordinator',
  sbm: 'Business manager',
  'it-support': 'IT support',
  chair: 'Chair of governors',
  'vice-chair': 'Vice-chair of governors',
  'link-governor': 'Link governor for online safety',
  governor: 'Other governors',
  clerk: 'Clerk to the governors',
  dpo: 'Data protection officer',
  'on-call': 'On call when the school is shut',
  'holiday-contact': 'Holiday contact',
};

/** What holding the role means, in a sentence, under the heading of its screen. */
export const roleMeanings: Record<Role, string> = {
  headteacher: 'Told about what the rules send to the headteacher, and about every urgent report that nobody has taken.',
  dsl: 'Told whenever a pupil may be harmed, and answers for every urgent report.',
  'deputy-dsl': 'Told together with the DSL about urgent reports, and instead of the DSL when the DSL is away.',
  slt: 'Told about an urgent report when neither the DSL nor a deputy has taken it after five minutes.',
  'computing-coordinator': 'Keeps the log of online-safety incidents and the training in order.',
  sbm: 'Looks after contracts, filtering requests and monthly checks.',
  'it-support': 'Gets technical tasks only: a device, a time, a site. Never a report.',
  chair: 'Told about reports concerning the headteacher, which the headteacher cannot see.',
  'vice-chair': 'Stands in for the chair of governors.',
  'link-governor': 'Sees figures, never single reports.',
  governor: 'See figures, never single reports.',
  clerk: 'Receives what governors are sent.',
  dpo: 'Told when personal data may have been lost or sent to the wrong person.',
  'on-call': 'Told once about urgent reports at night and at weekends.',
  'holiday-contact': 'Told once about urgent and high reports in the holidays.',
};

export const problemWords: Record<Problem, string> = {
  'not-in-directory':
    'Somebody here is not in the school’s list of staff, volunteers and governors. Take them out, or add them to the list first.',
  'unknown-choice': 'Please choose one of the answers shown.',
  'nobody-picked': 'Please pick a person.',
  'too-many': 'At most 20 people can hold one role.',
  'too-many-rows': 'That is more than 40 rows. Please take some out.',
  'too-long': 'That is too long. Please shorten it.',
  'control-characters': 'There is a hidden character in this. Please type it again.',
  'name-missing': 'Please type a name.',
  'phone-missing': 'Please type a telephone number: it is the only way to reach them.',
  'not-a-phone': 'Please use digits, spaces, + and brackets, such as 01632 960 123 or 01632 960 123 ext 4.',
  'not-a-time': 'Please give a time such as 07:45.',
  'alerts-after-opening': 'Held alerts must go out by the time the school opens.',
  'closes-before-opening': 'The school must close after it opens.',
  'home-outside-hours': 'Home time must lie between opening and closing.',
  'not-a-date': 'Please give a date.',
  'dates-missing': 'Please give both dates.',
  'ends-before-begins': 'This ends before it begins.',
  overlaps: 'These dates overlap with a row above.',
  'same-person': 'Somebody cannot stand in for themself.',
  'own-cover': 'You cannot name yourself to stand in. Another administrator can.',
  'no-safeguarding-role':
    'Whoever stands in here holds no safeguarding role. Give them a role first, for example deputy DSL; that needs a second person.',
};

export const refusalWords: Record<SetUpRefusal, string> = {
  'not-an-administrator': 'There is nothing here for you to open. If you are worried about a child, press Report.',
  'nothing-to-answer': 'There is nothing here for you to answer. It may have been answered or replaced already.',
  'own-proposal': 'You proposed this change, so somebody else has to agree to it.',
  'own-cover': problemWords['own-cover'],
  'no-safeguarding-role': problemWords['no-safeguarding-role'],
};

export const needWords: Record<Need, string> = {
  'rule-set': 'Choose the school’s rules.',
  headteacher: 'Name the headteacher.',
  dsl: 'Name the DSL.',
  'deputy-dsl': 'Name a deputy DSL.',
  'somewhere-to-tell': 'Name a DSL with an account, or choose a place for the DSL’s alerts.',
  terms: 'Enter the term dates.',
  'holiday-contact': 'Say who is told in the holidays.',
  office: 'Give the school office’s number.',
  'social-care-day': 'Give the daytime number of children’s social care.',
  'social-care-night': 'Give the night and weekend number of children’s social care.',
  lado: 'Give the LADO’s number (local authority designated officer).',
};

export const placeKinds: Record<Place['kind'], string> = {
  'standard-channel': 'channel: everybody in the team can read it',
  'shared-channel': 'shared channel',
  'private-channel': 'private channel',
  'group-chat': 'group chat',
};

export const auditEveryWords: Record<AuditEvery, string> = { year: 'once each school year', term: 'in each term' };

export const ruleSetNames = { 'headteacher-first': 'Headteacher first', 'dsl-first': 'DSL first' } as const;

/** Shown once in set-up, plainly (S-21). */
export const tenantWarning = 'People who run your Microsoft 365 tenant may be able to reach stored data.';

/** Safeguarding rules, section 4: what a reporter is told while nobody is set. */
export const notSetUp = 'Not set up. Nobody will be told. Go to the DSL.';
