import type { SchoolKey } from '#domain/people.ts';
import type { Place } from '#domain/settings.ts';
import type { Instant } from '#domain/time.ts';
import type { Records, Stored } from './records.ts';

/** A channel or group chat that the app was added to: one `place.*` document each. Set-up chooses among them. */
export type PlaceBody = Omit<Place, 'use'> & { teamName?: string; serviceUrl: string; tenantId: string };

const mostPlaces = 60;

/** As people know it: every team has a "General". */
export const placeName = ({ name, teamName }: PlaceBody) => (teamName === undefined ? name : `${name}, ${teamName}`);

/** Where the app is now, longest known first. More than a card can show are left out. */
export async function knownPlaces(records: Records, school: SchoolKey): Promise<Stored<PlaceBody>[]> {
  const { items } = await records.list<PlaceBody>(school, { kind: 'place', order: 'oldest', limit: mostPlaces });
  return items;
}

/** Conversation ids hold characters that document ids may not. */
export function placeId(conversationId: string): string {
  return `place.${Buffer.from(conversationId).toString('base64url')}`;
}

/** Refreshes what is known of a place; writes nothing when nothing is new. */
export async function keepPlace(records: Records, school: SchoolKey, place: PlaceBody, now: Instant): Promise<void> {
  const id = placeId(place.conversationId);
  const stored = await records.read<PlaceBody>(school, id);
  if (stored === undefined) await records.create({ school, kind: 'place', id, index: { at: now }, body: place });
  else if (JSON.stringify(stored.body) !== JSON.stringify(place))
    await records.replace({ school, kind: 'place', id, index: stored.index, body: place }, stored.etag);
}

/** The app was taken out of it. Set-up shows a chosen place that is no longer known as such. */
export async function forgetPlace(records: Records, school: SchoolKey, conversationId: string): Promise<void> {
  await records.remove(school, placeId(conversationId));
}
