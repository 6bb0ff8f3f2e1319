import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { KeeperDeps } from './incident-keeper.ts';

export const placeVerdicts = ['walled-member', 'unknown-member', 'roster-unread', 'untested'] as const;
export type PlaceVerdict = 'yes' | (typeof placeVerdicts)[number];

/**
 * The conflict wall for places (design, section 5): a walled member, somebody who is not on the school's list, or a roster that
 * cannot be read, and the place is not used.
 */
export async function placeAllows(
  deps: Pick<KeeperDeps, 'courier' | 'personIn'>,
  school: SchoolKey,
  conversationId: string,
  walled: PersonId[],
): Promise<PlaceVerdict> {
  const members = await deps.courier.roster(school, conversationId);
  if (members === undefined) return 'roster-unread';
  const known = deps.personIn(school);
  if (members.some(({ person }) => person !== undefined && walled.includes(person))) return 'walled-member';
  return members.every(({ person }) => person !== undefined && known(person) !== undefined) ? 'yes' : 'unknown-member';
}
