import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Owed } from '#domain/training/owed.ts';
import { type Day, foldTraining, nothingRecorded, type TrainingEvent, type TrainingRecord } from '#domain/training/record.ts';
import { type Sealed, seal } from './chain.ts';
import { personKey } from './document-id.ts';
import type { Doc, Records, Stored } from './records.ts';
import { writeOnce } from './write-once.ts';

/** One document a person: what happened in their training, oldest first, and the ids of the commands in it. */
export type TrainingBody = { events: Sealed<TrainingEvent>[]; applied: string[] };

/** `etag` is undefined while nothing is recorded of them. */
export type LoadedTraining = TrainingBody & { school: SchoolKey; person: PersonId; record: TrainingRecord; etag?: string };

/** Sorts whoever owes nothing behind everybody who does. */
const owesNothing = '9999-12-31';
/** Enough to know a click that Teams delivers again, however late. */
const appliedKept = 100;

export const trainingId = (person: PersonId) => `training.${personKey(person)}`;

export async function loadTraining(records: Records, school: SchoolKey, person: PersonId): Promise<LoadedTraining> {
  const stored = await records.read<TrainingBody>(school, trainingId(person));
  return stored === undefined ? { school, person, record: nothingRecorded, events: [], applied: [] } : trainingOf(stored);
}

export function trainingOf({ school, index, body, etag }: Stored<TrainingBody>): LoadedTraining {
  return { ...body, school, person: index.person ?? '', record: recordOf(body), etag };
}

/** What is recorded, folded from what happened. */
export const recordOf = ({ events }: TrainingBody): TrainingRecord => foldTraining(events.map(({ event }) => event));

/** Adds to the chain. `owed` is what they owe after it, first due first: the register lists people by it. Rejects with `VersionConflict`. */
export async function saveTraining(
  records: Records,
  loaded: LoadedTraining,
  { events, command, owed, left = false }: { events: TrainingEvent[]; command: string; owed: Owed[]; left?: boolean },
): Promise<void> {
  const body = { events: seal(loaded.events, events), applied: [...loaded.applied, command].slice(-appliedKept) };
  await writeOnce(records, trainingDoc(loaded, body, { owed, left }), loaded.etag, command);
}

/**
 * `at` is the first day on which they owe something or asked to be reminded, so that the register's lists are by due date and a round
 * reads only those in its window.
 */
export function trainingDoc(
  { school, person }: { school: SchoolKey; person: PersonId },
  body: TrainingBody,
  { owed, left }: { owed: Owed[]; left: boolean },
): Doc<TrainingBody> {
  const index = { status: left ? 'left' : 'here', person, at: dueInstant(firstDay(owed)) };
  return { school, kind: 'training', id: trainingId(person), index, body };
}

function firstDay(owed: Owed[]): Day | undefined {
  return owed.map(({ due, putOffUntil = due }) => (putOffUntil < due ? putOffUntil : due)).sort()[0];
}

export const dueInstant = (day: Day = owesNothing) => `${day}T00:00:00.000Z`;
