import type { World } from '#domain/decide.ts';
import type { PersonId, Role } from '#domain/people.ts';
import { holdersOnDuty, rolesAt } from '#domain/roles.ts';
import type { MadeFile } from './made-file.ts';

/** Records training, sends reminders, sees everybody's record: whoever the school's rules name, or who stands in for them today. */
export function mayRunTraining(world: World, person: PersonId): boolean {
  return holdsOneOf(world, person, world.ruleSet.training.runBy);
}

/** Sees the register and its figures; the headteacher among others. */
export function maySeeTraining(world: World, person: PersonId): boolean {
  return mayRunTraining(world, person) || holdsOneOf(world, person, world.ruleSet.training.seenBy);
}

/** Whether somebody may be given a file that they asked for, at the moment when it is made, allowed or handed over: posts change. */
export function mayHave(world: World, { what, by }: Pick<MadeFile, 'what' | 'by'>): boolean {
  if (world.gone?.includes(by)) return false;
  return what === 'register' ? maySeeTraining(world, by) : mayRunTraining(world, by);
}

/** Who is told of what concerns training: everybody who runs it; the headteacher instead where nobody does. */
export function toldOfTraining(world: World): { to: PersonId[]; instead?: true } {
  const to = [...new Set(world.ruleSet.training.runBy.flatMap((role) => hereOnDuty(world, role)))];
  return to.length > 0 ? { to } : { to: hereOnDuty(world, 'headteacher'), instead: true };
}

/** Those on duty in a role, less whoever has left: nobody else would hear of what does not reach them. */
export function hereOnDuty({ settings, now, gone = [] }: World, role: Role, except: readonly PersonId[] = []): PersonId[] {
  return holdersOnDuty(settings, role, now, [...except, ...gone]);
}

function holdsOneOf({ settings, now }: World, person: PersonId, roles: readonly string[]): boolean {
  return rolesAt(settings, person, now).some((role) => roles.includes(role));
}
