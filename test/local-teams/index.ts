import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SchoolFile } from '#bot/graph/school-file.ts';
import type { Clock, RuleSets } from './api.ts';
import { createBotDoor, type Patience, patience } from './bot-door.ts';
import { connectLocalTeams, type LocalTeamsClient } from './client.ts';
import { createEvents } from './events.ts';
import { createHttp } from './http.ts';
import { createLimits } from './rate-limits.ts';
import { accountsOf, conversationsOf } from './tenant.ts';
import type { World } from './world.ts';

export type { Clock, LocalTeamsClient, RuleSets };

export type LocalTeamsOptions = {
  schoolFile: SchoolFile;
  /** Where the bot takes activities, such as `http://127.0.0.1:3978/api/messages`. May be set later: see `talkTo`. */
  botUrl: string;
  /** Zero takes a free one. */
  port?: number;
  clock?: Clock;
  ruleSets?: RuleSets;
  /** The bot's own id, `28:` and the app id. */
  botId?: string;
  /** Value of the Authorization header of what is brought to the bot, where the bot wants one. */
  authorization?: () => Promise<string>;
  patience?: Partial<Patience>;
  /** Milliseconds, for the limits: the machine's clock unless a test brings its own. */
  limitsClock?: () => number;
};

export type LocalTeams = LocalTeamsClient & { serviceUrl: string; world: World; talkTo(botUrl: string): void };

/** Ids as in Teams: milliseconds, never the same twice, and later ones are greater. */
function createIds(): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Date.now());
    return String(last);
  };
}

function createWorld(options: LocalTeamsOptions, changed: () => void): World {
  const file = options.schoolFile;
  const botId = options.botId ?? '28:0b070000-0000-4000-8000-000000000000';
  const accounts = accountsOf(file);
  return {
    file,
    botId,
    serviceUrl: '',
    accounts,
    conversations: conversationsOf(file, accounts, botId),
    desks: new Map(),
    record: [],
    faults: [],
    files: new Map(),
    limits: createLimits(options.limitsClock ?? Date.now),
    now: () => options.clock?.now() ?? new Date().toISOString(),
    newId: createIds(),
    changed,
  };
}

async function listenOn(server: Server, port: number): Promise<string> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/**
 * Starts Local Teams on 127.0.0.1: connector, `/local/` calls and page. Nothing is sent to the bot until somebody does something.
 * Rejects when the port is taken.
 */
export async function startLocalTeams(options: LocalTeamsOptions): Promise<LocalTeams> {
  const events = createEvents();
  const world = createWorld(options, events.changed);
  const bot = { botUrl: options.botUrl, patience: { ...patience, ...options.patience }, authorization: options.authorization };
  const door = createBotDoor(world, bot);
  const server = createHttp({ hands: { world, door }, settled: door.settled, clock: options.clock, ruleSets: options.ruleSets }, events);
  const url = await listenOn(server, options.port ?? 3979);
  world.serviceUrl = url;
  const client = connectLocalTeams(url);
  return {
    ...client,
    serviceUrl: url,
    world,
    talkTo(botUrl) {
      bot.botUrl = botUrl;
    },
    async close() {
      await client.close();
      events.close();
      server.close();
      server.closeAllConnections();
    },
  };
}
