import type { Choice } from '#cards/inputs.ts';
import { roleNames } from '#cards/setup-words.ts';
import { type PersonId, type Role, roles } from '#domain/people.ts';
import { holdersOf } from '#domain/roles.ts';
import type { TrainingScreen } from './training-screen.ts';

export function topicChoices({ world }: Pick<TrainingScreen, 'world'>): Choice[] {
  return world.ruleSet.training.topics.map(({ key, label }) => ({ title: label, value: key }));
}

const kinds: Choice[] = [
  { title: 'Everybody', value: 'everybody' },
  { title: 'All staff', value: 'staff' },
  { title: 'All volunteers', value: 'volunteer' },
  { title: 'All governors', value: 'governor' },
];

/** Kinds of people, and the roles that somebody holds. */
export function groupChoices({ world }: Pick<TrainingScreen, 'world'>): Choice[] {
  const held = roles.filter((role) => holdersOf(world.settings, role).length > 0);
  return [...kinds, ...held.map((role) => ({ title: `Role: ${roleNames[role]}`, value: `role.${role}` }))];
}

/** Everybody of the group who is here now; undefined for a group that there is not. */
export function peopleOfGroup({ deps, world, request }: TrainingScreen, group: string): PersonId[] | undefined {
  if (group === '') return [];
  if (!groupChoices({ world }).some(({ value }) => value === group)) return undefined;
  if (group.startsWith('role.')) return holdersOf(world.settings, group.slice('role.'.length) as Role);
  const here = deps.directory.members(request.actor.school).filter(({ left }) => left === undefined);
  return here.filter(({ kind }) => group === 'everybody' || kind === group).map(({ id }) => id);
}
