import type { Container, ContainerDefinition, CosmosClientOptions } from '@azure/cosmos';
import type { TokenCredential } from '@azure/identity';

/** Where the records are. `infra/` makes the same container in production, where `createIfMissing` is not allowed. */
export type CosmosPlace = {
  endpoint: string;
  /** Either the account's key or an Entra credential. */
  key?: string;
  credential?: TokenCredential;
  database: string;
  container: string;
  createIfMissing?: boolean;
  /** Only for a stand-in server, which does not tell where else it can be reached. Default true. */
  endpointDiscovery?: boolean;
};

/** Bodies are never searched, so they are not indexed; the pairs let a list be ordered and paged by (at, id). */
const containerDefinition = {
  partitionKey: { paths: ['/school'] },
  indexingPolicy: {
    indexingMode: 'consistent',
    automatic: true,
    includedPaths: [{ path: '/*' }],
    excludedPaths: [{ path: '/body/*' }, { path: '/"_etag"/?' }],
    compositeIndexes: [
      [
        { path: '/at', order: 'ascending' },
        { path: '/id', order: 'ascending' },
      ],
      [
        { path: '/at', order: 'descending' },
        { path: '/id', order: 'descending' },
      ],
    ],
  },
} satisfies Omit<ContainerDefinition, 'id'>;

/** The SDK is loaded here, on first use: a laptop on SQLite never pays for it. */
export async function openContainer(place: CosmosPlace): Promise<{ container: Container; close: () => Promise<void> }> {
  const { CosmosClient } = await import('@azure/cosmos');
  const client = new CosmosClient(clientOptions(place));
  const close = async () => client.dispose();
  if (place.createIfMissing !== true) return { container: client.database(place.database).container(place.container), close };
  const { database } = await client.databases.createIfNotExists({ id: place.database });
  const { container } = await database.containers.createIfNotExists({ ...containerDefinition, id: place.container });
  return { container, close };
}

// A turn gives the store 2 s in all: the SDK's own minute of waiting and nine retries would outlast it.
// Why no failover of writes: it repeats them, and a write whose outcome is unknown is ours to read back.
function clientOptions({ endpoint, key, credential, endpointDiscovery = true }: CosmosPlace): CosmosClientOptions {
  return {
    endpoint,
    ...(key === undefined ? {} : { key }),
    ...(credential === undefined ? {} : { aadCredentials: credential }),
    connectionPolicy: {
      requestTimeout: 2_000,
      retryOptions: { maxRetryAttemptCount: 2, maxWaitTimeInSeconds: 1 },
      enableEndpointDiscovery: endpointDiscovery,
      enableBackgroundEndpointRefreshing: endpointDiscovery,
      enablePartitionLevelFailover: false,
      useMultipleWriteLocations: false,
    },
  };
}
