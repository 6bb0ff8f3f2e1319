import { atOnce } from '#bot/at-once.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import { personKey } from './document-id.ts';
import { pagesOf } from './pages.ts';
import type { Records } from './records.ts';

/** Where a person can be written to: refreshed by everything they do, and by what became of our last message to them. */
export type Reach = { conversationId?: string; serviceUrl?: string; failed?: string };

const pageSize = 1_000;
const readers = 20;

const reachId = (person: PersonId) => `reach.${personKey(person)}`;

export async function reachOf(records: Records, school: SchoolKey, person: PersonId): Promise<Reach | undefined> {
  return (await records.read<Reach>(school, reachId(person)))?.body;
}

/** Which of these our last message could not reach, and why. */
export async function unreached(records: Records, school: SchoolKey, people: PersonId[]): Promise<{ person: PersonId; failed: string }[]> {
  const found = await atOnce(people, readers, async (person) => ({ person, failed: (await reachOf(records, school, person))?.failed }));
  return found.flatMap(({ person, failed }) => (failed === undefined ? [] : [{ person, failed }]));
}

/** Everybody of whom anything is known, a page at a time: why they could not be reached, or that nothing is known against it. */
export async function reachOfAll(records: Records, school: SchoolKey): Promise<Map<PersonId, string | undefined>> {
  const found = new Map<PersonId, string | undefined>();
  for await (const page of pagesOf<Reach>(records, school, { kind: 'reach', order: 'oldest', limit: pageSize }))
    for (const { index, body } of page) if (index.person !== undefined) found.set(index.person, body.failed);
  return found;
}

/** Writes only what is new. Two writers at once: the later one is as right as the first, so a lost race is left alone. */
export async function keepReach(records: Records, school: SchoolKey, person: PersonId, reach: Reach): Promise<void> {
  const id = reachId(person);
  const stored = await records.read<Reach>(school, id);
  if (stored !== undefined && sameReach(stored.body, reach)) return;
  const doc = { school, kind: 'reach' as const, id, index: { person }, body: reach };
  if (stored === undefined) await records.create(doc);
  else await records.replace(doc, stored.etag);
}

export const sameReach = (one: Reach, other: Reach) =>
  one.conversationId === other.conversationId && one.serviceUrl === other.serviceUrl && one.failed === other.failed;
