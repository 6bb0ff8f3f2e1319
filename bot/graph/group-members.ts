import { z } from 'zod';
import type { GroupBody } from '#stores/group-record.ts';
import { type Graph, GraphRefusal, troubleOf } from './graph.ts';
import { SourceTrouble } from './people-source.ts';

const Change = z.object({ id: z.string(), '@odata.type': z.string().optional(), '@removed': z.unknown().optional() });
const Page = z.object({
  value: z.array(z.object({ id: z.string(), '@removed': z.unknown().optional(), 'members@delta': z.array(Change).optional() })),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

/** More pages than any school has people. */
const mostPages = 5_000;

/**
 * Who is in a group: what changed since last time, or all of it where nothing is known or Graph has forgotten what we know (410).
 * Only people count, not devices or groups inside the group. Rejects with `SourceTrouble`.
 */
export async function groupMembers(
  graph: Graph,
  group: string,
  known: GroupBody | undefined,
  keep: () => Promise<void>,
): Promise<GroupBody> {
  try {
    return await round(graph, group, known, keep);
  } catch (error) {
    if (known !== undefined && error instanceof GraphRefusal && (error.status === 410 || /resync|syncstate/i.test(error.code)))
      return await groupMembers(graph, group, undefined, keep);
    if (error instanceof GraphRefusal && error.status === 404) throw new SourceTrouble('group-missing');
    throw troubleOf(error);
  }
}

async function round(graph: Graph, group: string, known: GroupBody | undefined, keep: () => Promise<void>): Promise<GroupBody> {
  const ids = new Set(known?.ids);
  let link = known?.link ?? `/groups/delta?$filter=id eq '${group}'&$select=id,members`;
  let seen = known !== undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const read = Page.safeParse(await graph.get(link));
    if (!read.success) throw new SourceTrouble('unclear');
    for (const one of read.data.value.filter(({ id }) => id === group)) {
      if (one['@removed'] !== undefined) throw new SourceTrouble('group-missing');
      seen = true;
      takeChanges(ids, one['members@delta'] ?? []);
    }
    await keep();
    const { '@odata.nextLink': next, '@odata.deltaLink': last } = read.data;
    // A first round that never names the group: Graph filters a group that is not there into nothing.
    if (last !== undefined && !seen) throw new SourceTrouble('group-missing');
    if (last !== undefined) return { group, ids: [...ids], link: last };
    if (next === undefined) break;
    link = next;
  }
  throw new SourceTrouble('unclear');
}

function takeChanges(ids: Set<string>, changes: z.infer<typeof Change>[]): void {
  for (const change of changes) {
    const type = change['@odata.type'];
    if (change['@removed'] !== undefined) ids.delete(change.id.toLowerCase());
    else if (type === undefined || type === '#microsoft.graph.user') ids.add(change.id.toLowerCase());
  }
}
