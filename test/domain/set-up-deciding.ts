import assert from 'node:assert/strict';
import type { Role } from '#domain/people.ts';
import { evolve, type SetUp } from '#domain/set-up.ts';
import type { SetUpCommand, SetUpDecision } from '#domain/set-up-command.ts';
import { decideSetUp } from '#domain/set-up-decide.ts';
import { admin, now, otherAdmin } from './set-up-people.ts';

export const give = (role: Role, ...holders: string[]): SetUpCommand => ({
  id: `give-${role}`,
  type: 'change-role',
  role,
  to: { holders },
});
export const answer = (change: string, agree = true): SetUpCommand => ({ id: 'answer', type: 'answer-role', change, agree });
export const decide = (setUp: SetUp, command: SetUpCommand, by = admin): SetUpDecision =>
  decideSetUp(setUp, command, { person: by, administrator: by === admin || by === otherAdmin }, now);

/** The set-up after a command that must be accepted. */
export function decided(setUp: SetUp, command: SetUpCommand, by = admin): SetUp {
  const decision = decide(setUp, command, by);
  assert.equal(decision.kind, 'accepted');
  return decision.kind === 'accepted' ? decision.events.reduce(evolve, setUp) : setUp;
}

export function noticesOf(decision: SetUpDecision) {
  return decision.kind === 'accepted' ? decision.notices.map(({ about, to }) => [about, to]) : [];
}

export const reasonOf = (decision: SetUpDecision) => (decision.kind === 'refused' ? decision.reason : decision.kind);
