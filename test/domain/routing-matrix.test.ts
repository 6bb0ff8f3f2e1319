import assert from 'node:assert/strict';
import type { SubjectKind } from '#domain/policy.ts';
import { flags, subjectKinds } from '#domain/policy-keys.ts';
import { type Facts, route } from '#domain/routing.ts';
import { invariants } from './routing-invariants.ts';
import { ruleSets } from './rule-sets.ts';

const subjects: SubjectKind[][] = [[], ...subjectKinds.map((kind) => [kind])];
const none: Facts['flags'] = {};
const each = flags.map((flag): Facts['flags'] => ({ [flag]: 'yes' }));
const pairs = flags.flatMap((one, i) => flags.slice(i + 1).map((other): Facts['flags'] => ({ [one]: 'yes', [other]: 'yes' })));
const all: Facts['flags'] = Object.fromEntries(flags.map((flag) => [flag, 'yes']));
const settings = [none, ...each, ...pairs, all];

describe('every rule set, category, subject and pair of flags', function () {
  this.timeout(60_000);
  const broken = new Map(invariants.map(([sentence]) => [sentence, [] as string[]]));
  let routes = 0;

  before(() => {
    for (const ruleSet of ruleSets)
      for (const { key } of ruleSet.categories)
        for (const subject of subjects)
          for (const set of settings) {
            const facts: Facts = { category: key, subjects: subject, flags: set, affected: [] };
            const routed = { ruleSet, facts, route: route(ruleSet, facts) };
            routes += 1;
            for (const [sentence, holds] of invariants)
              if (!holds(routed)) broken.get(sentence)?.push(`${ruleSet.key} ${JSON.stringify(facts)}`);
          }
  });

  it('is looked at: two schools, 42 categories, 12 answers to who, 93 settings of the flags', () => {
    assert.equal(routes, 2 * 42 * 12 * 93);
  });

  for (const [sentence] of invariants) {
    it(sentence, () => assert.deepEqual(broken.get(sentence)?.slice(0, 5), []));
  }
});
