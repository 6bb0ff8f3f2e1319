import type { Queue } from '#queue/queue.ts';
import type { Records } from '#stores/records.ts';
import type { StoreConfig } from './config-store.ts';

export type Store = {
  records: Records;
  queue: Queue;
  close(): Promise<void> /** Milliseconds between looks at an idle queue. */;
  idle: number;
};

/** Opens the configured pair. Only what is configured is loaded: the cloud's libraries cost half a second. */
export async function openStore(config: StoreConfig): Promise<Store> {
  return config.kind === 'sqlite' ? openSqlite(config.file) : openCloud(config);
}

async function openSqlite(file: string): Promise<Store> {
  const { createSqliteStore } = await import('#stores/sqlite.ts');
  const store = createSqliteStore(file);
  return { records: store.records, queue: store.queue, idle: 250, close: async () => store.close() };
}

async function openCloud(config: Extract<StoreConfig, { kind: 'cosmos' }>): Promise<Store> {
  const [{ createCosmosRecords }, { createAzureQueue }] = await Promise.all([
    import('#stores/records.cosmos.ts'),
    import('#queue/queue.azure.ts'),
  ]);
  const { queue: place, endpoint, key, database } = config;
  const queue = await createAzureQueue('url' in place ? { ...queueAt(place.url), credential: await signIn() } : place);
  const secret = key === undefined ? { credential: await signIn() } : { key };
  const records = await createCosmosRecords({ endpoint, ...secret, database, container: 'records', queue });
  return {
    records,
    queue,
    idle: 1_000,
    close: async () => {
      await records.close();
      await queue.close();
    },
  };
}

/** The managed identity, loaded only when something signs in with it. */
async function signIn() {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential();
}

/** The address of a queue holds the account's and its name. */
function queueAt(url: string): { url: string; name: string } {
  const at = url.replace(/\/+$/, '');
  const cut = at.lastIndexOf('/');
  return { url: at.slice(0, cut), name: at.slice(cut + 1) };
}
