import type { Container, ItemResponse } from '@azure/cosmos';
import type { Queue, Wake } from '#queue/queue.ts';
import { type CosmosPlace, openContainer } from './cosmos-container.ts';
import { countQuery, dueQuery, type Item, itemOf, listQuery, stored } from './cosmos-items.ts';
import { pageOf, startOf } from './cursor.ts';
import { checkKey, checkSchool } from './document-id.ts';
import { checkWhole } from './misuse.ts';
import type { ListQuery, Records, Written } from './records.ts';

/** Milliseconds that a written turn still waits for its wake-up; after that the sweep finds the record. */
const wakeWithin = 800;

/**
 * Records in one Cosmos DB container, partitioned by school. Wakes go to `queue`, which stays the caller's to close.
 * Rejects when `createIfMissing` is asked for and not possible (data roles may not create containers).
 */
export async function createCosmosRecords({ queue, ...place }: CosmosPlace & { queue: Queue }): Promise<Records> {
  const { container, close } = await openContainer(place);

  return {
    async read<Body>(school: string, id: string) {
      checkKey(school, id);
      const { resource } = await container.item(id, school).read<Item>();
      return resource && stored<Body>(resource);
    },
    async create(doc, { wake } = {}) {
      const item = itemOf(doc);
      const made = await unless([409], () => container.items.create(item));
      return made && written(made, queue, wake);
    },
    async replace(doc, etag, { wake } = {}) {
      const item = itemOf(doc);
      const accessCondition = { type: 'IfMatch', condition: etag };
      const replaced = await unless([404, 412], () => container.item(doc.id, doc.school).replace(item, { accessCondition }));
      return replaced && written(replaced, queue, wake);
    },
    async remove(school, id) {
      checkKey(school, id);
      await unless([404], () => container.item(id, school).delete());
    },
    async list<Body>(school: string, query: ListQuery) {
      checkSchool(school);
      const question = listQuery(school, query, startOf(query));
      const items = await all<Item>(container, question, { partitionKey: school, maxItemCount: query.limit + 1 });
      return pageOf(items.map(stored<Body>), query.limit);
    },
    async count(school, query) {
      checkSchool(school);
      const [count = 0] = await all<number>(container, countQuery(school, query), { partitionKey: school, maxItemCount: 1 });
      return count;
    },
    async due(now, limit) {
      checkWhole(limit, 1, 1_000, 'bad-limit');
      return all<{ school: string; id: string }>(container, dueQuery(now, limit), { maxItemCount: limit });
    },
    close,
  };
}

/** `undefined` when the service answered with one of the `expected` codes; other errors go on. */
async function unless<Value>(expected: number[], call: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await call();
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (typeof code === 'number' && expected.includes(code)) return undefined;
    throw error;
  }
}

async function written({ etag, resource }: ItemResponse<object>, queue: Queue, wake: Wake | undefined): Promise<Written> {
  const woken = wake === undefined || (await sent(queue, wake));
  return { etag: resource?._etag ?? etag, woken };
}

// The record is safe by now, so neither a failed nor a hanging send may turn the answer into an error.
async function sent(queue: Queue, wake: Wake): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), wakeWithin);
  const send = queue.send(wake).then(
    () => true,
    () => false,
  );
  return Promise.race([send, late]).finally(() => clearTimeout(timer));
}

type Question = ReturnType<typeof dueQuery>;

// A page of the service may hold fewer items than were asked for (4 MB, 5 s): only the last page says that there are no more.
async function all<Found>(
  container: Container,
  question: Question,
  options: { partitionKey?: string; maxItemCount: number },
): Promise<Found[]> {
  const { resources } = await container.items.query<Found>(question, options).fetchAll();
  return resources;
}
