import { setTimeout as pause } from 'node:timers/promises';
import { reference } from '#cards/parts.ts';
import type { FakeConnector } from './fake-connector.ts';
import type { Figure } from './figure.ts';
import { fire } from './load.ts';
import { startWhole } from './reports-speed.ts';
import { chatOf, dsl, freshKeys, requestsTo } from './requests.ts';
import { quantile } from './spread.ts';

const rounds = 7;
/** All alerts go to one DSL, to whom Teams lets us send sixty in half a minute, so this is as fast as it may be. */
const perRound = 8;
const apart = 500;

/** From *Send* reaching this bot to the alert reaching Teams: a little longer than from the write, and what a school waits for. */
export async function* lag(connector: FakeConnector): AsyncGenerator<Figure> {
  const server = await startWhole(connector.url);
  try {
    const told = tellings(connector);
    const { submit } = requestsTo(connector.url);
    const times: number[][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const taken: number[] = [];
      for (const key of freshKeys(perRound)) {
        const began = performance.now();
        const alert = told(key);
        await fire(server.url, [submit(key)]);
        taken.push((await alert) - began);
        await pause(apart);
      }
      times.push(taken);
    }
    yield { name: 'from Send to the alert: p50', unit: 'ms', rounds: times.map((taken) => quantile(taken, 0.5)) };
    const p99 = times.map((taken) => quantile(taken, 0.99));
    yield { name: 'from Send to the alert: p99', unit: 'ms', rounds: p99, aim: { is: '<=', value: 1_000 } };
  } finally {
    await server.stop();
  }
}

/** When the DSL's own alert about a report arrives. */
function tellings(connector: FakeConnector): (key: string) => Promise<number> {
  const waiting = new Map<string, (at: number) => void>();
  connector.onPost((path, body) => {
    if (!path.includes(chatOf(dsl)) || !body.includes('incident.acknowledge')) return;
    for (const [words, arrived] of waiting) if (body.includes(words)) arrived(performance.now());
  });
  return (key) => {
    const { promise, resolve } = Promise.withResolvers<number>();
    waiting.set(reference(key), resolve);
    return promise;
  };
}
