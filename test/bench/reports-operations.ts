import { createApp } from '#bot/app.ts';
import { readConfig } from '#bot/config.ts';
import { createLog } from '#bot/log.ts';
import { newId } from '#bot/new-id.ts';
import { openStore } from '#bot/open-store.ts';
import { movableClock } from '#test/support/clock.ts';
import { countedStore, withoutWorker } from '#test/support/counted-store.ts';
import type { Figure } from './figure.ts';
import { fire } from './load.ts';
import { freshKeys, type Kind, kinds, requestsTo, schoolFilePath } from './requests.ts';

type Calls = Record<Kind, string[]>;

/** How often each request goes to the store. Counted without the worker, whose own reads and writes come later. */
export async function* operations(serviceUrl: string): AsyncGenerator<Figure> {
  const calls = await callsOf(serviceUrl);
  const count = (kind: Kind, wanted: RegExp) => calls[kind].filter((call) => wanted.test(call)).length;
  const write = /^(create|replace|remove)/;
  for (const kind of kinds) yield { name: `${kind}: calls of the store`, unit: 'calls', rounds: [calls[kind].length] };
  yield { name: 'submit: writes', unit: 'calls', rounds: [count('submit', write)], aim: { is: '<=', value: 1 } };
  yield { name: 'acknowledge: writes', unit: 'calls', rounds: [count('acknowledge', write)], aim: { is: '<=', value: 1 } };
  const reads = count('acknowledge', /^read incident/);
  yield { name: 'acknowledge: reads of the incident', unit: 'calls', rounds: [reads], aim: { is: '<=', value: 1 } };
}

async function callsOf(serviceUrl: string): Promise<Calls> {
  const config = readConfig({ PROFILE: 'local', PORT: '0', SCHOOL_FILE: schoolFilePath, DEFAULT_SERVICE_URL: serviceUrl });
  if ('problems' in config) throw new Error(config.problems.join('\n'));
  const { store, calls } = countedStore(withoutWorker(await openStore({ kind: 'sqlite', file: ':memory:' })));
  const { now } = movableClock('2026-11-23T10:00:00.000Z');
  const app = await createApp({ config, now, newId, log: createLog('silent'), store });
  const url = `http://127.0.0.1:${await app.listen()}/api/messages`;
  const requests = requestsTo(serviceUrl);
  const seen: Partial<Calls> = {};
  try {
    // The first reports by everybody: where somebody is reached is written once and never again.
    const [key = '', ...others] = freshKeys(9);
    for (const kind of kinds) await fire(url, others.map(requests[kind]));
    for (const kind of kinds) {
      calls.length = 0;
      await fire(url, [requests[kind](key)]);
      seen[kind] = [...calls];
    }
  } finally {
    await app.close();
  }
  return seen as Calls;
}
