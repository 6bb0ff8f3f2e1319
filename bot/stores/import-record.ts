import type { SchoolKey } from '#domain/people.ts';
import { nextPostingAt, type Posting } from '#domain/posting.ts';
import type { Instant } from '#domain/time.ts';
import type { ImportJob } from '#domain/training/import-job.ts';
import { expiresAt, isUnderWay } from '#domain/training/import-job.ts';
import type { PartsOf } from './parts.ts';
import { type Doc, type Records, type Stored, VersionConflict } from './records.ts';
import { createOnce, writeOnce } from './write-once.ts';

/** One file or pasted list on its way into the records. Its rows stand in parts beside it until it is done. */
export type ImportBody = { job: ImportJob; postings: Posting[]; applied: string[] };
export type LoadedImport = ImportBody & { school: SchoolKey; key: string; etag: string };

const prefix = 'import.';
export const importId = (key: string) => `${prefix}${key}`;
export const importKeyOf = (id: string) => id.slice(prefix.length);

export const rowsOf = (school: SchoolKey, key: string): PartsOf => ({ school, kind: 'import', of: importId(key), list: 'rows' });
export const problemsOf = (school: SchoolKey, key: string): PartsOf => ({ school, kind: 'import', of: importId(key), list: 'problems' });

export async function loadImport(records: Records, school: SchoolKey, key: string): Promise<LoadedImport | undefined> {
  const stored = await records.read<ImportBody>(school, importId(key));
  return stored && loadedOf(stored);
}

function loadedOf({ school, id, body, etag }: Stored<ImportBody>): LoadedImport {
  return { school, key: importKeyOf(id), ...body, etag };
}

/** Made once for each key, however often the message or the press comes; wakes the worker. */
export async function createImport(
  records: Records,
  { school, key, now, ...body }: Omit<ImportBody, 'applied'> & { school: SchoolKey; key: string; now: Instant },
): Promise<void> {
  await createOnce(records, importDoc({ school, key }, { ...body, applied: [key] }, now), key);
}

/** A person's press, applied once; wakes the worker. Rejects with `VersionConflict`. */
export async function pressImport(
  records: Records,
  loaded: LoadedImport,
  change: { job: ImportJob; postings: Posting[]; command: string; now: Instant },
): Promise<void> {
  const body = { job: change.job, postings: change.postings, applied: [...loaded.applied, change.command].slice(-20) };
  await writeOnce(records, importDoc(loaded, body, change.now), loaded.etag, change.command);
}

/** The worker's own step. Rejects with `VersionConflict`. */
export async function saveImport(
  records: Records,
  loaded: LoadedImport,
  change: { job?: ImportJob; postings?: Posting[] },
  now: Instant,
): Promise<LoadedImport> {
  const body = { job: change.job ?? loaded.job, postings: change.postings ?? loaded.postings, applied: loaded.applied };
  const written = await records.replace(importDoc(loaded, body, now), loaded.etag, { lightly: true });
  if (written === undefined) throw new VersionConflict();
  return { ...loaded, ...body, etag: written.etag };
}

function importDoc({ school, key }: { school: SchoolKey; key: string }, body: ImportBody, now: Instant): Doc<ImportBody> {
  const { job, postings } = body;
  const dueAt = isUnderWay(job) ? now : (nextPostingAt(postings, now) ?? expiresAt(job));
  const index = { person: job.by, status: job.state, at: job.at, ...(dueAt === undefined ? {} : { dueAt }) };
  return { school, kind: 'import', id: importId(key), index, body };
}
