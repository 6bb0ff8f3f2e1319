import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from '@vercel/cosmosdb-server';
import type { CosmosPlace } from '#stores/cosmos-container.ts';

let started: Promise<{ endpoint: string; key: string }> | undefined;
let containers = 0;

/** A Cosmos DB stand-in on loopback, one for the whole test run; it never keeps the run from ending. */
export function startCosmosServer(): Promise<{ endpoint: string; key: string }> {
  started ??= start();
  return started;
}

/** Where to make records with `createCosmosRecords`: a container that nobody else uses. */
export async function freshCosmosPlace(): Promise<CosmosPlace> {
  containers += 1;
  const server = await startCosmosServer();
  return { ...server, database: 'tests', container: `records-${containers}`, createIfMissing: true, endpointDiscovery: false };
}

async function start(): Promise<{ endpoint: string; key: string }> {
  const server = createHttpServer().listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, key: Buffer.from('any key will do').toString('base64') };
}
