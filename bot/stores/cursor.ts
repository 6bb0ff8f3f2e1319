import { checkWhole, StoreMisuse } from './misuse.ts';
import type { Doc, ListQuery } from './records.ts';

/** Where a page ended. `at` is empty for a document without `index.at`. */
export type Cursor = { at: string; id: string };

/** A page is read with one item too many: that one only says that there is a next page. */
export function pageOf<Item extends Doc>(read: Item[], limit: number): { items: Item[]; next?: string } {
  const items = read.slice(0, limit);
  const last = items.at(-1);
  if (read.length <= limit || last === undefined) return { items };
  return { items, next: cursorBehind(last) };
}

/** Where a page goes on that ends with this document: whoever shows only some of what is read ends it where they like. */
export function cursorBehind({ index, id }: Doc): string {
  return writeCursor({ at: index.at ?? '', id });
}

/** Checks the limit (1 to 1,000) and reads the cursor of a query; throws `StoreMisuse`. */
export function startOf(query: ListQuery): Cursor | undefined {
  checkWhole(query.limit, 1, 1_000, 'bad-limit');
  return query.after === undefined ? undefined : readCursor(query.after, query.kind);
}

function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

// A cursor comes back from a card, so from anybody. It moves the start of a page and can widen nothing: school and wall are set apart.
function readCursor(text: string, kind: string): Cursor {
  const [at, id, ...rest] = parsed(text);
  if (typeof at !== 'string' || typeof id !== 'string' || rest.length > 0 || !id.startsWith(`${kind}.`)) throw badCursor();
  return { at, id };
}

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    throw badCursor();
  }
}

function badCursor(): StoreMisuse {
  return new StoreMisuse('bad-cursor', 'This is not the "next" of a page of this list.');
}
