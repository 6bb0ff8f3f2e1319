import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, afterEach, beforeEach } from 'mocha';
import { parseSchoolFile, type SchoolFile } from '#bot/graph/school-file.ts';
import { openStore, type Store } from '#bot/open-store.ts';
import { type LocalTeams, startLocalTeams } from '#test/local-teams/index.ts';
import type { DieAt, FromBot, Orders, ToBot } from './bot-process.ts';
import { type MovableClock, movableClock } from './clock.ts';
import { mondayMorning, schoolFilePath } from './school.ts';

export type CrashingSchool = {
  teams: LocalTeams;
  file: SchoolFile;
  clock: MovableClock;
  /** The same file, opened by this process as well. */
  store: Store;
  /** Starts the bot; what ran before is ended. */
  start(dieAt?: DieAt): Promise<void>;
  /** Resolves once the bot has killed itself. */
  died(): Promise<void>;
  /** Moves the clock and lets the bot sweep; resolves when it has, or is dead. */
  later(minutes: number): Promise<void>;
  close(): Promise<void>;
};

const program = fileURLToPath(new URL(import.meta.resolve('#test/support/bot-process.ts')));

/** Bots that have loaded everything, or are loading it, and work for no school. */
const standingBy: ChildProcess[] = [];
let runs = 0;

/** To be called once no school of this file needs a bot any more. */
export async function dismissBots(): Promise<void> {
  await Promise.all(standingBy.splice(0).map(kill));
}

async function kill(bot: ChildProcess): Promise<void> {
  bot.kill('SIGKILL');
  await once(bot, 'exit');
}

const isAlive = (bot: ChildProcess) => bot.exitCode === null && bot.signalCode === null;

/** The bot's answer, or undefined when it dies first. */
async function ask(bot: ChildProcess, message: ToBot): Promise<FromBot | undefined> {
  const stop = new AbortController();
  const answer = once(bot, 'message', stop).then(([answered]) => answered as FromBot);
  const death = once(bot, 'exit', stop).then(() => undefined);
  bot.send(message);
  try {
    return await Promise.race([answer, death]);
  } finally {
    stop.abort();
    await Promise.allSettled([answer, death]);
  }
}

/** The made-up school on one SQLite file, with the bot in a process of its own that can be killed and started again. */
export async function startCrashingSchool(): Promise<CrashingSchool> {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  const path = join(folder, 'online-safety.sqlite');
  const file = parseSchoolFile(JSON.parse(readFileSync(schoolFilePath, 'utf8')));
  const clock = movableClock(mondayMorning);
  const teams = await startLocalTeams({ schoolFile: file, botUrl: 'http://127.0.0.1:9/', port: 0 });
  const store = await openStore({ kind: 'sqlite', file: path });
  let bot: ChildProcess | undefined;
  const end = async () => {
    if (bot === undefined || !isAlive(bot)) return;
    await ask(bot, { end: true });
    standingBy.push(bot);
  };
  return {
    teams,
    file,
    clock,
    store,
    start: async (dieAt) => {
      await end();
      bot = standingBy.pop() ?? fork(program);
      // Whoever comes after it loads meanwhile.
      if (dieAt !== undefined && standingBy.length === 0) standingBy.push(fork(program));
      runs += 1;
      const orders: Orders = {
        file: path,
        serviceUrl: teams.serviceUrl,
        now: clock.now(),
        run: runs,
        ...(dieAt === undefined ? {} : { dieAt }),
      };
      const ready = await ask(bot, { begin: orders });
      if (ready === undefined || !('port' in ready)) throw new Error('The bot did not start');
      teams.talkTo(`http://127.0.0.1:${ready.port}/api/messages`);
    },
    died: async () => {
      if (bot !== undefined && bot.signalCode === null) await once(bot, 'exit');
      if (bot?.signalCode !== 'SIGKILL') throw new Error('The bot ended by itself');
    },
    later: async (minutes) => {
      clock.skip(minutes);
      if (bot !== undefined) await ask(bot, { sweepAt: clock.now() });
    },
    close: async () => {
      await end();
      await store.close();
      await teams.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** For each test of a `describe` a school of its own, once the test runs. */
export function useCrashingSchool(): CrashingSchool {
  const school = {} as CrashingSchool;
  beforeEach(async () => {
    Object.assign(school, await startCrashingSchool());
  });
  afterEach(() => school.close());
  after(dismissBots);
  return school;
}
