import type { SchoolKey } from '#domain/people.ts';
import { newPosting, nextPostingAt, type Posting, redraw } from '#domain/posting.ts';
import type { Instant } from '#domain/time.ts';
import { fileExpiresAt, fileUnderWay, type MadeFile } from '#domain/training/made-file.ts';
import type { PartsOf } from './parts.ts';
import { type Doc, type Records, VersionConflict } from './records.ts';
import { createOnce, writeOnce } from './write-once.ts';

/** A file on its way to one person. Its bytes stand in parts beside it until they have it. */
export type FileBody = { file: MadeFile; postings: Posting[]; applied: string[] };
export type LoadedFile = FileBody & { school: SchoolKey; key: string; etag: string };

const prefix = 'file.';
export const fileId = (key: string) => `${prefix}${key}`;
export const bytesOf = (school: SchoolKey, key: string): PartsOf => ({ school, kind: 'file', of: fileId(key), list: 'bytes' });

/** Made once for each key; the worker is woken to make it. */
export async function createFile(records: Records, school: SchoolKey, key: string, file: MadeFile): Promise<void> {
  await createOnce(records, fileDoc({ school, key }, { file, postings: [], applied: [key] }, file.at), key);
}

export async function loadFile(records: Records, school: SchoolKey, key: string): Promise<LoadedFile | undefined> {
  const stored = await records.read<FileBody>(school, fileId(key));
  return stored && { school, key, ...stored.body, etag: stored.etag };
}

/** Teams' question in the chat, which says afterwards what became of the file; and below it, once it is there, the file. */
export function postingsOf({ key, postings }: Pick<LoadedFile, 'key' | 'postings'>, file: MadeFile): Posting[] {
  const asked =
    postings.length === 0
      ? [newPosting(`${key}-1`, { person: file.by }, 'file-offer', false)]
      : redraw(postings, ({ card }) => card === 'file-offer');
  return file.state === 'delivered' ? [...asked, newPosting(`${key}-2`, { person: file.by }, 'file', false)] : asked;
}

type Change = { file?: MadeFile; postings?: Posting[] };

/** The worker's own step. Rejects with `VersionConflict`. */
export async function saveFile(records: Records, loaded: LoadedFile, change: Change, now: Instant): Promise<LoadedFile> {
  const body = bodyAfter(loaded, change);
  const written = await records.replace(fileDoc(loaded, body, now), loaded.etag, { lightly: true });
  if (written === undefined) throw new VersionConflict();
  return { ...loaded, ...body, etag: written.etag };
}

/** Its owner's answer, applied once; wakes the worker. Rejects with `VersionConflict`. */
export async function answerFile(records: Records, loaded: LoadedFile, change: Change & { command: string }, now: Instant): Promise<void> {
  const body = { ...bodyAfter(loaded, change), applied: [...loaded.applied, change.command] };
  await writeOnce(records, fileDoc(loaded, body, now), loaded.etag, change.command);
}

function bodyAfter({ file, postings, applied }: LoadedFile, change: Change): FileBody {
  return { file: change.file ?? file, postings: change.postings ?? postings, applied };
}

function fileDoc({ school, key }: { school: SchoolKey; key: string }, body: FileBody, now: Instant): Doc<FileBody> {
  const { file, postings } = body;
  const dueAt = fileUnderWay(file) ? now : (nextPostingAt(postings, now) ?? (file.state === 'offered' ? fileExpiresAt(file) : undefined));
  const index = { person: file.by, status: file.state, at: file.at, ...(dueAt === undefined ? {} : { dueAt }) };
  return { school, kind: 'file', id: fileId(key), index, body };
}
