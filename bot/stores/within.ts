import type { SchoolKey } from '#domain/people.ts';
import { StoreMisuse } from './misuse.ts';
import type { ListQuery, Records } from './records.ts';

/** The store cannot be reached, or broke. `cause` is its own error and `code` that error's; the text quotes nothing. */
export class StoreDown extends Error {
  override readonly name: string = 'StoreDown';
  readonly code: unknown;

  constructor(cause?: unknown) {
    super('The store did not do what it was asked.', { cause });
    this.code = (cause as { code?: unknown } | undefined)?.code;
  }
}

/** The store did not answer in time. A write may have happened all the same: read it back by id before telling anybody anything. */
export class StoreTimeout extends StoreDown {
  override readonly name = 'StoreTimeout';
}

/** The same records, but each call rejects with `StoreTimeout` after `ms` milliseconds, and with `StoreDown` when the store breaks. */
export function within(records: Records, ms = 2_000): Records {
  return {
    read: <Body>(school: SchoolKey, id: string) => limited(records.read<Body>(school, id), ms),
    create: (doc, options) => limited(records.create(doc, options), ms),
    replace: (doc, etag, options) => limited(records.replace(doc, etag, options), ms),
    remove: (school, id) => limited(records.remove(school, id), ms),
    list: <Body>(school: SchoolKey, query: ListQuery) => limited(records.list<Body>(school, query), ms),
    count: (school, query) => limited(records.count(school, query), ms),
    due: (now, limit) => limited(records.due(now, limit), ms),
    close: () => limited(records.close(), ms),
  };
}

function limited<Value>(call: Promise<Value>, ms: number): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>();
  const timer = setTimeout(() => reject(new StoreTimeout()), ms);
  const broke = (error: unknown) => reject(error instanceof StoreMisuse ? error : new StoreDown(error));
  call.then(resolve, broke).finally(() => clearTimeout(timer));
  return promise;
}

/** After such an error the write may still arrive: reading back that it is not there proves nothing. */
export function mayStillLand(error: unknown): boolean {
  if (error instanceof StoreTimeout) return true;
  const { code } = error as { code?: unknown };
  return code === 408 || code === 'TimeoutError' || code === 'ECONNRESET' || code === 'ETIMEDOUT';
}
