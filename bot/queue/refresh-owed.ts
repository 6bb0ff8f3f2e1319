import { atOnce } from '#bot/at-once.ts';
import type { SchoolKey } from '#domain/people.ts';
import type { Day } from '#domain/training/record.ts';
import { pagesOf } from '#stores/pages.ts';
import type { TrainingBody } from '#stores/training-record.ts';
import type { RollDeps } from './apply-roll.ts';
import { reindex } from './training-index.ts';

const pageSize = 200;
const writers = 8;

/**
 * First due days follow from roles, rules and terms, which change without anybody's training changing: every training document that
 * stands at another day than it would now is moved there. Pages, oldest first; what is moved on may be met again and is then right.
 */
export async function refreshOwed(deps: RollDeps, school: SchoolKey, since: Day, keep: () => Promise<void>): Promise<number> {
  const world = await deps.worldOf(school);
  let moved = 0;
  for await (const page of pagesOf<TrainingBody>(deps.records, school, { kind: 'training', order: 'oldest', limit: pageSize })) {
    await atOnce(page, writers, async (stored) => {
      const member = deps.directory.member(school, stored.index.person ?? '');
      // Whoever recorded something meanwhile has moved it themself.
      if (member !== undefined && (await reindex(deps.records, stored, member, world, since)) === 'written') moved += 1;
    });
    await keep();
  }
  return moved;
}
