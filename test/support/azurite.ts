import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import type { AzureQueuePlace } from '#queue/queue.azure.ts';

// The account and key that every Azurite has, published by Microsoft for local use.
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

let started: Promise<{ connectionString: string }> | undefined;
let queues = 0;

/** Azurite's queue service on a free loopback port, one for the whole test run, in memory; stopped when the run ends. */
export function startAzurite(): Promise<{ connectionString: string }> {
  started ??= start();
  return started;
}

/** Where to make a queue with `createAzureQueue`: one that nobody else uses. */
export async function freshAzureQueuePlace(): Promise<AzureQueuePlace & { connectionString: string }> {
  queues += 1;
  return { ...(await startAzurite()), name: `queue-${queues}`, createIfMissing: true };
}

async function start(): Promise<{ connectionString: string }> {
  const main = createRequire(import.meta.url).resolve('azurite/dist/src/queue/main.js');
  const options = ['--inMemoryPersistence', '--skipApiVersionCheck', '--disableTelemetry', '--silent'];
  const address = ['--queueHost', '127.0.0.1', '--queuePort', '0'];
  const child = spawn(process.execPath, [main, ...address, ...options], { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'inherit'] });
  process.on('exit', () => child.kill('SIGKILL'));
  const endpoint = await announced(child);
  const parts = [`DefaultEndpointsProtocol=http`, `AccountName=${account}`, `AccountKey=${key}`, `QueueEndpoint=${endpoint}/${account}`];
  return { connectionString: `${parts.join(';')};` };
}

async function announced(child: ChildProcess & { stdout: NodeJS.ReadableStream }): Promise<string> {
  for await (const line of createInterface(child.stdout)) {
    const endpoint = /listens on (\S+)/.exec(line)?.[1];
    if (endpoint === undefined) continue;
    child.unref();
    child.stdout.resume();
    (child.stdout as unknown as { unref(): void }).unref();
    return endpoint;
  }
  throw new Error('Azurite ended before it listened.');
}
