/**
 * The real app in a process of its own, to be killed: forked by `crashing-school.ts`, which moves its clock and asks for sweeps by
 * messages. It kills itself, as `kill -9` would, at the moment that it is told to.
 */
import { readFileSync } from 'node:fs';
import { createApp } from '#bot/app.ts';
import { parseSchoolFile } from '#bot/graph/school-file.ts';
import { createLog } from '#bot/log.ts';
import { openStore } from '#bot/open-store.ts';
import type { IncidentBody } from '#stores/incident-record.ts';
import type { Doc, Records } from '#stores/records.ts';
import { countingIds } from './ids.ts';
import { configFor, schoolFilePath } from './school.ts';

/**
 * - `write`: the report is stored, and its sender has no answer yet.
 * - `lease`: the worker has taken the alerts in hand.
 * - `post`: Teams has an alert, and its receipt is not written.
 * - `receipt`: the first receipt is written.
 * - `rung`: a later rung is in the record.
 */
export type DieAt = 'write' | 'lease' | 'post' | 'receipt' | 'rung';
export type Orders = { file: string; serviceUrl: string; now: string; run: number; dieAt?: DieAt };
export type ToBot = { now: string; sweep?: boolean };
export type FromBot = { port: number } | { swept: number };

/** Milliseconds: more than a lease lasts, so that who comes after a crash need not wait for it in real time. */
const longerThanALease = 130_000;

const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;
const machineNow = Date.now;
Date.now = () => machineNow() + orders.run * longerThanALease;

const die = () => process.kill(process.pid, 'SIGKILL');

function killedAt(records: Records, dieAt: DieAt | undefined): Records {
  return {
    ...records,
    create: async (doc, options) => {
      const written = await records.create(doc, options);
      if (dieAt === 'write' && doc.kind === 'incident') die();
      return written;
    },
    replace: async (doc, etag, options) => {
      const reached = doc.kind === 'incident' ? momentsIn(doc) : [];
      if (dieAt === 'post' && reached.includes('receipt')) die();
      const written = await records.replace(doc, etag, options);
      if (dieAt !== undefined && reached.includes(dieAt)) die();
      return written;
    },
  };
}

function momentsIn(doc: Doc): DieAt[] {
  const { postings, events } = doc.body as IncidentBody;
  const climbed = events.filter(({ event }) => event.type === 'climbed' && event.at > (events[0]?.event.at ?? ''));
  return [
    ...(postings.some(({ leasedUntil }) => leasedUntil !== undefined) ? (['lease'] as const) : []),
    ...(postings.some(({ shown }) => shown > 0) ? (['receipt'] as const) : []),
    ...(climbed.length > 0 ? (['rung'] as const) : []),
  ];
}

/** Never the same twice, however often it was killed. */
function idsOf(run: number): () => string {
  const newId = countingIds();
  for (let n = 0; n < run * 10_000; n += 1) newId();
  return newId;
}

let { now } = orders;
const store = await openStore({ kind: 'sqlite', file: orders.file });
const app = await createApp({
  config: configFor(orders.serviceUrl),
  schoolFile: parseSchoolFile(JSON.parse(readFileSync(schoolFilePath, 'utf8'))),
  now: () => now,
  newId: idsOf(orders.run),
  log: createLog('silent'),
  store: { ...store, records: killedAt(store.records, orders.dieAt) },
});
process.on('message', async (message: ToBot) => {
  now = message.now;
  if (message.sweep) process.send?.({ swept: await app.sweep() } satisfies FromBot);
});
process.once('disconnect', die);
process.send?.({ port: await app.listen() } satisfies FromBot);
