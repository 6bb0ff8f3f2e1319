import { atOnce } from '#bot/at-once.ts';
import type { SchoolKey } from '#domain/people.ts';
import type { Doc, Kind, Records } from './records.ts';

/** A list too long for one document, kept in numbered documents beside the one that it belongs to: `<of>.<list>.<n>`. */
export type PartsOf = { school: SchoolKey; kind: Kind; of: string; list: string };

/** Bytes of JSON in one part. Cosmos takes two million. */
const mostBytes = 1_200_000;
/** Parts that are written at the same time. */
const writers = 4;

/** Writes the list, over what a crash may have left of it; gives how many parts it takes. */
export async function writeParts<Item>(records: Records, where: PartsOf, items: readonly Item[]): Promise<number> {
  const parts = divided(items);
  await atOnce(parts, writers, (part, n) => writePart(records, partDoc(where, n, part)));
  return parts.length;
}

/** It has been taken away: trying again brings nothing back. */
export class MissingPart extends Error {
  override readonly name = 'MissingPart';
}

/** The items of the first `count` parts in order, a part at a time. Rejects with `MissingPart`. */
export async function* readParts<Item>(records: Records, where: PartsOf, count: number): AsyncGenerator<Item[]> {
  for (let n = 0; n < count; n += 1) yield await readPart<Item>(records, where, n);
}

/** All the items of the first `count` parts in order; undefined when one of them is missing. */
export async function readAll<Item>(records: Records, where: PartsOf, count: number): Promise<Item[] | undefined> {
  const items: Item[] = [];
  try {
    for await (const part of readParts<Item>(records, where, count)) for (const item of part) items.push(item);
    return items;
  } catch (error) {
    if (error instanceof MissingPart) return undefined;
    throw error;
  }
}

async function readPart<Item>(records: Records, where: PartsOf, n: number): Promise<Item[]> {
  const stored = await records.read<Item[]>(where.school, partId(where, n));
  if (stored === undefined) throw new MissingPart();
  return stored.body;
}

/** Nobody needs them any more: they are no record, only what was on its way into the record or out of it. */
export async function removeParts(records: Records, where: PartsOf, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await records.remove(where.school, partId(where, n));
}

const partId = ({ of, list }: PartsOf, n: number) => `${of}.${list}.${n}`;

function partDoc<Item>(where: PartsOf, n: number, body: Item[]): Doc<Item[]> {
  return { school: where.school, kind: where.kind, id: partId(where, n), index: { about: where.of }, body };
}

async function writePart(records: Records, doc: Doc): Promise<void> {
  if ((await records.create(doc)) !== undefined) return;
  const stored = await records.read(doc.school, doc.id);
  if (stored !== undefined) await records.replace(doc, stored.etag);
}

function divided<Item>(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  let bytes = mostBytes;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item)) + 1;
    if (bytes + size > mostBytes) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(item);
    bytes += size;
  }
  return parts;
}
