import type { World } from '#domain/decide.ts';
import type { PersonId } from '#domain/people.ts';
import { rolesAt } from '#domain/roles.ts';

/** Records training, sends reminders, sees everybody's record: whoever the school's rules name, or who stands in for them today. */
export function mayRunTraining(world: World, person: PersonId): boolean {
  return holdsOneOf(world, person, world.ruleSet.training.runBy);
}

/** Sees the register and its figures; the headteacher among others. */
export function maySeeTraining(world: World, person: PersonId): boolean {
  return mayRunTraining(world, person) || holdsOneOf(world, person, world.ruleSet.training.seenBy);
}

function holdsOneOf({ settings, now }: World, person: PersonId, roles: readonly string[]): boolean {
  return rolesAt(settings, person, now).some((role) => roles.includes(role));
}
