import { openStore, type Store } from '#bot/open-store.ts';
import type { Records } from '#stores/records.ts';

/**
 * - `breaks`: nothing is done, and the call is refused.
 * - `hangs`: nothing is done, and there is never an answer.
 * - `answer-lost`: it is done, and then the connection breaks.
 * - `answer-hangs`: it is done, and there is never an answer.
 */
export type StoreFault = {
  does: 'breaks' | 'hangs' | 'answer-lost' | 'answer-hangs';
  /** Which calls: all, unless told. */
  calls?: (keyof Records)[];
  /** Which documents: all, unless told. */
  ids?: RegExp;
  /** How many such calls go through first; none, unless told. */
  after?: number;
  /** How often; for ever, unless told. */
  times?: number;
};

export type FaultyStore = Store & {
  /** From now on, until `works`. The first that fits a call counts. */
  fails(...faults: StoreFault[]): void;
  works(): void;
  /** Resolves once a fault has struck. */
  struck(): Promise<void>;
};

class Broken extends Error {
  readonly code = 'ECONNREFUSED';
}

/** A real store behind a connection that can be made to fail on demand: the far side of the port, with nothing of ours replaced. */
export async function faultyStore(given?: Store): Promise<FaultyStore> {
  const store = given ?? (await openStore({ kind: 'sqlite', file: ':memory:' }));
  let faults: StoreFault[] = [];
  let strike = Promise.withResolvers<void>();
  const takes = (call: keyof Records, id: string): StoreFault['does'] | undefined => {
    const fault = faults.find(({ calls, ids }) => (calls?.includes(call) ?? true) && (ids?.test(id) ?? true));
    if (fault === undefined) return undefined;
    if (fault.after !== undefined && fault.after > 0) {
      fault.after -= 1;
      return undefined;
    }
    strike.resolve();
    if (fault.times === undefined) return fault.does;
    fault.times -= 1;
    if (fault.times === 0) faults = faults.filter((other) => other !== fault);
    return fault.does;
  };
  const through = async <Value>(call: keyof Records, id: string, work: () => Promise<Value>): Promise<Value> => {
    const does = takes(call, id);
    if (does === undefined) return work();
    if (does === 'answer-lost' || does === 'answer-hangs') await work();
    if (does === 'hangs' || does === 'answer-hangs') return new Promise<never>(() => undefined);
    throw new Broken('The connection broke');
  };
  const { records } = store;
  return {
    ...store,
    records: {
      read: (school, id) => through('read', id, () => records.read(school, id)),
      create: (doc, options) => through('create', doc.id, () => records.create(doc, options)),
      replace: (doc, etag, options) => through('replace', doc.id, () => records.replace(doc, etag, options)),
      remove: (school, id) => through('remove', id, () => records.remove(school, id)),
      list: (school, query) => through('list', query.kind, () => records.list(school, query)),
      count: (school, query) => through('count', query.kind, () => records.count(school, query)),
      due: (now, limit) => through('due', '', () => records.due(now, limit)),
      close: () => records.close(),
    },
    fails: (...fresh) => {
      faults = fresh.map((fault) => ({ ...fault }));
      strike = Promise.withResolvers();
    },
    works: () => {
      faults = [];
    },
    struck: () => strike.promise,
  };
}
