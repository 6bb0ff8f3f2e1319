import type { PersonId, SchoolKey } from '#domain/people.ts';
import { rolesOf } from '#domain/roles.ts';
import type { Settings } from '#domain/settings.ts';
import type { KeeperDeps } from './incident-keeper.ts';

export const placeVerdicts = ['walled-member', 'unknown-member', 'no-role-member', 'roster-unread', 'untested'] as const;
export type PlaceVerdict = 'yes' | (typeof placeVerdicts)[number];

/**
 * The conflict wall for places (design, section 5): a walled member, somebody who is not on the school's list, somebody without any
 * role, or a roster that cannot be read, and the place is not used.
 */
export async function placeAllows(
  deps: Pick<KeeperDeps, 'courier' | 'personIn'>,
  school: SchoolKey,
  conversationId: string,
  { settings, walled }: { settings: Settings; walled: PersonId[] },
): Promise<PlaceVerdict> {
  const members = await deps.courier.roster(school, conversationId);
  if (members === undefined) return 'roster-unread';
  const known = deps.personIn(school);
  if (members.some(({ person }) => person !== undefined && walled.includes(person))) return 'walled-member';
  if (!members.every(({ person }) => person !== undefined && known(person) !== undefined)) return 'unknown-member';
  // Why: even a kind of worry is not for a whole staffroom. Standing in for somebody is no reason to read along afterwards.
  return members.every(({ person }) => person !== undefined && rolesOf(settings, person).length > 0) ? 'yes' : 'no-role-member';
}
