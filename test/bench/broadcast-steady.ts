import { setTimeout as pause } from 'node:timers/promises';
import { reference } from '#cards/parts.ts';
import { teamsLimits } from '#teams/limits.ts';
import { mondayMorning } from '#test/support/school.ts';
import type { Stage } from './broadcast.ts';
import type { BotOrders } from './broadcast-bot.ts';
import { sendToAll } from './broadcast-school.ts';
import { openPlace } from './broadcast-store.ts';
import type { Alerts, Taken } from './broadcast-teams.ts';
import type { Memory } from './child.ts';
import type { Figure } from './figure.ts';
import { fire } from './load.ts';
import { type Running, run } from './process.ts';
import { freshKeys, requestsTo } from './requests.ts';
import { quantile } from './spread.ts';

const perSecond = teamsLimits.tenant.calls / teamsLimits.tenant.seconds;
const incidentEvery = 1_000;
const mebibytes = (bytes: number) => bytes / 1024 / 1024;

type Seen = Taken & { at: number };

/** The first half goes out undisturbed; during the second somebody reports an incident every second. */
export async function* steady({ place, big, teams }: Stage): AsyncGenerator<Figure> {
  const orders: BotOrders = { place, serviceUrl: teams.ready.url, schoolFile: big.file, now: mondayMorning };
  const bot = await run<{ url: string }>('broadcast-bot', orders);
  const store = await openPlace(place);
  try {
    await sendToAll(store, big, 'bench');
    const total = big.people.length;
    const began = await reach(teams, Math.min(200, total / 10));
    const early = await reach(teams, Math.min(1_000, total / 5));
    const small = await bot.ask<Memory>('memory');
    const half = await reach(teams, total / 2);
    yield rate('messages a second, of the limit', (half.reminders - began.reminders) / secondsBetween(began, half));
    const alerts = reportMeanwhile(bot, teams);
    const late = await reach(teams, total * 0.98);
    const large = await bot.ask<Memory>('memory');
    const waits = await alerts.stop();
    yield rate('requests a second while incidents come, of the limit', (late.requests - half.requests) / secondsBetween(half, late));
    yield { name: 'alerts meanwhile, from Send: p50', unit: 'ms', rounds: [quantile(waits, 0.5)] };
    yield { name: 'alerts meanwhile, from Send: p99', unit: 'ms', rounds: [quantile(waits, 0.99)], aim: { is: '<=', value: 2_000 } };
    const end = await reach(teams, total);
    yield { name: 'from first to last', unit: 's', rounds: [secondsBetween(began, end)] };
    yield { name: 'refused with 429', unit: 'requests', rounds: [end.refused], aim: { is: '<=', value: 0 } };
    yield { name: `memory: resident at ${early.reminders}`, unit: 'MiB', rounds: [mebibytes(small.resident)] };
    yield { name: `memory: resident at ${late.reminders}`, unit: 'MiB', rounds: [mebibytes(large.resident)] };
    yield { name: 'memory: growth', unit: 'ratio', rounds: [large.resident / small.resident], aim: { is: '<=', value: 1.2 } };
  } finally {
    await store.close();
    await bot.kill();
  }
}

const rate = (name: string, value: number): Figure => ({
  name,
  unit: 'ratio',
  rounds: [value / perSecond],
  aim: { is: '>=', value: 0.95 },
});
const secondsBetween = (one: Seen, other: Seen) => (other.at - one.at) / 1_000;

/** What Teams has taken as soon as so many reminders are among it. */
export async function reach(teams: Running<unknown>, reminders: number): Promise<Seen> {
  let before = 0;
  for (let still = 0; still < 1_200; still += 1) {
    const taken = await teams.ask<Taken>('taken');
    if (taken.reminders >= reminders) return { ...taken, at: performance.now() };
    if (taken.reminders > before) still = 0;
    before = taken.reminders;
    await pause(50);
  }
  throw new Error(`Nothing came for a minute after ${before} reminders`);
}

/** One report after the other, each timed until its alert is at Teams. */
function reportMeanwhile(bot: Running<{ url: string }>, teams: Running<{ url: string }>): { stop(): Promise<number[]> } {
  const sent = new Map<string, number>();
  const { submit } = requestsTo(teams.ready.url);
  let stopped = false;
  const reporting = (async () => {
    while (!stopped) {
      const [key = ''] = freshKeys(1);
      sent.set(reference(key), Date.now());
      await fire(`${bot.ready.url}/api/messages`, [submit(key)]);
      await pause(incidentEvery);
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await reporting;
      await pause(3_000);
      const alerts = await teams.ask<Alerts>('alerts');
      return [...sent].map(([words, at]) => (alerts.find(({ text }) => text.includes(words))?.at ?? Date.now()) - at);
    },
  };
}
