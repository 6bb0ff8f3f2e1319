import type { PeopleView } from '#cards/people.card.ts';
import { rolesOf } from '#domain/roles.ts';
import type { TrainingScreen } from '#features/training/training-screen.ts';

/** Whoever holds a role and is not on the school's list: they have left, or a list from a new place has never named them. */
export function stillEntered({ deps: { directory }, request, world: { settings }, name }: TrainingScreen): PeopleView['stillEntered'] {
  const { school } = request.actor;
  const holders = new Set(Object.values(settings.holders).flat());
  const isHere = (id: string) => {
    const member = directory.member(school, id);
    return member === undefined ? directory.isAdministrator(id) : member.left === undefined;
  };
  return [...holders].filter((id) => !isHere(id)).map((id) => ({ name: name(id), roles: rolesOf(settings, id) }));
}
