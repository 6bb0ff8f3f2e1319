import type { SchoolKey } from '#domain/people.ts';
import type { ListQuery, Records } from './records.ts';

/** The store did not answer in time. A write may have happened all the same: read it back by id before telling anybody anything. */
export class StoreTimeout extends Error {
  override readonly name = 'StoreTimeout';

  constructor() {
    super('The store did not answer in time.');
  }
}

/** The same records, but each call rejects with `StoreTimeout` after `ms` milliseconds. */
export function within(records: Records, ms = 2_000): Records {
  return {
    read: <Body>(school: SchoolKey, id: string) => limited(records.read<Body>(school, id), ms),
    create: (doc, options) => limited(records.create(doc, options), ms),
    replace: (doc, etag, options) => limited(records.replace(doc, etag, options), ms),
    remove: (school, id) => limited(records.remove(school, id), ms),
    list: <Body>(school: SchoolKey, query: ListQuery) => limited(records.list<Body>(school, query), ms),
    due: (now, limit) => limited(records.due(now, limit), ms),
    close: () => limited(records.close(), ms),
  };
}

function limited<Value>(call: Promise<Value>, ms: number): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>();
  const timer = setTimeout(() => reject(new StoreTimeout()), ms);
  call.then(resolve, reject).finally(() => clearTimeout(timer));
  return promise;
}
