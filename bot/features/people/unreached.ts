import { peopleUnreachedCard } from '#cards/people-lists.card.ts';
import type { SchoolKey } from '#domain/people.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { pageOf } from '#features/page-of.ts';
import { pageIn } from '#features/read-data.ts';
import { nothingHere, runnerScreen } from '#features/training/training-screen.ts';
import { reachOfAll } from '#stores/reach-record.ts';

/** Everybody here who cannot be written to, in the order of the list, and why. Read once for the whole school. */
export async function unreachedIn(
  { records, directory }: Pick<Deps, 'records' | 'directory'>,
  school: SchoolKey,
): Promise<{ name: string; reason: string }[]> {
  const reach = await reachOfAll(records, school);
  return directory.members(school).flatMap(({ id, name, left }) => {
    if (left !== undefined) return [];
    const failed = reach.has(id) ? reach.get(id) : 'never-installed';
    return failed === undefined ? [] : [{ name, reason: failed }];
  });
}

export async function showUnreached(request: CardRequest, deps: Deps): Promise<Answer> {
  if ((await runnerScreen(request, deps)) === undefined) return nothingHere;
  const all = await unreachedIn(deps, request.actor.school);
  const { page, more, shown } = pageOf(all, pageIn(request.data));
  return { kind: 'dialog', title: 'People', card: peopleUnreachedCard({ page, more, total: all.length, rows: shown }) };
}
