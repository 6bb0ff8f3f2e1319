import type { GraphState } from './stand-in.ts';

type Entry = { '@odata.type': string; id: string; '@removed'?: { reason: string } };

/** One page of `/groups/delta`; undefined where the link is from before what Graph remembers. */
export function groupDelta(state: GraphState, path: string): object | undefined {
  const [, skip] = /\$skiptoken=([\w-]+)/.exec(path) ?? [];
  const [, delta] = /\$deltatoken=([\w-]+)/.exec(path) ?? [];
  const [, asked = ''] = /\$filter=id eq '([^']+)'/.exec(path) ?? [];
  const at = skip ?? delta;
  const { group, since, offset, until } =
    at === undefined ? { group: asked, since: undefined, offset: 0, until: state.journal.length } : read(at, state);
  if (since !== undefined && since < state.forgotten) return undefined;
  const all = since === undefined ? present(state, group, until) : changes(state, group, since, until);
  const page = all.slice(offset, offset + state.pageSize);
  const next = offset + state.pageSize;
  const link = (token: string, content: object) =>
    `${state.url}/v1.0/groups/delta?$${token}=${Buffer.from(JSON.stringify(content)).toString('base64url')}`;
  const more = next < all.length;
  return {
    value: state.groups.has(group) && (since === undefined || page.length > 0) ? [{ id: group, 'members@delta': page }] : [],
    ...(more ? { '@odata.nextLink': link('skiptoken', { group, since, offset: next, until }) } : {}),
    ...(more ? {} : { '@odata.deltaLink': link('deltatoken', { group, since: until }) }),
  };
}

function read(token: string, state: GraphState): { group: string; since?: number; offset: number; until: number } {
  return { offset: 0, until: state.journal.length, ...JSON.parse(Buffer.from(token, 'base64url').toString()) };
}

/** As Graph does, somebody may be named twice. */
function present(state: GraphState, group: string, until: number): Entry[] {
  const inside = new Map<string, Entry>();
  for (const change of state.journal.slice(0, until).filter((one) => one.group === group)) {
    if (change.removed) inside.delete(change.id);
    else inside.set(change.id, { '@odata.type': change.type, id: change.id });
  }
  const entries = [...inside.values()];
  return [...entries, ...entries.slice(0, 1)];
}

function changes(state: GraphState, group: string, since: number, until: number): Entry[] {
  return state.journal
    .slice(since, until)
    .filter((one) => one.group === group)
    .map(({ id, removed, type }) => ({ '@odata.type': type, id, ...(removed ? { '@removed': { reason: 'deleted' } } : {}) }));
}
