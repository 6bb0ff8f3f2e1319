import { openStore, type Store } from '#bot/open-store.ts';
import { createAzureQueue } from '#queue/queue.azure.ts';
import type { Queue } from '#queue/queue.ts';
import { createCosmosRecords } from '#stores/records.cosmos.ts';
import { freshAzureQueuePlace } from './azurite.ts';
import { freshCosmosPlace } from './cosmos-server.ts';

/** The cloud's pair over the wire. `sends` false: the queue takes nothing in, as when Azure Storage is out. */
export async function cloudStore(gate: { sends: boolean } = { sends: true }): Promise<Store> {
  const real = await createAzureQueue(await freshAzureQueuePlace());
  const send: Queue['send'] = async (message, options) => {
    if (!gate.sends) throw new Error('The queue cannot be reached');
    await real.send(message, options);
  };
  const queue: Queue = { ...real, send };
  const records = await createCosmosRecords({ ...(await freshCosmosPlace()), queue });
  const close = async () => {
    await records.close();
    await queue.close();
  };
  return { records, queue, idle: 100, close };
}

/** What a story that holds on every store is told on. */
export const storePairs: [name: string, open: () => Promise<Store>][] = [
  ['SQLite', () => openStore({ kind: 'sqlite', file: ':memory:' })],
  ['Cosmos DB and Azure Storage Queue', () => cloudStore()],
];
