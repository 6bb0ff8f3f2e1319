import assert from 'node:assert/strict';
import type { RuleSet } from '#domain/policy.ts';
import { type Facts, type Route, route } from '#domain/routing.ts';

/** One case worked out by hand from a policy and the safeguarding rules. */
export type NamedCase = {
  name: string;
  category: string;
  subjects?: Facts['subjects'];
  affected?: Facts['affected'];
  flags?: Facts['flags'];
  /** Roles told, the owner first; `(welfare)` after a role that hears of the child only. */
  told: string;
  priority: Route['priority'];
  /** Steps that must be done, in this order, others between them allowed; `@role` where it matters who answers. */
  owed?: string;
  offered?: string;
  /** Steps that must not be there at all. */
  not?: string;
  private?: true;
  dslMustAnswer?: true;
  why?: string;
};

const words = (text: string | undefined, between: RegExp | string) => (text === undefined ? [] : text.split(between));
const title = (step: Route['steps'][number], withBy: boolean) =>
  `${step.step}${step.policy ? `:${step.policy}` : ''}${withBy ? `@${step.by}` : ''}`;

/** Routes one case and compares it with what was worked out by hand. */
export function check(ruleSet: RuleSet, expected: NamedCase): void {
  const { category, subjects = [], affected = [], flags = {} } = expected;
  const routed = route(ruleSet, { category, subjects, affected, flags });
  assert.deepEqual(
    routed.tellings.map(({ role, welfareOnly }) => (welfareOnly ? `${role}(welfare)` : role)),
    words(expected.told, ' '),
  );
  assert.equal(routed.owner, words(expected.told, ' ')[0]);
  assert.equal(routed.priority, expected.priority);
  assert.equal(routed.private, expected.private === true);
  assert.equal(routed.dslMustAnswer, expected.dslMustAnswer === true);
  if (expected.why !== undefined) assert.equal(routed.why, expected.why);
  checkSteps(routed, expected);
}

function checkSteps(routed: Route, expected: NamedCase): void {
  const owed = words(expected.owed, ' → ');
  const found = routed.steps.filter(({ need }) => need === 'required').map((step) => [title(step, false), title(step, true)]);
  const inOrder = found.flatMap((names) => owed.find((name) => names.includes(name)) ?? []);
  assert.deepEqual(inOrder, owed, 'owed, in this order');
  for (const name of words(expected.offered, ' ')) {
    assert.equal(routed.steps.find((step) => title(step, false) === name)?.need, 'offered', `${name} is only offered`);
  }
  for (const name of words(expected.not, ' ')) {
    assert.ok(!routed.steps.some((step) => title(step, false) === name), `${name} does not belong here`);
  }
}
