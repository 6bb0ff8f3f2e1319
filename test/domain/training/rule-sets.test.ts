import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Role } from '#domain/people.ts';
import { parseRuleSet, type RuleSet } from '#domain/policy.ts';
import { openInterval } from '#domain/training/interval.ts';
import { owedBy, type Tenure } from '#domain/training/owed.ts';
import { nothingRecorded } from '#domain/training/record.ts';
import { dslFirst, headteacherFirst, headteacherFirstCopy, ruleSets } from '#test/domain/rule-sets.ts';
import { done, recordOf } from './training-world.ts';

const started = '2026-11-23';
const someone = (kind: Tenure['kind'], ...roles: Role[]): Tenure => ({ kind, roles: roles.map((role) => ({ role })), started });

/** `topic day` of everything that somebody owes who starts on 23 November 2026. */
const owed = ({ training }: RuleSet, tenure: Tenure) =>
  owedBy(training, tenure, nothingRecorded, started).map(({ topic, due, induction }) => `${topic} ${due}${induction ? ' new' : ''}`);

// Worked out by hand from the two policies: 14 days are 7 December, 30 are 23 December, 60 are 22 January, 90 are 21 February.
describe('what the DSL-first policy asks of somebody new', () => {
  it('is of staff: induction, the policy, the refresher, cyber-bullying, radicalisation and the short quizzes', () => {
    assert.deepEqual(owed(dslFirst, someone('staff')), [
      'safe-internet 2026-12-07 new',
      'online-safeguarding 2026-12-07 new',
      'policy 2026-12-07',
      'reporting 2026-12-07 new',
      'cyber-bullying 2026-12-07 new',
      'prevent 2026-12-07 new',
      'refresher 2026-12-07',
      'nudes 2026-12-23',
      'staff-conduct 2026-12-23',
      'devices-images 2026-12-23',
      'audit 2027-01-22',
    ]);
  });

  it('is of volunteers and governors: the policy, cyber-bullying and what each is for', () => {
    assert.deepEqual(owed(dslFirst, someone('volunteer')), [
      'policy 2026-12-07',
      'reporting 2026-12-07 new',
      'cyber-bullying 2026-12-07 new',
      'volunteers 2026-12-07',
    ]);
    assert.deepEqual(owed(dslFirst, someone('governor', 'chair')), [
      'policy 2026-12-07',
      'cyber-bullying 2026-12-07 new',
      'governors 2027-02-21',
    ]);
  });

  it('is of the DSL and deputies, besides: two-yearly training and a yearly update', () => {
    for (const role of ['dsl', 'deputy-dsl'] as const) {
      const more = owed(dslFirst, someone('staff', role)).filter((line) => !owed(dslFirst, someone('staff')).includes(line));
      assert.deepEqual(more, ['dsl-training 2027-02-21', 'dsl-update 2027-02-21']);
    }
  });
});

describe('what the headteacher-first policy asks of somebody new', () => {
  it('is of staff: induction, the policy, the refresher, Teams and the short quizzes', () => {
    assert.deepEqual(owed(headteacherFirst, someone('staff')), [
      'e-safety-induction 2026-12-07 new',
      'policy 2026-12-07 new',
      'reporting 2026-12-07 new',
      'refresher 2026-12-07',
      'cyber-bullying 2026-12-23',
      'prevent 2026-12-23',
      'teams-use 2026-12-23',
      'nudes 2026-12-23',
      'staff-conduct 2026-12-23',
      'devices-images 2026-12-23',
      'audit 2027-01-22',
    ]);
  });

  it('is of the coordinator, besides, their own development', () => {
    assert.ok(owed(headteacherFirst, someone('staff', 'computing-coordinator')).includes('coordinator-development 2027-02-21'));
  });

  it('is of a governor on the staff what is asked of governors too', () => {
    assert.ok(owed(headteacherFirst, someone('staff', 'governor')).includes('governors 2027-02-21'));
  });
});

describe('when it is asked again', () => {
  const tenure: Tenure = { kind: 'staff', roles: [{ role: 'dsl' }], started: '2020-09-01' };
  const again = ({ training }: RuleSet, topic: string, on: string, intervals = {}) =>
    owedBy(training, tenure, recordOf(done(topic, on)), '2026-11-23', intervals).find((one) => one.topic === topic)?.due;

  it('is each year under DSL first, two years for the DSL’s own training', () => {
    assert.equal(again(dslFirst, 'refresher', '2026-09-03'), '2027-09-03');
    assert.equal(again(dslFirst, 'dsl-training', '2026-03-31'), '2028-03-31');
    assert.equal(again(dslFirst, 'dsl-update', '2026-03-31'), '2027-03-31');
  });

  it('is after six months under headteacher first, or as the school says, never more than twelve (S-22)', () => {
    assert.equal(again(headteacherFirst, 'refresher', '2026-09-03'), '2027-03-03');
    assert.equal(again(headteacherFirst, 'refresher', '2026-09-03', { staffMonths: 12 }), '2027-09-03');
    assert.deepEqual(openInterval(headteacherFirst.training), { readings: [6, 24], choices: [6, 12], untilAnswered: 6 });
    assert.equal(openInterval(dslFirst.training), undefined);
  });

  it('is never for induction, which counts as the year’s refresher', () => {
    for (const [{ training }, induction] of [
      [dslFirst, 'online-safeguarding'],
      [headteacherFirst, 'e-safety-induction'],
    ] as const) {
      const left = owedBy(training, { ...tenure, started }, recordOf(done(induction, '2026-11-25')), '2026-11-25');
      assert.equal(
        left.some(({ topic }) => topic === induction),
        false,
      );
      assert.ok((left.find(({ topic }) => topic === 'refresher')?.due ?? '') > '2027-05');
    }
  });
});

describe('the training rules of both schools', () => {
  it('name each quiz in a topic of its own', () => {
    for (const { training } of ruleSets) {
      const quizzes = new Set(training.topics.flatMap(({ quiz }) => quiz ?? []));
      assert.deepEqual([...quizzes].sort(), ['cyber-bullying', 'devices-images', 'nudes', 'prevent', 'reporting', 'staff-conduct']);
    }
  });

  it('say who runs them: the coordinator under the headteacher, the DSL with the deputies and the coordinator', () => {
    assert.deepEqual(headteacherFirst.training.runBy, ['computing-coordinator']);
    assert.deepEqual(headteacherFirst.training.seenBy, ['headteacher', 'dsl', 'deputy-dsl']);
    assert.deepEqual(dslFirst.training.runBy, ['dsl', 'deputy-dsl', 'computing-coordinator']);
    assert.deepEqual(dslFirst.training.seenBy, ['headteacher']);
  });

  it('ask nothing of anybody that is only given as needed', () => {
    for (const ruleSet of ruleSets) assert.ok(!owed(ruleSet, someone('staff')).some((line) => line.startsWith('update ')));
  });

  it('are refused when all staff could go longer than a year (S-22)', () => {
    const copy = headteacherFirstCopy() as { training: { topics: { for: string[]; again?: object }[] } };
    for (const topic of copy.training.topics) if (topic.again !== undefined && topic.for.includes('staff')) topic.again = { months: 24 };
    assert.throws(() => parseRuleSet(copy), /training\.topics: no topic is owed by all staff at least every 12 months/);
  });

  it('are refused when two statements of the self-audit have one key', () => {
    const copy = headteacherFirstCopy() as { training: { audit: { statements: object[] } } };
    copy.training.audit.statements.push({ ...copy.training.audit.statements[0] });
    assert.throws(() => parseRuleSet(copy), /training\.audit\.statements\.\d+\.key: the key [a-z0-9-]+ stands here twice/);
  });
});
