import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Outcome, Recording } from '#domain/training/recording.ts';
import type { Doc, Records, Stored } from './records.ts';

/** Whom it was not recorded for, and why; no more of them are kept than a card can show. */
type Skipped = { person: PersonId; outcome: Outcome };
export type RecordingTally = { recorded: number; skipped: Skipped[]; skippedInAll: number };

/**
 * Training of many people that the worker writes, one record after the other. `cursor`: so many of them are done, from the first.
 * `over`: all of them are, and the list of them is gone. What is left says that this command was carried out.
 */
export type RecordingBody = { recording: Recording; total: number; cursor: number; tally: RecordingTally; over?: true };
type Frozen = { people: PersonId[] };

export const nothingYet: RecordingTally = { recorded: 0, skipped: [], skippedInAll: 0 };
const mostShown = 30;

const recordingId = (command: string) => `recording.${command}`;
const peopleId = (command: string) => `${recordingId(command)}.people`;

export function tallied(tally: RecordingTally, person: PersonId, outcome: Outcome): RecordingTally {
  if (outcome === 'recorded') return { ...tally, recorded: tally.recorded + 1 };
  const skipped = tally.skipped.length < mostShown ? [...tally.skipped, { person, outcome }] : tally.skipped;
  return { ...tally, skipped, skippedInAll: tally.skippedInAll + 1 };
}

/** The people first, then what is to be written: once it is there, so are they. A second press finds it and changes nothing. */
export async function oweRecording(
  records: Records,
  school: SchoolKey,
  { command, recording, people }: { command: string; recording: Recording; people: PersonId[] },
): Promise<void> {
  // The list of one that is over would stay for ever.
  if ((await records.read(school, recordingId(command))) !== undefined) return;
  const frozen: Frozen = { people };
  await records.create({ school, kind: 'recording', id: peopleId(command), index: { at: recording.at }, body: frozen });
  const doc = recordingDoc(school, command, { recording, total: people.length, cursor: 0, tally: nothingYet });
  await records.create(doc, { wake: { school, id: doc.id } });
}

/** Owed until the last of them is written and the list of them is removed. */
export function recordingDoc(school: SchoolKey, command: string, body: RecordingBody): Doc<RecordingBody> {
  const { at, by } = body.recording;
  const index = { at, person: by, ...(body.over ? {} : { dueAt: at }) };
  return { school, kind: 'recording', id: recordingId(command), index, body };
}

export async function loadRecording(
  records: Records,
  school: SchoolKey,
  id: string,
): Promise<{ stored: Stored<RecordingBody>; people: PersonId[]; command: string } | undefined> {
  const stored = await records.read<RecordingBody>(school, id);
  if (stored === undefined) return undefined;
  const command = id.slice('recording.'.length);
  const frozen = await records.read<Frozen>(school, peopleId(command));
  return { stored, people: frozen?.body.people ?? [], command };
}

export async function removePeople(records: Records, school: SchoolKey, command: string): Promise<void> {
  await records.remove(school, peopleId(command));
}
