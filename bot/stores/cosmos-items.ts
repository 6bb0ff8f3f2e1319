import type { SqlQuerySpec } from '@azure/cosmos';
import type { Cursor } from './cursor.ts';
import { checkDoc } from './document-id.ts';
import type { CountQuery, Doc, ListQuery, Stored } from './records.ts';

/**
 * A document as Cosmos keeps it. `at` and `walled` repeat the index with nothing left out, because in a query a field
 * that is not there makes every comparison undefined: it would drop out of the order, or slip past the wall.
 */
export type Item = Doc & { at: string; walled: string[]; _etag: string };

export function itemOf(doc: Doc): Omit<Item, '_etag'> {
  checkDoc(doc);
  const { school, kind, id, index, body } = doc;
  return { school, kind, id, index, at: index.at ?? '', walled: index.walled ?? [], body };
}

/** Leaves out the fields that the service adds. */
export function stored<Body>({ school, kind, id, index, body, _etag }: Item): Stored<Body> {
  return { school, kind, id, index, body: body as Body, etag: _etag };
}

/** Asks for one item more than the limit. The school stands in the WHERE as well as in the partition key: two locks on one door. */
export function listQuery(school: string, query: ListQuery, start: Cursor | undefined): SqlQuerySpec {
  const { where, parameters, ask } = matching(school, query);
  ask('c.at >= @from', { from: query.from });
  ask(`c.at != '' AND c.at < @to`, { to: query.to });
  ask('NOT ARRAY_CONTAINS(c.walled, @walled)', { walled: query.notWalled });
  const [beyond, direction] = query.order === 'newest' ? ['<', 'DESC'] : ['>', 'ASC'];
  ask(`(c.at ${beyond} @startAt OR (c.at = @startAt AND c.id ${beyond} @startId))`, { startAt: start?.at, startId: start?.id });
  const order = `c.at ${direction}, c.id ${direction}`;
  return { query: `SELECT TOP ${query.limit + 1} * FROM c WHERE ${where.join(' AND ')} ORDER BY ${order}`, parameters };
}

export function countQuery(school: string, query: CountQuery): SqlQuerySpec {
  const { where, parameters } = matching(school, query);
  return { query: `SELECT VALUE COUNT(1) FROM c WHERE ${where.join(' AND ')}`, parameters };
}

/** What lists and counts share: the conditions so far, and `ask` for more of them. */
function matching(school: string, { kind, equals: { status, person, about } = {} }: CountQuery) {
  const where = ['c.school = @school', 'c.kind = @kind'];
  const parameters = [
    { name: '@school', value: school },
    { name: '@kind', value: kind as string },
  ];
  const ask = (condition: string, values: Record<string, string | undefined>) => {
    if (Object.values(values).includes(undefined)) return;
    where.push(condition);
    for (const [name, value] of Object.entries(values)) parameters.push({ name: `@${name}`, value: value ?? '' });
  };
  ask('c.index.status = @status', { status });
  ask('c.index.person = @person', { person });
  ask('c.index.about = @about', { about });
  return { where, parameters, ask };
}

/** The one question across schools: it answers with ids only. */
export function dueQuery(now: string, limit: number): SqlQuerySpec {
  return {
    query: `SELECT TOP ${limit} c.school, c.id FROM c WHERE c.index.dueAt <= @now ORDER BY c.index.dueAt ASC`,
    parameters: [{ name: '@now', value: now }],
  };
}
