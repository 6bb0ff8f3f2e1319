import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RuleSet, StepRule } from '#domain/policy.ts';
import { flags, subjectKinds } from '#domain/policy-keys.ts';
import { type Facts, route } from '#domain/routing.ts';
import { invariants } from './routing-invariants.ts';
import { dslFirst, headteacherFirst } from './rule-sets.ts';

const nothingKnown: Facts = { category: 'aup-breach', subjects: [], affected: [], flags: {} };
const told = (ruleSet: RuleSet, facts: Partial<Facts>) =>
  route(ruleSet, { ...nothingKnown, ...facts }).tellings.map(({ kind, role }) => `${kind}:${role}`);

/** The rule set with one more step on a flag. */
function withFlagStep(ruleSet: RuleSet, flag: 'device', step: StepRule): RuleSet {
  const rule = ruleSet.flags[flag] ?? assert.fail(`${flag} is not used`);
  return { ...ruleSet, flags: { ...ruleSet.flags, [flag]: { ...rule, steps: [...rule.steps, step] } } };
}

describe('who owns a report', () => {
  const technicians = withFlagStep(headteacherFirst, 'device', { step: 'to', role: 'sbm' });

  it('is said by a flag before the category, whose own owner is then not told', () => {
    assert.deepEqual(told(technicians, { category: 'semh-technology', flags: { device: 'yes' } }), ['to:sbm']);
  });

  it('is said by the subject before a flag, whose own owner is then told as well', () => {
    assert.deepEqual(told(technicians, { subjects: ['staff-member'], flags: { device: 'yes' } }), ['to:headteacher', 'also:sbm']);
  });

  it('is the default of the school when no row says', () => {
    const silent = withoutSteps(headteacherFirst);
    assert.deepEqual(told({ ...silent, defaultRoute: { role: 'slt', cite: 'KCSIE, Part one' } }, {}), ['to:slt']);
  });
});

describe('steps named by two rows', () => {
  it('are required if one of them requires it', () => {
    const found = route(dslFirst, { ...nothingKnown, category: 'underage-social-media', flags: { offSite: 'yes', cp: 'yes' } }).steps;
    assert.deepEqual(
      found.filter(({ step }) => step === 'inform-parents').map(({ need }) => need),
      ['required'],
    );
  });

  it('name one source, the first that spoke', () => {
    const [step] = route(dslFirst, { ...nothingKnown, flags: { prevent: 'yes', bullying: 'yes' } }).steps.filter(
      ({ policy }) => policy === 'safeguarding',
    );
    assert.equal(step?.cite, 'Online Safety Policy, 14. Links with other policies');
  });
});

describe('a category that the rule set does not have', () => {
  it('breaks, for it cannot be guessed', () => {
    assert.throws(() => route(headteacherFirst, { ...nothingKnown, category: 'constructor' }), /no category "constructor"/);
  });
});

/** Everything a school could leave out is left out: no steps beyond who owns it. */
function withoutSteps(ruleSet: RuleSet): RuleSet {
  const bare = <Row extends { steps: StepRule[] }>(row: Row): Row => ({ ...row, steps: [] });
  const owner = <Row extends { steps: StepRule[] }>(row: Row): Row => ({ ...row, steps: row.steps.filter(({ step }) => step === 'to') });
  const each = <Key extends string, Row>(rows: Record<Key, Row>, change: (row: Row) => Row) =>
    Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, change(row as Row)])) as Record<Key, Row>;
  return {
    ...ruleSet,
    categories: ruleSet.categories.map(bare),
    flags: each(ruleSet.flags as Required<RuleSet['flags']>, bare),
    subjects: each(ruleSet.subjects, owner),
    offered: [],
  };
}

describe('a school that leaves out every step it can', () => {
  const silent = [withoutSteps(headteacherFirst), withoutSteps(dslFirst)];
  const given = fc.record({
    ruleSet: fc.constantFrom(...silent),
    facts: fc.record({
      category: fc.constantFrom(...dslFirst.categories.map(({ key }) => key)),
      flags: fc.dictionary(fc.constantFrom(...flags), fc.constantFrom('yes' as const, 'unsure' as const), { maxKeys: 3 }) as fc.Arbitrary<
        Facts['flags']
      >,
      subjects: fc.uniqueArray(fc.constantFrom(...subjectKinds), { maxLength: 2 }),
      affected: fc.uniqueArray(fc.constantFrom('pupil' as const, 'staff' as const, 'other' as const), { maxLength: 1 }),
    }),
  });

  for (const [sentence, holds] of invariants) {
    it(`still: ${sentence}`, () => {
      fc.assert(
        fc.property(given, ({ ruleSet, facts }) => holds({ ruleSet, facts, route: route(ruleSet, facts) })),
        { seed: 20_261_124, numRuns: 500 },
      );
    });
  }
});
