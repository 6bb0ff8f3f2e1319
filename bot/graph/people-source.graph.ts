import { z } from 'zod';
import { atOnce } from '#bot/at-once.ts';
import type { Person, SchoolKey } from '#domain/people.ts';
import type { RollRow } from '#domain/training/roll.ts';
import { loadGroup, saveGroup } from '#stores/group-record.ts';
import type { Records } from '#stores/records.ts';
import { displayName } from './display-name.ts';
import { type Graph, GraphRefusal, troubleOf } from './graph.ts';
import { groupMembers } from './group-members.ts';
import { type Installed, type PeopleSource, SourceTrouble } from './people-source.ts';

type GraphPeopleOptions = {
  graph: Graph;
  records: Records;
  tenantId: string;
  /** Entra object ids of the groups. Whoever is in several counts as the first of these: staff, governor, volunteer. */
  groups: Partial<Record<Person['kind'], string>>;
  /** The app's id in the organisation's catalogue, which is not the id in its manifest. */
  catalogApp?: string | undefined;
};

const kinds = ['staff', 'governor', 'volunteer'] as const;
/** As many ids as Graph takes in one filter. */
const idsAtOnce = 15;
const requestsAtOnce = 4;

const User = z.object({
  id: z.string().toLowerCase(),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  jobTitle: z.string().nullish(),
  employeeHireDate: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
  manager: z.object({ id: z.string().toLowerCase() }).nullish(),
});
const Users = z.object({ value: z.array(User) });
const wanted = 'id,displayName,mail,jobTitle,employeeHireDate,accountEnabled';

/** Staff, volunteers and governors from groups of Entra. Reads nobody outside these groups: pupils are in the same tenant. */
export function createGraphPeople(options: GraphPeopleOptions): PeopleSource {
  const { graph, catalogApp } = options;
  return {
    read: async (school, keep) => {
      const kindOf = await readGroups(options, school, keep);
      return await readPeople(options, kindOf, keep);
    },
    ...(catalogApp === undefined ? {} : { install: (objectId: string) => install(graph, catalogApp, objectId) }),
  };
}

async function readGroups({ graph, records, groups }: GraphPeopleOptions, school: SchoolKey, keep: () => Promise<void>) {
  const kindOf = new Map<string, Person['kind']>();
  for (const kind of kinds) {
    const group = groups[kind];
    if (group === undefined) continue;
    const read = await groupMembers(graph, group, await loadGroup(records, school, kind, group), keep);
    await saveGroup(records, school, kind, read);
    for (const id of read.ids) if (!kindOf.has(id)) kindOf.set(id, kind);
  }
  return kindOf;
}

async function readPeople(
  { graph, tenantId }: GraphPeopleOptions,
  kindOf: Map<string, Person['kind']>,
  keep: () => Promise<void>,
): Promise<RollRow[]> {
  const rows = new Map<string, RollRow>();
  const ids = [...kindOf.keys()];
  const chunks = Array.from({ length: Math.ceil(ids.length / idsAtOnce) }, (_, i) => ids.slice(i * idsAtOnce, (i + 1) * idsAtOnce));
  await atOnce(chunks, requestsAtOnce, async (chunk) => {
    for (const user of await readUsers(graph, chunk)) {
      const kind = kindOf.get(user.id);
      // Somebody who may not sign in any more has left, whatever the group still says.
      if (kind !== undefined && user.accountEnabled !== false) rows.set(user.id, rowOf(user, kind, tenantId));
    }
    await keep();
  });
  // In the order of the groups, whichever request was answered first.
  return ids.flatMap((id) => rows.get(id) ?? []);
}

async function readUsers(graph: Graph, ids: string[]): Promise<z.infer<typeof User>[]> {
  const filter = `id in (${ids.map((id) => `'${id}'`).join(',')})`;
  const answer = await graph.get(`/users?$filter=${filter}&$select=${wanted}&$expand=manager($select=id)`).catch((error: unknown) => {
    throw troubleOf(error);
  });
  const read = Users.safeParse(answer);
  if (!read.success) throw new SourceTrouble('unclear');
  return read.data.value;
}

function rowOf(user: z.infer<typeof User>, kind: Person['kind'], tenantId: string): RollRow {
  const started = /^(19|20)\d\d-\d\d-\d\d/.exec(user.employeeHireDate ?? '')?.[0];
  return {
    id: `${tenantId}:${user.id}`,
    name: displayName(user.displayName ?? ''),
    kind,
    jobTitle: user.jobTitle ?? '',
    email: user.mail?.toLowerCase() ?? '',
    manager: user.manager ? `${tenantId}:${user.manager.id}` : null,
    ...(started === undefined ? {} : { started }),
  };
}

/** Installing twice is answered 409: it is there, which is what was wanted. */
async function install(graph: Graph, catalogApp: string, objectId: string): Promise<Installed> {
  try {
    await graph.post(`/users/${objectId}/teamwork/installedApps`, {
      'teamsApp@odata.bind': `${graph.root}/appCatalogs/teamsApps/${catalogApp}`,
    });
    return 'installed';
  } catch (error) {
    if (error instanceof GraphRefusal && error.status === 409) return 'already';
    if (error instanceof GraphRefusal && error.status === 404) return 'no-account';
    if (error instanceof GraphRefusal && error.status === 400) return 'refused';
    throw troubleOf(error);
  }
}
