import type { World } from '#domain/decide.ts';
import { minutesAfter } from '#domain/minutes.ts';
import type { SchoolKey } from '#domain/people.ts';
import { mayHave } from '#domain/training/access.ts';
import { ended, type FileEnd, fileExpiresAt, type MadeFile } from '#domain/training/made-file.ts';
import { makeFile } from '#features/export/make-file.ts';
import type { Deps } from '#features/handler.ts';
import { bytesOf, type LoadedFile, loadFile, postingsOf, saveFile } from '#stores/file-record.ts';
import { readAll, removeParts, writeParts } from '#stores/parts.ts';
import { VersionConflict } from '#stores/records.ts';
import type { Files } from './files.ts';

export type FileWorkDeps = Pick<Deps, 'records' | 'directory' | 'ruleSets' | 'now'> & {
  files: Files;
  worldOf: (school: SchoolKey) => Promise<World>;
};

/** Bytes of the file in one part, before they are written as text. */
const pieceBytes = 600_000;
/** Teams' storage takes no more in one piece. */
const mostBytes = 60 * 1024 * 1024;
const mostParts = Math.ceil(mostBytes / pieceBytes);
const mostTries = 6;
const mostMakings = 2;
/** Minutes. */
const longestMaking = 3;
/** Seconds. */
const between = 20;
const soon = 5;

type Problem = Extract<FileEnd, { state: 'failed' }>['problem'];

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
  if (file.state === 'making') return (file.until ?? '') > deps.now() ? undefined : await make(deps, loaded, file);
  if (file.state === 'accepted') return await put(deps, loaded, file);
  if (file.state !== 'offered') return await clear(deps, loaded);
  if (fileExpiresAt(file) <= deps.now()) await end(deps, loaded, { state: 'expired' });
  return undefined;
}

async function make(deps: FileWorkDeps, before: LoadedFile, file: Extract<MadeFile, { state: 'making' }>): Promise<undefined> {
  const { records } = deps;
  const { school, key } = before;
  const world = await deps.worldOf(school);
  if (!mayHave(world, file)) return await fail(deps, before, 'not-theirs');
  if (file.tries >= mostMakings) return await fail(deps, before, 'not-made');
  // Counted before it is made: what takes the whole process down must not do so for ever. What that leaves behind is named here too.
  const trying = { ...file, tries: file.tries + 1, until: minutesAfter(world.now, longestMaking), parts: mostParts };
  const loaded = await saveFile(records, before, { file: trying }, world.now);
  const made = await makeFile(deps, world, school, file);
  if ('problem' in made) return await fail(deps, loaded, made.problem);
  if (made.bytes.length > mostBytes) return await fail(deps, loaded, 'too-big');
  const parts = await writeParts(records, bytesOf(school, key), piecesOf(made.bytes));
  const offered: MadeFile = { ...file, state: 'offered', bytes: made.bytes.length, parts };
  await saveFile(records, loaded, { file: offered, postings: postingsOf(loaded, offered) }, world.now);
}

async function put(deps: FileWorkDeps, loaded: LoadedFile, file: Extract<MadeFile, { state: 'accepted' }>): Promise<number | undefined> {
  const world = await deps.worldOf(loaded.school);
  if (!mayHave(world, file)) return await fail(deps, loaded, 'not-theirs');
  const pieces = await readAll<string>(deps.records, bytesOf(loaded.school, loaded.key), file.parts);
  if (pieces === undefined) return await fail(deps, loaded, 'bytes-gone');
  const { uploadUrl, ...place } = file.upload;
  const stored = await deps.files.store(uploadUrl, Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64'))));
  if (stored === 'later' && file.tries + 1 < mostTries) {
    await saveFile(deps.records, loaded, { file: { ...file, tries: file.tries + 1 } }, world.now);
    return between;
  }
  return stored === 'stored' ? await end(deps, loaded, { state: 'delivered', place }) : await fail(deps, loaded, 'not-stored');
}

const fail = (deps: FileWorkDeps, loaded: LoadedFile, problem: Problem) => end(deps, loaded, { state: 'failed', problem });

/** How it ends is written first, against its owner's answer of the same moment; only then do the bytes go. */
async function end(deps: FileWorkDeps, before: LoadedFile, how: FileEnd): Promise<undefined> {
  const file = ended(before.file, how);
  await clear(deps, await saveFile(deps.records, before, { file, postings: postingsOf(before, file) }, deps.now()));
}

async function clear({ records, now }: FileWorkDeps, loaded: LoadedFile): Promise<undefined> {
  const { school, key, file } = loaded;
  if (file.parts === 0) return;
  await removeParts(records, bytesOf(school, key), file.parts);
  await saveFile(records, loaded, { file: { ...file, parts: 0 } }, now());
}

function piecesOf(bytes: Uint8Array): string[] {
  const count = Math.ceil(bytes.length / pieceBytes);
  return Array.from({ length: count }, (_, i) => Buffer.from(bytes.subarray(i * pieceBytes, (i + 1) * pieceBytes)).toString('base64'));
}
