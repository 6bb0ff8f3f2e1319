import type { RollDeps } from '#bot/graph/apply-roll.ts';
import { atOnce } from '#bot/graph/at-once.ts';
import { reindex } from '#bot/graph/training-index.ts';
import type { SchoolKey } from '#domain/people.ts';
import type { Day } from '#domain/training/record.ts';
import type { Stored } from '#stores/records.ts';
import type { TrainingBody } from '#stores/training-record.ts';

const pageSize = 200;
const writers = 8;

/**
 * First due days follow from roles, rules and terms, which change without anybody's training changing: every training document that
 * stands at another day than it would now is moved there. Pages, oldest first; what is moved on may be met again and is then right.
 */
export async function refreshOwed(deps: RollDeps, school: SchoolKey, since: Day, keep: () => Promise<void>): Promise<number> {
  const world = await deps.worldOf(school);
  let moved = 0;
  let after: string | undefined;
  do {
    const query = { kind: 'training', order: 'oldest', limit: pageSize, ...(after === undefined ? {} : { after }) } as const;
    const page: { items: Stored<TrainingBody>[]; next?: string } = await deps.records.list<TrainingBody>(school, query);
    await atOnce(page.items, writers, async (stored) => {
      const member = deps.directory.member(school, stored.index.person ?? '');
      // Whoever recorded something meanwhile has moved it themself.
      if (member !== undefined && (await reindex(deps.records, stored, member, world, since)) === 'written') moved += 1;
    });
    await keep();
    after = page.next;
  } while (after !== undefined);
  return moved;
}
