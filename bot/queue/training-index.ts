import { dayOf } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import type { SchoolKey } from '#domain/people.ts';
import type { Member } from '#domain/training/member.ts';
import type { Day } from '#domain/training/record.ts';
import { tenureOf } from '#domain/training/tenure.ts';
import { owedAfter } from '#features/training/learner.ts';
import type { Records, Stored } from '#stores/records.ts';
import { recordOf, type TrainingBody, trainingDoc, trainingId } from '#stores/training-record.ts';

const tries = 6;

/**
 * Makes somebody's training document stand where the register lists it: by what they owe first, and here or left. A joiner gets
 * one. Nothing is written where it stands right already; the events are never touched.
 */
export async function keepTraining(records: Records, school: SchoolKey, member: Member, world: World, since: Day): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const stored = await records.read<TrainingBody>(school, trainingId(member.id));
    if (stored !== undefined) {
      if ((await reindex(records, stored, member, world, since)) !== 'conflict') return;
      continue;
    }
    const nothingYet = { school, body: { events: [], applied: [] } };
    if ((await records.create(rightDoc(nothingYet, member, world, since))) !== undefined) return;
  }
  throw new Error('Somebody’s training changed too often while its due day was being written.');
}

/** The same for a document that is read already. */
export async function reindex(
  records: Records,
  stored: Stored<TrainingBody>,
  member: Member,
  world: World,
  since: Day,
): Promise<'same' | 'written' | 'conflict'> {
  const doc = rightDoc(stored, member, world, since);
  if (doc.index.at === stored.index.at && doc.index.status === stored.index.status) return 'same';
  return (await records.replace(doc, stored.etag, { lightly: true })) === undefined ? 'conflict' : 'written';
}

function rightDoc({ school, body }: Pick<Stored<TrainingBody>, 'school' | 'body'>, member: Member, world: World, since: Day) {
  const tenure = tenureOf(member, world.settings, since);
  const owed = owedAfter(world, tenure, recordOf(body), dayOf(world.settings.calendar, world.now));
  return trainingDoc({ school, person: member.id }, body, { owed, left: member.left !== undefined });
}
