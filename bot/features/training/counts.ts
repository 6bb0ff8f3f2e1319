import { dayOf } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import type { SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import { addPage, type Counted, nobodyCounted, type Standing } from '#domain/training/standing.ts';
import type { Deps } from '#features/handler.ts';
import { pagesOf } from '#stores/pages.ts';
import { type TrainingBody, trainingOf } from '#stores/training-record.ts';
import { intervalsOf, learnerOf } from './learner.ts';

/** Where the school stands, and when that was counted. */
type CountedStanding = { standing: Standing; at: Instant };

/** Remembers the latest count of each school for a minute, and lets those who ask meanwhile wait for the same one. */
export type TrainingCounts = {
  of(deps: Pick<Deps, 'records' | 'directory'>, world: World, school: SchoolKey): Promise<CountedStanding>;
  /** Something was recorded: what was counted is no longer so. */
  forget(school: SchoolKey): void;
};

const pageSize = 250;
const believed = 60_000;

type Known = { at: Instant; ruleSet: string; counting: Promise<CountedStanding> };

export function createTrainingCounts(): TrainingCounts {
  const known = new Map<SchoolKey, Known>();
  return {
    of: (deps, world, school) => {
      const last = known.get(school);
      if (last !== undefined && isFresh(last, world)) return last.counting;
      const counting = count(deps, world, school);
      known.set(school, { at: world.now, ruleSet: world.ruleSet.key, counting });
      counting.catch(() => known.delete(school));
      return counting;
    },
    forget: (school) => void known.delete(school),
  };
}

const isFresh = ({ at, ruleSet }: Known, world: World) =>
  ruleSet === world.ruleSet.key && Math.abs(Date.parse(world.now) - Date.parse(at)) < believed;

/** Page by page, each read once. */
async function count(deps: Pick<Deps, 'records' | 'directory'>, world: World, school: SchoolKey): Promise<CountedStanding> {
  const { training } = world.ruleSet;
  const today = dayOf(world.settings.calendar, world.now);
  let standing = nobodyCounted(training);
  const query = { kind: 'training', equals: { status: 'here' }, order: 'oldest', limit: pageSize } as const;
  for await (const page of pagesOf<TrainingBody>(deps.records, school, query)) {
    const counted = page.flatMap((stored): Counted[] => {
      const learner = learnerOf(deps, world, trainingOf(stored));
      return learner === undefined ? [] : [{ tenure: learner.tenure, record: learner.loaded.record }];
    });
    standing = addPage(standing, training, counted, today, intervalsOf(world));
  }
  return { standing, at: world.now };
}
