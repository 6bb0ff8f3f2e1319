import type { Store } from '#bot/open-store.ts';
import type { ListQuery, Records } from '#stores/records.ts';

/** A call of the store as a line: `read incident`, `create incident with a wake`, `list draft`. */
export type Call = string;

const kindOf = (id: string) => id.slice(0, id.indexOf('.'));
const woken = (options: { wake?: unknown } = {}) => (options.wake === undefined ? '' : ' with a wake');

/** The same store; `calls` grows with every call of its records, and may be emptied. */
export function countedStore(store: Store): { store: Store; calls: Call[] } {
  const calls: Call[] = [];
  const { records } = store;
  const counted: Records = {
    read: <Body>(school: string, id: string) => {
      calls.push(`read ${kindOf(id)}`);
      return records.read<Body>(school, id);
    },
    create: (doc, options) => {
      calls.push(`create ${doc.kind}${woken(options)}`);
      return records.create(doc, options);
    },
    replace: (doc, etag, options) => {
      calls.push(`replace ${doc.kind}${woken(options)}`);
      return records.replace(doc, etag, options);
    },
    remove: (school, id) => {
      calls.push(`remove ${kindOf(id)}`);
      return records.remove(school, id);
    },
    list: <Body>(school: string, query: ListQuery) => {
      calls.push(`list ${query.kind}`);
      return records.list<Body>(school, query);
    },
    count: (school, query) => {
      calls.push(`count ${query.kind}`);
      return records.count(school, query);
    },
    due: (now, limit) => {
      calls.push('due');
      return records.due(now, limit);
    },
    close: () => records.close(),
  };
  return { store: { ...store, records: counted }, calls };
}

/** The same store, whose queue never hands anything out: what a turn does is then seen without the worker's part. */
export function withoutWorker(store: Store): Store {
  return { ...store, queue: { ...store.queue, receive: async () => [] } };
}
