import type { SchoolKey } from '#domain/people.ts';
import type { Place } from '#domain/settings.ts';
import type { Records, Stored } from './records.ts';

/** A channel or group chat that the app was added to: one `place.*` document each. Set-up chooses among them. */
export type PlaceBody = Omit<Place, 'use'> & { teamName?: string; serviceUrl: string; tenantId: string };

const mostPlaces = 60;

/** Where the app is now, longest known first. More than a card can show are left out. */
export async function knownPlaces(records: Records, school: SchoolKey): Promise<Stored<PlaceBody>[]> {
  const { items } = await records.list<PlaceBody>(school, { kind: 'place', order: 'oldest', limit: mostPlaces });
  return items;
}
