import { refusedWords } from '#cards/import-words.ts';
import type { World } from '#domain/decide.ts';
import { redraw } from '#domain/posting.ts';
import { mayRunTraining } from '#domain/training/access.ts';
import { type ImportJob, refused } from '#domain/training/import-job.ts';
import { checkSheet } from '#features/import/check-sheet.ts';
import { decodeText } from '#features/import/decode-text.ts';
import { readSheet } from '#features/import/read-sheet.ts';
import { withChecked } from '#features/import/with-checked.ts';
import { type LoadedImport, saveImport } from '#stores/import-record.ts';
import type { ImportWorkDeps } from './import-work.ts';

const mostTries = 4;
/** Seconds. */
const between = 15;

/** Fetches a file that somebody sent, and checks it. Gives the seconds after which to try again. */
export async function fetchList(deps: ImportWorkDeps, loaded: LoadedImport): Promise<number | undefined> {
  const { job, postings } = loaded;
  const world = await deps.worldOf(loaded.school);
  if (!mayRunTraining(world, job.by)) {
    const next = refused(job, refusedWords['sender-stopped'], world.now);
    await saveImport(deps.records, loaded, { job: next, postings: redraw(postings) }, world.now);
    return undefined;
  }
  const fetched = await deps.files.fetch(job.source ?? '');
  if (fetched.kind === 'no-answer' && job.tries + 1 < mostTries) {
    await saveImport(deps.records, loaded, { job: { ...job, tries: job.tries + 1 } }, world.now);
    return between;
  }
  const next =
    fetched.kind === 'bytes' ? await check(deps, world, loaded, fetched.bytes) : refused(job, refusedWords[fetched.kind], world.now);
  await saveImport(deps.records, loaded, { job: next, postings: redraw(postings) }, world.now);
  return undefined;
}

async function check(deps: ImportWorkDeps, world: World, { school, key, job }: LoadedImport, bytes: Uint8Array): Promise<ImportJob> {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return refused(job, decoded.problem, world.now);
  const read = await readSheet(decoded.text);
  if ('problem' in read) return refused(job, read.problem, world.now);
  const result = await checkSheet(deps, world, { school, by: job.by, sheet: read.sheet, kind: job.kind });
  if ('problem' in result) return refused(job, result.problem, world.now);
  // The way to the file is kept, so that it can be read again once they have said what it is.
  if ('unclear' in result) return { ...job, state: 'unclear' };
  return await withChecked(deps.records, { school, key, job }, result.checked);
}
