import type { SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import { headOf, type Sealed, seal } from './chain.ts';
import type { IncidentBody } from './incident-record.ts';
import { type Doc, type Records, type Stored, VersionConflict } from './records.ts';

/** Where an incident's chain stood: the digest of its first `events` events. */
export type Head = { incident: string; events: number; digest: string; at: Instant };

/** A part of one day's heads, append-only. `after` is the head of the part before, so that no part can be left out unseen. */
export type DigestBody = { after: string; heads: Sealed<Head>[] };

/** A part stays small enough that adding to it costs little, however many incidents a day has. */
const mostHeads = 100;
const tries = 20;

/** Gives the newest part first where `order` says so. Parts of a day are ordered by their ids. */
export const digestParts = { kind: 'digest', order: 'newest' } as const;

/**
 * Notes how far the chains of these incidents go by now: one write for all of them, none when each is noted already.
 * A chain that is rewritten later, even with every digest in it made to fit, no longer agrees with what is noted here.
 */
export async function noteHeads(records: Records, school: SchoolKey, ids: string[], now: Instant): Promise<void> {
  const heads = (await Promise.all(ids.map((id) => headNow(records, school, id, now)))).filter((head) => head !== undefined);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const newest = (await records.list<DigestBody>(school, { ...digestParts, limit: 1 })).items[0];
    const fresh = heads.filter((head) => !isNoted(newest, head));
    if (fresh.length === 0) return;
    const part = nextPart(school, newest, fresh, now);
    const written = part.id === newest?.id ? await records.replace(part, newest.etag) : await records.create(part);
    if (written !== undefined) return;
  }
  throw new VersionConflict();
}

async function headNow(records: Records, school: SchoolKey, id: string, now: Instant): Promise<Head | undefined> {
  const stored = await records.read<IncidentBody>(school, id);
  return stored && { incident: id, events: stored.body.events.length, digest: headOf(stored.body.events), at: now };
}

const isNoted = (part: Stored<DigestBody> | undefined, head: Head): boolean =>
  part?.body.heads.some(({ event }) => event.incident === head.incident && event.digest === head.digest) ?? false;

function nextPart(school: SchoolKey, newest: Stored<DigestBody> | undefined, fresh: Head[], now: Instant): Doc<DigestBody> {
  const day = now.slice(0, 10);
  const last = newest?.index.about ?? '';
  if (newest !== undefined && last >= day && newest.body.heads.length < mostHeads) {
    const { etag: _etag, ...doc } = newest;
    return { ...doc, body: { ...newest.body, heads: seal(newest.body.heads, fresh) } };
  }
  // A replica whose clock is behind goes on with the later day: the order of the parts is the order of the chain.
  const about = last > day ? last : day;
  const number = last === about ? Number(newest?.id.split('.')[2] ?? 1) + 1 : 1;
  const id = number === 1 ? `digest.${about}` : `digest.${about}.${String(number).padStart(4, '0')}`;
  const body = { after: headOf(newest?.body.heads ?? []), heads: seal([], fresh) };
  return { school, kind: 'digest', id, index: { at: `${about}T00:00:00.000Z`, about }, body };
}
