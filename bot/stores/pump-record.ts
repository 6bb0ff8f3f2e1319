import type { SchoolKey } from '#domain/people.ts';
import type { Records } from './records.ts';

/** Who sends for this school at the moment. `until` is in milliseconds of the machine's clock; past it anybody may take over. */
type PumpBody = { holder: string; until: number };

export const pumpId = 'pump.current';

/** A lease in somebody's hand. */
export type PumpLease = { holder: string; etag: string; until: number };

type Taking = { holder: string; now: number; ms: number };

/** Takes the lease when nobody has it, it has run out, or it is the holder's own; otherwise gives the milliseconds that it still runs. */
export async function takePump(records: Records, school: SchoolKey, { holder, now, ms }: Taking): Promise<PumpLease | number> {
  const stored = await records.read<PumpBody>(school, pumpId);
  if (stored !== undefined && stored.body.holder !== holder && stored.body.until > now) return stored.body.until - now;
  const until = now + ms;
  const doc = docOf(school, { holder, until });
  const written =
    stored === undefined ? await records.create(doc, { lightly: true }) : await records.replace(doc, stored.etag, { lightly: true });
  return written === undefined ? ms : { holder, etag: written.etag, until };
}

/** Undefined when another has taken it. */
export async function renewPump(
  records: Records,
  school: SchoolKey,
  { holder, etag }: PumpLease,
  until: number,
): Promise<PumpLease | undefined> {
  const written = await records.replace(docOf(school, { holder, until }), etag, { lightly: true });
  return written && { holder, etag: written.etag, until };
}

const docOf = (school: SchoolKey, body: PumpBody) => ({ school, kind: 'pump' as const, id: pumpId, index: {}, body });
