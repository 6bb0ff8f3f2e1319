import { atOnce } from '#bot/at-once.ts';
import type { World } from '#domain/decide.ts';
import { redraw } from '#domain/posting.ts';
import { mayRunTraining } from '#domain/training/access.ts';
import { type ImportJob, over, refused } from '#domain/training/import-job.ts';
import { notYetRecorded, pastEvents } from '#domain/training/past-records.ts';
import type { PastOf } from '#features/import/check-sheet.ts';
import { settleReminders } from '#features/remind/note-said.ts';
import { rerun } from '#features/rerun.ts';
import { loadLearner, saveLearner } from '#features/training/learner.ts';
import { type LoadedImport, rowsOf, saveImport } from '#stores/import-record.ts';
import { readParts } from '#stores/parts.ts';
import type { ImportWorkDeps } from './import-work.ts';

/** People between two notes of how far it is: what a crash does again, which writes nothing twice. */
const slice = 100;
const writers = 8;
/** Milliseconds in one go; then the queue brings it back, and others have had their turn. */
const longestGo = 10_000;

/** Writes past records person by person, each person's in one guarded write. Gives 0 while there is more to do. */
export async function writePast(deps: ImportWorkDeps, loaded: LoadedImport): Promise<number> {
  const world = await deps.worldOf(loaded.school);
  const { job, school, key } = loaded;
  // Once the first of them is written the rest follows: half a list is worse than one whose sender has changed posts since.
  if (job.cursor === 0 && !mayRunTraining(world, job.confirmedBy ?? job.by)) {
    const next = refused(job, 'Whoever said yes to it does not run training any more.', world.now);
    await saveImport(deps.records, loaded, { job: next, postings: redraw(loaded.postings) }, world.now);
    return 0;
  }
  const until = deps.machineNow() + longestGo;
  let current = loaded;
  let passed = 0;
  for await (const part of readParts<PastOf>(deps.records, rowsOf(school, key), job.parts.rows)) {
    for (let first = 0; first < part.length; first += slice) {
      const some = part.slice(first, first + slice);
      passed += some.length;
      if (passed <= current.job.cursor) continue;
      current = await writeSlice(deps, world, current, some, passed);
      if (deps.machineNow() >= until) return 0;
    }
  }
  const done: ImportJob = { ...over(current.job, world.now), state: 'done' };
  await saveImport(deps.records, current, { job: done, postings: redraw(current.postings) }, deps.now());
  return 0;
}

async function writeSlice(deps: ImportWorkDeps, world: World, loaded: LoadedImport, some: PastOf[], cursor: number): Promise<LoadedImport> {
  const counts = await atOnce(some, writers, (one) => writeOne(deps, world, loaded, one));
  const job = { ...loaded.job, cursor, written: counts.reduce((sum, count) => sum + count, loaded.job.written) };
  return await saveImport(deps.records, loaded, { job, postings: redraw(loaded.postings) }, world.now);
}

/** Gives how many of somebody's rows are in the register by this file, also when a run before this one wrote them. */
async function writeOne(
  deps: ImportWorkDeps,
  world: World,
  { school, key, job }: LoadedImport,
  { person, records }: PastOf,
): Promise<number> {
  const command = `import-${key}`;
  return await rerun(async () => {
    const learner = await loadLearner(deps, world, school, person);
    if (learner === undefined || learner.tenure.left !== undefined) return 0;
    // Somebody may have recorded the same since the list was checked.
    const { fresh } = notYetRecorded(records, learner.loaded.record.entries, world.ruleSet.training.topics);
    const by = job.confirmedBy ?? job.by;
    const events = pastEvents(fresh, { by, at: job.confirmedAt ?? world.now, key });
    const after = events.length === 0 ? learner : await saveLearner(deps, world, learner, { events, command });
    const { entries } = after.loaded.record;
    const written = entries.filter(({ entry }) => entry.startsWith(`${key}-`));
    const newest = written.filter((one) => !entries.some(({ topic, on }) => topic === one.topic && on > one.on));
    await settleReminders(deps, world, { school, person, topics: newest.map(({ topic }) => topic), command }, after);
    return written.length;
  });
}
