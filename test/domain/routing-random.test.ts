import assert from 'node:assert/strict';
import fc from 'fast-check';
import { flags, subjectKinds } from '#domain/policy-keys.ts';
import { type Facts, route } from '#domain/routing.ts';
import { invariants } from './routing-invariants.ts';
import { ruleSets } from './rule-sets.ts';

const answer = fc.constantFrom('yes' as const, 'no' as const, 'unsure' as const);
const someFlags = fc.record(Object.fromEntries(flags.map((flag) => [flag, answer])), { requiredKeys: [] }) as fc.Arbitrary<Facts['flags']>;
const given = fc.constantFrom(...ruleSets).chain((ruleSet) =>
  fc.record({
    ruleSet: fc.constant(ruleSet),
    facts: fc.record({
      category: fc.constantFrom(...ruleSet.categories.map(({ key }) => key)),
      flags: someFlags,
      subjects: fc.uniqueArray(fc.constantFrom(...subjectKinds), { maxLength: 4 }),
      affected: fc.uniqueArray(fc.constantFrom('pupil' as const, 'staff' as const, 'other' as const)),
    }),
  }),
);
const fixed = { seed: 20_261_123, numRuns: 500 };

describe('any answers, any number of people', () => {
  for (const [sentence, holds] of invariants) {
    it(sentence, () => {
      fc.assert(
        fc.property(given, ({ ruleSet, facts }) => holds({ ruleSet, facts, route: route(ruleSet, facts) })),
        fixed,
      );
    });
  }

  it('in another order, makes the same route', () => {
    fc.assert(
      fc.property(given, ({ ruleSet, facts }) => {
        const turned = { ...facts, subjects: [...facts.subjects].reverse(), affected: [...facts.affected].reverse() };
        const { owner, priority, tellings, steps } = route(ruleSet, turned);
        const other = route(ruleSet, facts);
        assert.deepEqual(
          [owner, priority, tellings.map(({ role }) => role)],
          [other.owner, other.priority, other.tellings.map(({ role }) => role)],
        );
        assert.deepEqual(keys(steps), keys(other.steps));
      }),
      fixed,
    );
  });

  it('one more worry never takes anybody away or makes it less pressing', () => {
    const order = ['routine', 'standard', 'high', 'urgent'];
    fc.assert(
      fc.property(given, fc.constantFrom(...flags.filter((flag) => flag !== 'misuse')), ({ ruleSet, facts }, flag) => {
        const before = route(ruleSet, facts);
        const after = route(ruleSet, { ...facts, flags: { ...facts.flags, [flag]: 'yes' } });
        assert.ok(order.indexOf(after.priority) >= order.indexOf(before.priority));
        assert.ok(before.dslMustAnswer === false || after.dslMustAnswer || facts.flags[flag] === 'unsure');
      }),
      fixed,
    );
  });
});

const keys = (steps: { step: string; policy?: string; need: string; by?: string }[]) =>
  steps.map(({ step, policy, need, by }) => `${step} ${policy} ${need} ${by}`).sort();
