import type { PersonId } from '#domain/people.ts';
import { StoreMisuse } from './misuse.ts';
import { type Doc, kinds } from './records.ts';

// Why so narrow: Cosmos refuses `/`, `\` and `#` in ids, and an id may travel in cards and queue messages.
const idPattern = /^([a-z-]+)\.[A-Za-z0-9_.-]{1,200}$/;
const schoolPattern = /^[A-Za-z0-9_.-]{1,100}$/;

/** Somebody's id as it may stand in a document's. */
export const personKey = (person: PersonId) => person.replace(':', '_');

/** Throws `StoreMisuse` (`bad-school`, `bad-id`) unless both are well formed. */
export function checkKey(school: string, id: string): void {
  checkSchool(school);
  const kind = idPattern.exec(id)?.[1];
  if (kind === undefined || !kinds.some((known) => known === kind)) throw badId();
}

/** As `checkKey`, and the id must begin with the document's own kind. */
export function checkDoc(doc: Doc): void {
  checkKey(doc.school, doc.id);
  if (!doc.id.startsWith(`${doc.kind}.`)) throw badId();
}

export function checkSchool(school: string): void {
  if (!schoolPattern.test(school)) throw new StoreMisuse('bad-school', 'A school key holds only letters, digits, "-", "_" and ".".');
}

function badId(): StoreMisuse {
  return new StoreMisuse('bad-id', 'A document id is its kind, a dot, and a key of letters, digits, "-", "_" and ".".');
}
