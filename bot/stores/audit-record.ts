import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Levels } from '#domain/training/audit.ts';
import { personKey } from './document-id.ts';
import { pagesOf } from './pages.ts';
import type { Doc, Records, Stored } from './records.ts';
import { writeOnce } from './write-once.ts';

/** One document for each person and round: the last answers count, those before are kept. */
export type AuditBody = { answers: { at: Instant; levels: Levels }[]; applied: string[] };

/** `etag` is undefined while nothing is answered. */
export type LoadedAudit = AuditBody & { school: SchoolKey; round: string; person: PersonId; etag?: string };

const appliedKept = 50;
const pageSize = 250;

export const auditId = (round: string, person: PersonId) => `audit.${round}.${personKey(person)}`;

export async function loadAudit(records: Records, school: SchoolKey, round: string, person: PersonId): Promise<LoadedAudit> {
  const stored = await records.read<AuditBody>(school, auditId(round, person));
  const nothing: AuditBody = { answers: [], applied: [] };
  return stored === undefined ? { school, round, person, ...nothing } : { school, round, person, ...stored.body, etag: stored.etag };
}

export function levelsOf({ answers }: AuditBody): Levels {
  return answers.at(-1)?.levels ?? {};
}

/** Adds answers, once for each command. Rejects with `VersionConflict`. */
export async function saveAudit(
  records: Records,
  loaded: LoadedAudit,
  { levels, at, command }: { levels: Levels; at: Instant; command: string },
): Promise<void> {
  if (loaded.applied.includes(command)) return;
  const { school, round, person, etag } = loaded;
  const body = { answers: [...loaded.answers, { at, levels }], applied: [...loaded.applied, command].slice(-appliedKept) };
  const doc: Doc<AuditBody> = { school, kind: 'audit', id: auditId(round, person), index: { about: round, person, at }, body };
  await writeOnce(records, doc, etag, command);
}

/** Everybody's answers of one round, a page at a time. */
export function auditPages(records: Records, school: SchoolKey, round: string): AsyncGenerator<Stored<AuditBody>[]> {
  return pagesOf<AuditBody>(records, school, { kind: 'audit', equals: { about: round }, order: 'oldest', limit: pageSize });
}
