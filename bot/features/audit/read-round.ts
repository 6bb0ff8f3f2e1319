import type { PersonId } from '#domain/people.ts';
import { rolesOf } from '#domain/roles.ts';
import type { Instant } from '#domain/time.ts';
import type { Levels } from '#domain/training/audit.ts';
import type { Member } from '#domain/training/member.ts';
import { findTopic } from '#domain/training/policy.ts';
import type { Register } from '#features/training/register-context.ts';
import { auditPages, levelsOf } from '#stores/audit-record.ts';

/** `first` is how they answered at first, whatever they changed since. */
export type AnswersOf = { person: PersonId; levels: Levels; first: { at: Instant; levels: Levels } };

/** Everybody who is here and has answered in a round: each page is read once. */
export async function* answersOf({ deps, request }: Register, round: string): AsyncGenerator<AnswersOf> {
  const { school } = request.actor;
  for await (const page of auditPages(deps.records, school, round)) {
    for (const { index, body } of page) {
      const [first] = body.answers;
      if (index.person !== undefined && first !== undefined && isHere(deps.directory.member(school, index.person))) {
        yield { person: index.person, levels: levelsOf(body), first };
      }
    }
  }
}

/** How many people owe the self-audit, by their kind or a role. */
export function askedBy({ deps, world, request }: Register): Set<PersonId> {
  const { audit } = world.ruleSet.training;
  const audience: readonly string[] = findTopic(world.ruleSet.training, audit.topic)?.for ?? [];
  const asked = deps.directory
    .members(request.actor.school)
    .filter(isHere)
    .filter(({ id, kind }) => audience.includes(kind) || rolesOf(world.settings, id).some((role) => audience.includes(role)));
  return new Set(asked.map(({ id }) => id));
}

const isHere = (member: Member | undefined): boolean => member !== undefined && member.left === undefined;
