import type { PersonId } from '#domain/people.ts';
import { rolesOf } from '#domain/roles.ts';
import type { AuditAnswer } from '#domain/training/audit.ts';
import { type Round, roundOf } from '#domain/training/audit-round.ts';
import type { Member } from '#domain/training/member.ts';
import { findTopic } from '#domain/training/policy.ts';
import type { TrainingScreen } from '#features/training/training-screen.ts';
import { answersIn, auditPages } from '#stores/audit-record.ts';

/** `isHere`: they have not left. `answers` are all of theirs in the round, the last of which counts. */
export type AnswersOf = { person: PersonId; isHere: boolean; answers: AuditAnswer[] };

/** Everybody who has answered in this round, once: whoever answers meanwhile moves, and may be met again. */
export async function* answersOf({ deps, request }: TrainingScreen, round: Round): AsyncGenerator<AnswersOf> {
  const { school } = request.actor;
  const met = new Set<PersonId>();
  for await (const page of auditPages(deps.records, school, round)) {
    for (const { index, body } of page) {
      const { person } = index;
      if (person === undefined || met.has(person)) continue;
      met.add(person);
      yield { person, isHere: isHere(deps.directory.member(school, person)), answers: answersIn(body, round) };
    }
  }
}

export function thisRound({ world, today }: TrainingScreen): Round {
  return roundOf(world.ruleSet.training, world.settings, today);
}

/** How many people owe the self-audit, by their kind or a role. */
export function askedBy({ deps, world, request }: TrainingScreen): Set<PersonId> {
  const { audit } = world.ruleSet.training;
  const audience: readonly string[] = findTopic(world.ruleSet.training, audit.topic)?.for ?? [];
  const asked = deps.directory
    .members(request.actor.school)
    .filter(isHere)
    .filter(({ id, kind }) => audience.includes(kind) || rolesOf(world.settings, id).some((role) => audience.includes(role)));
  return new Set(asked.map(({ id }) => id));
}

const isHere = (member: Member | undefined): boolean => member !== undefined && member.left === undefined;
