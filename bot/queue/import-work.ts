import { errorKind, type Log } from '#bot/log.ts';
import { loggable } from '#bot/loggable.ts';
import { refusedWords } from '#cards/import-words.ts';
import { dayOf } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import type { SchoolKey } from '#domain/people.ts';
import { redraw } from '#domain/posting.ts';
import { mayRunTraining } from '#domain/training/access.ts';
import { discarded, type ImportJob, isExpired, isUnderWay, over, type RollCounts, refused } from '#domain/training/import-job.ts';
import { diffRoll, hereAlready, newSince, type RollRow } from '#domain/training/roll.ts';
import type { Deps } from '#features/handler.ts';
import { importId, type LoadedImport, loadImport, problemsOf, rowsOf, saveImport } from '#stores/import-record.ts';
import { MissingPart, readParts, removeParts } from '#stores/parts.ts';
import { VersionConflict } from '#stores/records.ts';
import { loadRoll } from '#stores/roll-record.ts';
import { applyRoll, type RollDeps } from './apply-roll.ts';
import type { Files } from './files.ts';
import { fetchList } from './import-fetch.ts';
import { writePast } from './import-write.ts';

export type ImportWorkDeps = RollDeps & Pick<Deps, 'ruleSets'> & { files: Files; log: Log };

/** Seconds after which to look again where something else is in the way. */
const soon = 5;

/**
 * What a list on its way in needs next: it is fetched and checked, written slice by slice, or cleared away. Whatever is cut off is
 * done again from where it was noted, and writes nothing twice. Gives the seconds after which to look again.
 */
export async function importWork(deps: ImportWorkDeps, school: SchoolKey, key: string): Promise<number | undefined> {
  const loaded = await loadImport(deps.records, school, key);
  if (loaded === undefined) return undefined;
  try {
    return await step(deps, loaded);
  } catch (error) {
    if (error instanceof MissingPart) return await endWithout(deps, school, key);
    // Another worker is at the same list, or its owner has just pressed something: that one goes on.
    if (!(error instanceof VersionConflict)) throw error;
    deps.log.info('worker.delayed', { document: loggable(importId(key)), reason: errorKind(error) });
    return soon;
  }
}

async function step(deps: ImportWorkDeps, loaded: LoadedImport): Promise<number | undefined> {
  const { job } = loaded;
  const now = deps.now();
  if (job.state === 'fetching') return await fetchList(deps, loaded);
  if (job.state === 'writing') return job.kind === 'people' ? await takeOver(deps, loaded) : await writePast(deps, loaded);
  if (!isUnderWay(job) && !isExpired(job, now)) return undefined;
  // Written first, against somebody's yes of the same moment; only then do its rows go.
  const away = discarded(job, now);
  const change = away && { job: away, postings: redraw(loaded.postings) };
  return await clear(deps, change ? await saveImport(deps.records, loaded, change, now) : loaded);
}

/** Rows go once they are in the records; what was wrong with others is kept until it expires. */
async function clear({ records, now }: ImportWorkDeps, loaded: LoadedImport): Promise<undefined> {
  const { school, key, job, postings } = loaded;
  const keepsProblems = job.state === 'done' && !isExpired(job, now());
  await removeParts(records, rowsOf(school, key), job.parts.rows);
  if (!keepsProblems) await removeParts(records, problemsOf(school, key), job.parts.problems);
  const parts = { rows: 0, problems: keepsProblems ? job.parts.problems : 0 };
  await saveImport(records, loaded, { job: { ...job, parts }, postings: keepsProblems ? postings : redraw(postings) }, now());
}

/** Some of it has been taken away: no later try brings that back. */
async function endWithout({ records, now }: ImportWorkDeps, school: SchoolKey, key: string): Promise<number | undefined> {
  const loaded = await loadImport(records, school, key);
  if (loaded === undefined) return undefined;
  const job = refused(
    loaded.job,
    'It is no longer kept here. Please send it again: what is in the register already never counts twice.',
    now(),
  );
  await saveImport(records, loaded, { job, postings: redraw(loaded.postings) }, now());
  return 0;
}

/** A list of people becomes the school's list, whole. They saw who would leave before they said yes. */
async function takeOver(deps: ImportWorkDeps, loaded: LoadedImport): Promise<number> {
  const { school, key, job, postings } = loaded;
  const world = await deps.worldOf(school);
  const save = (next: ImportJob) => saveImport(deps.records, loaded, { job: next, postings: redraw(postings) }, world.now);
  if (!mayRunTraining(world, job.confirmedBy ?? job.by)) {
    await save(refused(job, refusedWords['confirmer-stopped'], world.now));
    return 0;
  }
  const rows: RollRow[] = [];
  for await (const part of readParts<RollRow>(deps.records, rowsOf(school, key), job.parts.rows)) rows.push(...part);
  if (await doesMore(deps, loaded, rows, world)) {
    await save(refused(job, refusedWords['does-more'], world.now));
    return 0;
  }
  const result = await applyRoll(deps, school, rows, { source: 'csv', confirmed: true });
  if (result.kind !== 'applied') return soon;
  const { joined, left, changed, same } = result;
  const did = { joined: joined.length, leaving: left.length, changed: changed.length, same };
  // Cut off before, it found some of it done: then what was shown is what it did in all.
  const roll = job.roll !== undefined && changesIn(did) < changesIn(job.roll) ? job.roll : did;
  await save({ ...over(job, world.now), state: 'done', cursor: rows.length, roll });
  return 0;
}

/** Somebody may have brought another list in since, or Entra: yes was said to what was shown, and to nothing else. */
async function doesMore(
  { directory, records }: ImportWorkDeps,
  { school, job: { roll, leaving = [] } }: LoadedImport,
  rows: readonly RollRow[],
  { now, settings }: World,
): Promise<boolean> {
  await directory.freshen();
  const before = (await loadRoll(records, school))?.body;
  const today = dayOf(settings.calendar, now);
  const change = diffRoll(directory.members(school), rows, { now, today, newSince: before && newSince(before, 'csv') });
  const shown = { leaving: 0, joined: 0, hereAlready: 0, ...roll };
  const here = hereAlready(change);
  if (here > shown.hereAlready || change.joined.length - here > shown.joined - shown.hereAlready) return true;
  if (change.left.length > shown.leaving) return true;
  return shown.leaving === leaving.length && change.left.some(({ id }) => !leaving.includes(id));
}

const changesIn = ({ joined, leaving, changed }: RollCounts) => joined + leaving + changed;
