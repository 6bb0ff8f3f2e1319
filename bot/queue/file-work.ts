import type { Log } from '#bot/log.ts';
import type { World } from '#domain/decide.ts';
import type { SchoolKey } from '#domain/people.ts';
import { mayRunTraining, maySeeTraining } from '#domain/training/access.ts';
import { ended, fileExpiresAt, type MadeFile } from '#domain/training/made-file.ts';
import { makeFile } from '#features/export/make-file.ts';
import type { Deps } from '#features/handler.ts';
import { bytesOf, type LoadedFile, loadFile, offering, saveFile, showing } from '#stores/file-record.ts';
import { readParts, removeParts, writeParts } from '#stores/parts.ts';
import { VersionConflict } from '#stores/records.ts';
import type { Files } from './files.ts';

export type FileWorkDeps = Pick<Deps, 'records' | 'directory' | 'ruleSets' | 'now'> & {
  files: Files;
  log: Log;
  worldOf: (school: SchoolKey) => Promise<World>;
};

/** Bytes of the file in one part, before they are written as text. */
const pieceBytes = 600_000;
/** Teams' storage takes no more in one piece. */
const mostBytes = 60 * 1024 * 1024;
const mostTries = 6;
/** Seconds. */
const between = 20;
const soon = 5;

/** What a made file needs next: it is made, put into its owner's OneDrive, or taken away. Gives the seconds after which to look again. */
export async function fileWork(deps: FileWorkDeps, school: SchoolKey, key: string): Promise<number | undefined> {
  const loaded = await loadFile(deps.records, school, key);
  if (loaded === undefined) return undefined;
  try {
    return await step(deps, loaded);
  } catch (error) {
    // Another worker is at the same file, or its owner has just answered.
    if (error instanceof VersionConflict) return soon;
    throw error;
  }
}

async function step(deps: FileWorkDeps, loaded: LoadedFile): Promise<number | undefined> {
  const { file } = loaded;
  if (file.state === 'making') return await make(deps, loaded);
  if (file.state === 'accepted') return await put(deps, loaded);
  if (file.state === 'offered' && fileExpiresAt(file) <= deps.now()) await end(deps, loaded, ended(file, 'expired'));
  // Declined: the answer was written first, and what it leaves is taken away here.
  if (file.state === 'declined' && file.parts > 0) await end(deps, loaded, ended(file, 'declined'));
  return undefined;
}

async function make(deps: FileWorkDeps, loaded: LoadedFile): Promise<undefined> {
  const { school, key, file } = loaded;
  const world = await deps.worldOf(school);
  const save = (next: MadeFile) => saveFile(deps.records, loaded, { file: next, postings: offering(key, file) }, world.now);
  // Whoever may no longer see the register by now gets nothing of it.
  const allowed = file.what === 'register' ? maySeeTraining(world, file.by) : mayRunTraining(world, file.by);
  const made = allowed ? await makeFile(deps, world, school, file) : ({ problem: 'list-gone' } as const);
  if ('problem' in made) return void (await save(ended(file, 'failed', made.problem)));
  if (made.bytes.length > mostBytes) return void (await save(ended(file, 'failed', 'too-big')));
  const parts = await writeParts(deps.records, bytesOf(school, key), piecesOf(made.bytes));
  await save({ ...file, state: 'offered', bytes: made.bytes.length, rows: made.rows, parts });
}

async function put(deps: FileWorkDeps, loaded: LoadedFile): Promise<number | undefined> {
  const { school, key, file } = loaded;
  const pieces: Buffer[] = [];
  for await (const part of readParts<string>(deps.records, bytesOf(school, key), file.parts))
    pieces.push(...part.map((piece) => Buffer.from(piece, 'base64')));
  const stored = await deps.files.store(file.upload?.uploadUrl ?? '', Buffer.concat(pieces));
  if (stored === 'later' && file.tries + 1 < mostTries) {
    await saveFile(deps.records, loaded, { file: { ...file, tries: file.tries + 1 } }, deps.now());
    return between;
  }
  await end(deps, loaded, stored === 'stored' ? ended(file, 'delivered') : ended(file, 'failed', 'not-stored'));
  return undefined;
}

/** The bytes go first: whatever happens then, they are not left lying about. */
async function end(deps: FileWorkDeps, loaded: LoadedFile, file: MadeFile): Promise<void> {
  const { school, key, postings } = loaded;
  await removeParts(deps.records, bytesOf(school, key), loaded.file.parts);
  await saveFile(deps.records, loaded, { file, postings: showing(key, file, postings) }, deps.now());
}

function piecesOf(bytes: Uint8Array): string[] {
  const count = Math.ceil(bytes.length / pieceBytes);
  return Array.from({ length: count }, (_, i) => Buffer.from(bytes.subarray(i * pieceBytes, (i + 1) * pieceBytes)).toString('base64'));
}
