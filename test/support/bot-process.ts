/**
 * The real app in a process of its own, to be killed: forked by `crashing-school.ts`, which moves its clock and asks for sweeps by
 * messages. It kills itself, as `kill -9` would, at the moment that it is told to. One that was not killed can be ended and begun
 * anew for another school: nearly all of what a start costs is loading the libraries.
 */
import { readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { type App, createApp } from '#bot/app.ts';
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
 * - `past-record`: the third person's past records of a list are written.
 * - `past-noted`: how far the list is has been noted.
 * - `reminded`: the fifth person of a reminder is written down.
 */
export type DieAt = 'write' | 'lease' | 'post' | 'receipt' | 'rung' | 'past-record' | 'past-noted' | 'reminded';
/** `run` is never the same twice, and greater for whoever comes later. */
export type Orders = { file: string; serviceUrl: string; now: string; run: number; dieAt?: DieAt };
export type ToBot = { begin: Orders } | { sweepAt: string } | { end: true };
export type FromBot = { port: number } | { swept: number } | { ended: true };

/** Milliseconds: more than a lease lasts, so that who comes after a crash need not wait for it in real time. */
const longerThanALease = 130_000;

let now = '';
let run = 0;
const machineNow = Date.now;
Date.now = () => machineNow() + run * longerThanALease;

const die = () => process.kill(process.pid, 'SIGKILL');

function killedAt(records: Records, dieAt: DieAt | undefined): Records {
  const brought = new Set<string>();
  let reminded = 0;
  const dieWithLists = (doc: Doc) => {
    if (doc.kind === 'training' && JSON.stringify(doc.body).includes('"source":"import"')) brought.add(doc.id);
    if (dieAt === 'past-record' && brought.size === 3) die();
    if (dieAt === 'past-noted' && doc.kind === 'import' && JSON.stringify(doc.body).includes('"cursor":') && brought.size > 0) die();
  };
  return {
    ...records,
    create: async (doc, options) => {
      const written = await records.create(doc, options);
      if (dieAt === 'write' && doc.kind === 'incident') die();
      dieWithLists(doc);
      if (doc.kind === 'recipient') reminded += 1;
      if (dieAt === 'reminded' && reminded === 5) die();
      return written;
    },
    replace: async (doc, etag, options) => {
      const reached = doc.kind === 'incident' ? momentsIn(doc) : [];
      if (dieAt === 'post' && reached.includes('receipt')) die();
      const written = await records.replace(doc, etag, options);
      if (dieAt !== undefined && reached.includes(dieAt)) die();
      dieWithLists(doc);
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

async function begin({ file, serviceUrl, dieAt }: Orders): Promise<App> {
  const store = await openStore({ kind: 'sqlite', file });
  return createApp({
    config: configFor(serviceUrl),
    schoolFile: parseSchoolFile(JSON.parse(readFileSync(schoolFilePath, 'utf8'))),
    now: () => now,
    newId: idsOf(run),
    log: createLog('silent'),
    store: { ...store, records: killedAt(store.records, dieAt) },
  });
}

let app: App | undefined;

async function obey(message: ToBot): Promise<FromBot> {
  if ('begin' in message) {
    ({ now, run } = message.begin);
    app = await begin(message.begin);
    return { port: await app.listen() };
  }
  if ('sweepAt' in message) {
    now = message.sweepAt;
    return { swept: (await app?.sweep()) ?? 0 };
  }
  await app?.close();
  return { ended: true };
}

process.on('message', async (message: ToBot) => process.send?.(await obey(message)));
process.once('disconnect', die);
// Now, for whoever comes after it: one that is killed keeps nothing.
flushCompileCache();
