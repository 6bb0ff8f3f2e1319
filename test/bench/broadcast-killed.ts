import { setTimeout as pause } from 'node:timers/promises';
import { mondayMorning } from '#test/support/school.ts';
import type { Stage } from './broadcast.ts';
import type { BotOrders } from './broadcast-bot.ts';
import { sendToAll } from './broadcast-school.ts';
import { reach } from './broadcast-steady.ts';
import { openPlace } from './broadcast-store.ts';
import type { Taken } from './broadcast-teams.ts';
import type { Figure } from './figure.ts';
import { run } from './process.ts';

const kills = 10;
const seed = 20_261_123;

/** `kill -9` at ten random moments, each time started again: who was left out, and who was written to twice. */
export async function* killed({ place, big, teams }: Stage): AsyncGenerator<Figure> {
  const orders: BotOrders = { place, serviceUrl: teams.ready.url, schoolFile: big.file, now: mondayMorning };
  const total = big.people.length;
  let bot = await run('broadcast-bot', orders);
  const store = await openPlace(place);
  const written = () => store.records.count(big.school, { kind: 'recipient', equals: { about: 'bench' } });
  let inHand = 0;
  let twiceSoFar = 0;
  try {
    await sendToAll(store, big, 'bench');
    for (const moment of moments(total)) {
      await reach(teams, moment);
      await bot.kill();
      const taken = await teams.ask<Taken>('taken');
      // Between Teams and the receipt: those that Teams has and the store does not know of.
      inHand += taken.chats - (await written());
      twiceSoFar = taken.reminders - taken.chats;
      bot = await run('broadcast-bot', orders);
    }
    await reach(teams, total + twiceSoFar);
    while ((await written()) < total) await pause(200);
    await pause(2_000);
    const { reminders, chats, refused } = await teams.ask<Taken>('taken');
    yield { name: `killed ${kills} times: nobody reached`, unit: 'people', rounds: [total - chats], aim: { is: '<=', value: 0 } };
    yield { name: `killed ${kills} times: reached twice`, unit: 'people', rounds: [reminders - chats], aim: { is: '<=', value: inHand } };
    yield { name: `killed ${kills} times: in hand at the kills`, unit: 'people', rounds: [inHand] };
    yield { name: `killed ${kills} times: refused with 429`, unit: 'requests', rounds: [refused], aim: { is: '<=', value: 0 } };
  } finally {
    await store.close();
    await bot.kill();
  }
}

/** Ten numbers of reminders, in order, the same in every run. */
function moments(total: number): number[] {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: kills }, () => Math.floor(random() * total)).sort((a, b) => a - b);
}
