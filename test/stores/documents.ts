import type { Queue } from '#queue/queue.ts';
import type { Doc, Index, Records } from '#stores/records.ts';

/** What a contract suite runs against; each call of an opener gives empty ones. */
export type OpenStore = () => Promise<{ records: Records; queue: Queue; close(): Promise<void> }>;

export const oak = 'oak-primary';
export const elm = 'elm-primary';

const tenant = '7b1f3c52-0000-4000-8000-000000000001';
export const imran = `${tenant}:7b1f3c52-0000-4000-8000-00000000000a`;
export const bronwen = `${tenant}:7b1f3c52-0000-4000-8000-00000000000b`;

/** The nth minute of a morning. */
export function minute(n: number): string {
  return `2026-03-02T09:${String(n).padStart(2, '0')}:00.000Z`;
}

/** An incident of Oak Primary, unless told otherwise. */
export function incident(key: string, index: Index = {}, body: unknown = { said: 'a screenshot was shared' }, school = oak): Doc {
  return { school, kind: 'incident', id: `incident.${key}`, index, body };
}

/** Creates all of them, in this order. */
export async function createAll(records: Records, docs: Doc[]): Promise<void> {
  for (const doc of docs) await records.create(doc);
}
