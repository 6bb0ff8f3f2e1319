import { z } from 'zod';
import type { Env, Problems, Take } from './config-variables.ts';
import { present } from './config-variables.ts';

export type StoreConfig =
  | { kind: 'sqlite'; file: string }
  | {
      kind: 'cosmos';
      endpoint: string;
      /** Absent: the managed identity signs in. */
      key?: string;
      database: string;
      queue: { url: string } | { connectionString: string; name: string };
    };

const text = z.string();

/** Where records and queue are kept; undefined when something is wrong with it. */
export function readStore(env: Env, take: Take, problems: Problems, local: boolean): StoreConfig | undefined {
  const kinds = z.enum(['sqlite', 'cosmos']);
  const kind = take('STORE', local ? kinds.default('sqlite') : kinds, 'put "sqlite" or "cosmos".');
  if (kind === undefined) return undefined;
  if (kind === 'sqlite') {
    const file = take('SQLITE_FILE', local ? text.default('online-safety.sqlite') : text, 'put the path of the database file.');
    return file === undefined ? undefined : { kind, file };
  }
  const endpoint = take('COSMOS_ENDPOINT', z.url(), 'put the address of the Cosmos DB account.');
  const database = take('COSMOS_DATABASE', text.default('online-safety'), 'put the name of the database.');
  const key = present(env, 'COSMOS_KEY');
  const queue = readQueue(env, take, problems);
  if (!endpoint || !database || !queue) return undefined;
  return { kind, endpoint, database, queue, ...(key === undefined ? {} : { key }) };
}

function readQueue(env: Env, take: Take, problems: Problems): { url: string } | { connectionString: string; name: string } | undefined {
  const connectionString = present(env, 'QUEUE_CONNECTION_STRING');
  const name = take(
    'QUEUE_NAME',
    z
      .string()
      .regex(/^[a-z0-9](-?[a-z0-9]){2,62}$/)
      .default('online-safety'),
    'put a queue name: small letters, digits and single hyphens.',
  );
  const url = take('QUEUE_URL', z.url().optional(), 'put the whole address of the queue.');
  if (url !== undefined && connectionString !== undefined)
    problems.push('QUEUE_URL: take it out, or take QUEUE_CONNECTION_STRING out: only one of them is used.');
  if (connectionString !== undefined) return name === undefined ? undefined : { connectionString, name };
  if (url !== undefined) return { url };
  if (present(env, 'QUEUE_URL') === undefined) problems.push('QUEUE_URL: put the address of the queue, or put QUEUE_CONNECTION_STRING.');
  return undefined;
}
