import type { Store } from '#bot/open-store.ts';
import { createAzureQueue } from '#queue/queue.azure.ts';
import { createCosmosRecords } from '#stores/records.cosmos.ts';
import { createSqliteStore } from '#stores/sqlite.ts';

export type StorePlace =
  | { kind: 'sqlite'; file: string }
  | { kind: 'cosmos'; endpoint: string; key: string; connectionString: string; name: string };

/** As `bot/open-store.ts` opens them, except that what is missing is made and that the stand-ins are asked nothing they cannot answer. */
export async function openPlace(place: StorePlace): Promise<Store> {
  if (place.kind === 'sqlite') return { ...createSqliteStore(place.file), idle: 250 };
  const { endpoint, key, connectionString, name } = place;
  const queue = await createAzureQueue({ connectionString, name, createIfMissing: true });
  const container = { database: 'bench', container: name, createIfMissing: true, endpointDiscovery: false };
  const records = await createCosmosRecords({ endpoint, key, ...container, queue });
  return { records, queue, idle: 1_000, close: () => records.close() };
}
