import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import { recordOne } from '#features/training/record-one.ts';
import { oweRecordedNotice } from '#stores/recorded-notice.ts';
import { loadRecording, type RecordingBody, recordingDoc, removePeople, tallied } from '#stores/recording-record.ts';
import { VersionConflict } from '#stores/records.ts';
import type { WorkDeps } from './work.ts';

type Recordings = (school: SchoolKey, id: string) => Promise<void>;

type RecordingDeps = Pick<WorkDeps, 'records' | 'directory' | 'worldOf' | 'now' | 'trainingCounts'>;
type Work = { body: RecordingBody; people: PersonId[]; command: string };

/** People between two notes of how far it is: what a crash repeats, which writes nothing twice. */
const slice = 50;

/** Training of many people, a slice a message. Each record is written once, whoever else works on the same at the same time. */
export function createRecordings(deps: RecordingDeps): Recordings {
  return async (school, id) => {
    const loaded = await loadRecording(deps.records, school, id);
    if (loaded === undefined || loaded.stored.body.over) return;
    const { stored, people, command } = loaded;
    const next = await workOn(deps, school, { body: stored.body, people, command });
    const written = await deps.records.replace(recordingDoc(school, command, next), stored.etag, next.over ? {} : { wake: { school, id } });
    if (written === undefined) throw new VersionConflict();
  };
}

/** The next slice, and in the end, once it is written down that all are done, the list of people is removed. */
async function workOn(deps: RecordingDeps, school: SchoolKey, { body, people, command }: Work): Promise<RecordingBody> {
  const { recording, total, cursor } = body;
  if (cursor >= total) {
    await removePeople(deps.records, school, command);
    return { ...body, over: true };
  }
  const world: World = await deps.worldOf(school);
  let { tally } = body;
  for (const person of people.slice(cursor, cursor + slice))
    tally = tallied(tally, person, await recordOne(deps, world, school, { person, recording, command }));
  if (cursor + slice >= total)
    await oweRecordedNotice(deps.records, school, { command, to: recording.by, topic: recording.topic, tally, at: deps.now() });
  return { ...body, tally, cursor: Math.min(cursor + slice, total) };
}
