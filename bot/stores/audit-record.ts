import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { AuditAnswer, Levels } from '#domain/training/audit.ts';
import type { Round } from '#domain/training/audit-round.ts';
import { personKey } from './document-id.ts';
import { pagesOf } from './pages.ts';
import type { Doc, Records, Stored } from './records.ts';
import { writeOnce } from './write-once.ts';

/** One document for each person and school year, with the answers of all its rounds: the last of a round count, those before are kept. */
export type AuditBody = { answers: AuditAnswer[]; applied: string[] };

/** `etag` is undefined while nothing is answered. */
type LoadedAudit = AuditBody & { school: SchoolKey; year: string; person: PersonId; etag?: string };

const appliedKept = 50;
const pageSize = 250;

export const auditId = (year: string, person: PersonId) => `audit.${year}.${personKey(person)}`;

export async function loadAudit(records: Records, school: SchoolKey, { key: year }: Round, person: PersonId): Promise<LoadedAudit> {
  const stored = await records.read<AuditBody>(school, auditId(year, person));
  const nothing: AuditBody = { answers: [], applied: [] };
  return stored === undefined ? { school, year, person, ...nothing } : { school, year, person, ...stored.body, etag: stored.etag };
}

/** What somebody answered in one round, each save of theirs in its order. */
export function answersIn({ answers }: AuditBody, { since }: Round): AuditAnswer[] {
  return answers.filter(({ at }) => at >= since);
}

/** Adds answers, once for each command. Rejects with `VersionConflict`. */
export async function saveAudit(
  records: Records,
  loaded: LoadedAudit,
  { levels, at, command }: { levels: Levels; at: Instant; command: string },
): Promise<void> {
  if (loaded.applied.includes(command)) return;
  const { school, year, person, etag } = loaded;
  const body = { answers: [...loaded.answers, { at, levels }], applied: [...loaded.applied, command].slice(-appliedKept) };
  const doc: Doc<AuditBody> = { school, kind: 'audit', id: auditId(year, person), index: { about: year, person, at }, body };
  await writeOnce(records, doc, etag, command);
}

/** Everybody who has answered in one round, a page at a time. */
export function auditPages(records: Records, school: SchoolKey, { key, since }: Round): AsyncGenerator<Stored<AuditBody>[]> {
  return pagesOf<AuditBody>(records, school, { kind: 'audit', equals: { about: key }, from: since, order: 'oldest', limit: pageSize });
}
