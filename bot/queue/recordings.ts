import type { World } from '#domain/decide.ts';
import type { SchoolKey } from '#domain/people.ts';
import { recordOne } from '#features/training/record-one.ts';
import { oweRecordedNotice } from '#stores/recorded-notice.ts';
import { loadRecording, recordingDoc, tallied } from '#stores/recording-record.ts';
import { type Records, VersionConflict } from '#stores/records.ts';
import type { WorkDeps } from './work.ts';

type Recordings = (school: SchoolKey, id: string) => Promise<void>;

/** People between two notes of how far it is: what a crash repeats, which writes nothing twice. */
const slice = 50;

/** Training of many people, a slice a message. Each record is written once, whoever else works on the same at the same time. */
export function createRecordings(
  deps: Pick<WorkDeps, 'records' | 'directory' | 'worldOf' | 'now' | 'trainingCounts'> & { records: Records },
): Recordings {
  return async (school, id) => {
    const loaded = await loadRecording(deps.records, school, id);
    if (loaded === undefined || loaded.stored.body.cursor >= loaded.stored.body.total) return;
    const { stored, people, command } = loaded;
    const { recording, total, cursor } = stored.body;
    const world: World = await deps.worldOf(school);
    let { tally } = stored.body;
    for (const person of people.slice(cursor, cursor + slice))
      tally = tallied(tally, person, await recordOne(deps, world, school, { person, recording, command }));
    const next = recordingDoc(school, command, { ...stored.body, tally, cursor: Math.min(cursor + slice, total) });
    const isDone = next.body.cursor >= total;
    if (isDone) await oweRecordedNotice(deps.records, school, { command, to: recording.by, topic: recording.topic, tally, at: deps.now() });
    const written = await deps.records.replace(next, stored.etag, isDone ? {} : { wake: { school, id } });
    if (written === undefined) throw new VersionConflict();
  };
}
