import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Recording, RecordOutcome } from '#domain/training/recording.ts';
import { digest } from './chain.ts';
import { type Doc, type Records, type Stored, VersionConflict } from './records.ts';

/** Whom it was not recorded for, and why; no more of them are kept than a card can show. */
type Skipped = { person: PersonId; outcome: RecordOutcome };
export type RecordingTally = { recorded: number; skipped: Skipped[]; skippedInAll: number };

/**
/**
 * Training of many people that the worker writes, one record after the other. `people` names the document that holds them, by a digest of
 * who they are. `cursor`: so many of them are done, from the first. `over`: all of them are, and the list of them is gone. What is left
 * says that this command was carried out.
 */
export type RecordingBody = { recording: Recording; people: string; total: number; cursor: number; tally: RecordingTally; over?: true };
type Frozen = { people: PersonId[] };

export const nothingYet: RecordingTally = { recorded: 0, skipped: [], skippedInAll: 0 };
const mostShown = 30;

const recordingId = (command: string) => `recording.${command}`;
const peopleId = (command: string, people: string) => `${recordingId(command)}.people.${people}`;

export function tallied(tally: RecordingTally, person: PersonId, outcome: RecordOutcome): RecordingTally {
  if (outcome === 'recorded') return { ...tally, recorded: tally.recorded + 1 };
  const skipped = tally.skipped.length < mostShown ? [...tally.skipped, { person, outcome }] : tally.skipped;
  return { ...tally, skipped, skippedInAll: tally.skippedInAll + 1 };
}

/**
 * The people first, then what is to be written: once it is there, so are they. A second press finds it and changes nothing. Gives what
 * stands when that is something else: other training, or other people. Rejects with `VersionConflict`.
 */
export async function oweRecording(
  records: Records,
  school: SchoolKey,
  { command, recording, people }: { command: string; recording: Recording; people: PersonId[] },
): Promise<RecordingBody | undefined> {
  const who = digest(people);
  const doc = recordingDoc(school, command, { recording, people: who, total: people.length, cursor: 0, tally: nothingYet });
  const stands = (await records.read<RecordingBody>(school, doc.id))?.body;
  if (stands !== undefined) return whatIsWritten(stands) === whatIsWritten(doc.body) ? undefined : stands;
  const frozen: Doc<Frozen> = { school, kind: 'recording', id: peopleId(command, who), index: { about: command }, body: { people } };
  await records.create(frozen);
  if ((await records.create(doc, { wake: { school, id: doc.id } })) === undefined) throw new VersionConflict();
  return undefined;
}

/** A later press of the same differs in its moment only. */
const whatIsWritten = ({ recording, people }: RecordingBody) => digest({ ...recording, at: '', people });

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
  const frozen = await records.read<Frozen>(school, peopleId(command, stored.body.people));
  return { stored, people: frozen?.body.people ?? [], command };
}

/** Also those of a press that came to nothing before this one. */
export async function removePeople(records: Records, school: SchoolKey, command: string): Promise<void> {
  const { items } = await records.list(school, { kind: 'recording', equals: { about: command }, order: 'oldest', limit: 100 });
  for (const { id } of items) await records.remove(school, id);
}
