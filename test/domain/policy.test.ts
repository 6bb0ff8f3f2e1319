import assert from 'node:assert/strict';
import { roles } from '#domain/people.ts';
import { findCategory, parseRuleSet, type RuleSet, roleLabel } from '#domain/policy.ts';
import { dslFirst, headteacherFirst, headteacherFirstCopy, ruleSets } from './rule-sets.ts';

// Written out by hand, with a word of each label, so that a row that is lost or renamed shows.
const categories =
  `child-protection-complaint disclosure · illegal-images illegal · sexting nude · online-grooming grooming · radicalisation extremist
self-harm-eating-disorder self-harm · semh-technology wellbeing · cyber-bullying cyber-bullying · harmful-content pornographic · unsuitable-video-game games
inappropriate-communication messages · image-loss images · photo-without-permission permission · personal-data-loss lost · sharing-others-data consent
personal-data-email e-mailed · illegal-download downloading · plagiarism-copyright plagiarism · malware virus · spam-unknown-email spam · filter-failure site
filter-bypass avoided · unauthorised-access account · underage-social-media underage · mobile-device-unauthorised device · device-material pupil's
aup-breach acceptable · staff-misuse staff · staff-pupil-contact approved · staff-posting post · community-posting parent · work-device-security work
published-content website · search-complaint search · suspicious-use wrong · child-sexual-harassment sexual · hate hate · blackmail blackmail
scam-gambling gambling · ai-chatbot chatbot · dangerous-challenge dare · misinformation misleading`
    .split(/ · |\n/)
    .map((pair) => pair.trim().split(' ') as [key: string, word: string]);

// prettier-ignore
const subjects = [
  'pupil',
  'staff-member',
  'volunteer-visitor',
  'parent-community',
  'governor',
  'chair',
  'headteacher',
  'dsl',
  'computing-coordinator',
  'unknown-online',
  'none-technical',
];
const usedByBoth = [
  'immediateDanger',
  'cp',
  'prevent',
  'childImagery',
  'illegal',
  'bullying',
  'spread',
  'device',
  'reach',
  'data',
  'misuse',
  'offSite',
];

describe('the two rule sets', () => {
  for (const ruleSet of ruleSets) {
    it(`know every kind of incident by key and label: ${ruleSet.key}`, () => {
      assert.deepEqual(ruleSet.categories.map(({ key }) => key).sort(), categories.map(([key]) => key).sort());
      for (const [key, word] of categories) assert.match(findCategory(ruleSet, key).label.toLowerCase(), new RegExp(word), key);
    });

    it(`know every kind of person it may be about: ${ruleSet.key}`, () => {
      assert.deepEqual(Object.keys(ruleSet.subjects), subjects);
    });

    it(`have a word for every role: ${ruleSet.key}`, () => {
      assert.deepEqual(
        roles.filter((role) => roleLabel(ruleSet, role) === role),
        [],
      );
    });

    it(`name no school and nobody: ${ruleSet.key}`, () => {
      assert.doesNotMatch(JSON.stringify(ruleSet), /blofield|ainslie|norfolk/i);
    });

    it(`use every step that they say who answers: ${ruleSet.key}`, () => {
      assert.deepEqual(
        Object.keys(ruleSet.steps).filter((step) => !stepsUsed(ruleSet).has(step)),
        [],
      );
    });

    it(`train staff at least yearly, whatever the policy's word may mean (S-22): ${ruleSet.key}`, () => {
      const forStaff = ruleSet.training.topics.filter((topic) => topic.for.includes('staff') && topic.again !== undefined);
      assert.ok(forStaff.some(({ again }) => (again?.months ?? 99) <= 12));
    });
  }

  it('use the same flags, but only the headteacher-first school suspends for wilful misuse', () => {
    assert.deepEqual(Object.keys(dslFirst.flags), usedByBoth);
    assert.deepEqual(Object.keys(headteacherFirst.flags), [...usedByBoth, 'wilful']);
  });

  it('test for bullying as each policy defines it', () => {
    assert.equal(headteacherFirst.bullyingTest.questions.length, 1);
    assert.deepEqual(
      dslFirst.bullyingTest.questions.map(({ key }) => key),
      ['online', 'repeated', 'intentional', 'power'],
    );
  });

  it('let a device be examined only where the policy gives the power', () => {
    assert.deepEqual([headteacherFirst.deviceExamination.allowed, dslFirst.deviceExamination.allowed], [false, true]);
  });
});

describe('a rule set with a mistake', () => {
  const mistakes: [what: string, path: string, value: unknown, complaint: RegExp][] = [
    ['a tile with an unknown category', 'tiles.0.category', 'nudes', /tiles\.0\.category: there is no category nudes/],
    ['a choice with an unknown category', 'tiles.9.questions.0.choices.0.category', 'gone', /there is no category gone/],
    ['a choice without a way out', 'tiles.0.questions.1.choices.2.label', 'Perhaps', /Don't know or Not sure/],
    ['an unknown role', 'categories.0.steps.1.role', 'matron', /categories\.0\.steps\.1\.role/],
    ['an unknown step', 'categories.0.steps.0.step', 'decide:nothing', /categories\.0\.steps\.0\.step/],
    ['an unknown flag', 'categories.1.steps.4.when', 'rumour', /categories\.1\.steps\.\d+\.when/],
    [
      'a policy that is not linked',
      'flags.bullying.steps.1.policy',
      'kindness',
      /flags\.bullying\.steps\.1\.policy: kindness is not among/,
    ],
    ['a step without its role', 'categories.0.steps.1.role', undefined, /only they, name a role/],
    ['a row without a source', 'categories.0.cite', undefined, /categories\.0\.cite/],
    ['a source that is not listed', 'flags.cp.cite', 'Common sense, page 1', /flags\.cp\.cite.*does not begin with the title of a source/],
    ['a ladder with an unknown role', 'ladders.urgent.rungs.default.0.tell.0', 'matron', /ladders\.urgent/],
    ['a rung without a time', 'ladders.high.rungs.default.0.after', undefined, /either after or endOfStaffedDay/],
    ['a subject that is missing', 'subjects.governor', undefined, /subjects\.governor/],
    ['a key that stands twice', 'categories.1.key', 'child-protection-complaint', /categories\.1\.key/],
    ['a word that nobody knows', 'bulyingTest', {}, /bulyingTest/],
    ['training every three years', 'training.topics.1.again.months', 36, /training\.topics/],
    ['a topic that covers nothing known', 'training.topics.0.covers.0', 'gone', /training\.topics\.0\.covers: gone is not another topic/],
    [
      'a topic done by a quiz without one',
      'training.topics.2.quiz',
      undefined,
      /training\.topics\.2\.quiz: what is done by a quiz names it/,
    ],
    ['a topic left out for people whom it is not for', 'training.topics.0.whereApplicable', ['governor'], /not for governor/],
    ['a self-audit that nobody owes', 'training.audit.topic', 'refresher', /training\.audit\.topic: refresher is not a topic done by/],
    ['a self-audit that never begins anew', 'training.audit.every', [], /training\.audit\.every/],
    ['a self-audit by a round that there is not', 'training.audit.every', ['year', 'week'], /training\.audit\.every\.1/],
    ['a statement about no topic', 'training.audit.statements.0.topic', 'gone', /statements\.0\.topic: there is no topic gone/],
    ['training as needed that comes again', 'training.topics.1.asNeeded', true, /training\.topics\.1\.again: what is given as needed/],
    ['a topic without a source', 'training.topics.0.cite', 'Common sense, page 1', /training\.topics\.0\.cite/],
  ];
  for (const [what, path, value, complaint] of mistakes) {
    it(`is refused, and the sentence says where: ${what}`, () => {
      assert.throws(() => parseRuleSet(changed(path, value)), complaint);
    });
  }

  it('does not know a category of another rule set', () => {
    assert.throws(() => findCategory(dslFirst, 'nonsense'), /dsl-first has no category "nonsense"/);
  });
});

function stepsUsed(ruleSet: RuleSet): Set<string> {
  const rows = [...ruleSet.categories, ...Object.values(ruleSet.flags), ...Object.values(ruleSet.subjects)];
  const fixed = ['lock-imagery', 'log', 'safety-plan', 'decide:nudes-referral'];
  return new Set([
    ...rows.flatMap(({ steps }) => steps.map(({ step }) => step)),
    ...ruleSet.offered.map(({ rule }) => rule.step),
    ...fixed,
  ]);
}

/** The headteacher-first rules with one value changed, or taken away. */
function changed(path: string, value: unknown): unknown {
  const copy = headteacherFirstCopy();
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const parent = steps.reduce((part, step) => part[step] as Record<string, unknown>, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}
