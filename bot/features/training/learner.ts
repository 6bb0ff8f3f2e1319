import { dayOf } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import { auditEvery } from '#domain/training/audit-round.ts';
import { type Intervals, type Owed, owedBy, type Tenure } from '#domain/training/owed.ts';
import { type Day, evolve, type TrainingEvent, type TrainingRecord } from '#domain/training/record.ts';
import { tenureOf } from '#domain/training/tenure.ts';
import type { Deps } from '#features/handler.ts';
import { type LoadedTraining, loadTraining, saveTraining } from '#stores/training-record.ts';

/** What one person's due dates follow from, and what they owe today, first due first. */
export type Learner = { loaded: LoadedTraining; tenure: Tenure; owed: Owed[]; today: Day };

type Source = Pick<Deps, 'records' | 'directory'>;

/** Undefined for whoever has never been on the school's roll. A leaver has a record and owes nothing. */
export async function loadLearner(source: Source, world: World, school: SchoolKey, person: PersonId): Promise<Learner | undefined> {
  if (source.directory.member(school, person) === undefined) return undefined;
  return learnerOf(source, world, await loadTraining(source.records, school, person));
}

/** The same of a training document that is read already. */
export function learnerOf({ directory }: Pick<Deps, 'directory'>, world: World, loaded: LoadedTraining): Learner | undefined {
  const member = directory.member(loaded.school, loaded.person);
  if (member === undefined) return undefined;
  const tenure = tenureOf(member, world.settings, directory.countsFrom(loaded.school));
  const today = dayOf(world.settings.calendar, world.now);
  return { loaded, tenure, today, owed: owedAfter(world, tenure, loaded.record, today) };
}

export function intervalsOf({ settings, ruleSet }: World): Intervals {
  const { staffMonths } = settings.training;
  return {
    ...(staffMonths === undefined ? {} : { staffMonths }),
    ...(auditEvery(ruleSet.training, settings) === 'term' ? { auditTerms: settings.calendar.terms } : {}),
  };
}

/** What they owe once the record says so. */
export function owedAfter(world: World, tenure: Tenure, record: TrainingRecord, today: Day): Owed[] {
  return owedBy(world.ruleSet.training, tenure, record, today, intervalsOf(world));
}

/**
 * Adds events to somebody's training, with what they owe after them; gives how they stand then. A command that is in it already
 * changes nothing. The school is counted anew when somebody asks. Rejects with `VersionConflict`.
 */
export async function saveLearner(
  { records, trainingCounts }: Pick<Deps, 'records' | 'trainingCounts'>,
  world: World,
  learner: Learner,
  { events, command }: { events: TrainingEvent[]; command: string },
): Promise<Learner> {
  const { loaded, tenure, today } = learner;
  if (loaded.applied.includes(command)) return learner;
  const record = events.reduce(evolve, loaded.record);
  const owed = owedAfter(world, tenure, record, today);
  try {
    await saveTraining(records, loaded, { events, command, owed, left: tenure.left !== undefined });
  } finally {
    // Also after a failure: a write that nobody answered may have arrived.
    trainingCounts.forget(loaded.school);
  }
  return { ...learner, loaded: { ...loaded, record }, owed };
}
