import { z } from 'zod';
import type { RosterMember } from '#queue/sender.ts';

const words = z.string().nullish();
const Page = z.object({
  members: z.array(z.object({ objectId: words, aadObjectId: words, tenantId: words })),
  continuationToken: words,
});
const mostPages = 100;

/** Everybody, page by page; undefined as soon as anything is missing, because half a roster proves nobody's absence. */
export async function readRoster(
  tenantId: string,
  fetchPage: (continuation?: string) => Promise<unknown>,
): Promise<RosterMember[] | undefined> {
  const members: RosterMember[] = [];
  let continuation: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const read = Page.safeParse(await fetchPage(continuation));
    if (!read.success) return undefined;
    members.push(...read.data.members.map((member) => memberOf(tenantId, member)));
    continuation = read.data.continuationToken || undefined;
    if (continuation === undefined) return members;
  }
  return undefined;
}

type Member = z.infer<typeof Page>['members'][number];

// Somebody of another tenant cannot be told apart by our ids: like an app, they have none here.
function memberOf(tenantId: string, { objectId, aadObjectId, tenantId: theirs }: Member): RosterMember {
  const id = objectId || aadObjectId;
  if (!id || (theirs && theirs.toLowerCase() !== tenantId.toLowerCase())) return {};
  return { person: `${tenantId}:${id}`.toLowerCase() };
}
