import type { SchoolKey } from '#domain/people.ts';
import { firstBreak, headOf } from './chain.ts';
import { type DigestBody, digestParts, type Head } from './digest-record.ts';
import type { IncidentBody } from './incident-record.ts';
import { pagesOf } from './pages.ts';
import type { Kind, Records, Stored } from './records.ts';
import type { TrainingBody } from './training-record.ts';

/**
 * - `chain-broken`: an event, or a noted head, does not follow from the one before.
 * - `history-differs`: the chain fits together, and is not the one that was noted on the day.
 * - `missing`: noted, and no longer there.
 */
export type Broken = { id: string; why: 'chain-broken' | 'history-differs' | 'missing' };

/**
 * Checks every incident of a school against itself and against the digests of each day, and everybody's training against itself
 * (its last event is noted nowhere else). Empty when nothing was rewritten.
 */
export async function brokenChains(records: Records, school: SchoolKey): Promise<Broken[]> {
  const { heads, broken } = await readDigests(records, school);
  for await (const { id, body } of everything<TrainingBody>(records, school, 'training'))
    if (firstBreak(body.events) !== undefined) broken.push({ id, why: 'chain-broken' });
  for await (const { id, body } of everything<IncidentBody>(records, school, 'incident')) {
    if (firstBreak(body.events) !== undefined) broken.push({ id, why: 'chain-broken' });
    else if (!(heads.get(id) ?? []).every((head) => headOf(body.events.slice(0, head.events)) === head.digest))
      broken.push({ id, why: 'history-differs' });
    heads.delete(id);
  }
  return [...broken, ...[...heads.keys()].map((id): Broken => ({ id, why: 'missing' }))];
}

async function readDigests(records: Records, school: SchoolKey): Promise<{ heads: Map<string, Head[]>; broken: Broken[] }> {
  const heads = new Map<string, Head[]>();
  const broken: Broken[] = [];
  let before = '';
  for await (const { id, body } of everything<DigestBody>(records, school, digestParts.kind)) {
    if (firstBreak(body.heads) !== undefined || body.after !== before) broken.push({ id, why: 'chain-broken' });
    before = headOf(body.heads);
    for (const { event } of body.heads) heads.set(event.incident, [...(heads.get(event.incident) ?? []), event]);
  }
  return { heads, broken };
}

/** Oldest first. */
async function* everything<Body>(records: Records, school: SchoolKey, kind: Kind): AsyncGenerator<Stored<Body>> {
  for await (const page of pagesOf<Body>(records, school, { kind, order: 'oldest', limit: 100 })) yield* page;
}
