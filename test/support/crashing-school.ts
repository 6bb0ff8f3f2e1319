import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
  /** Starts the bot; what ran before is killed. */
  start(dieAt?: DieAt): Promise<void>;
  /** Resolves once the bot has killed itself. */
  died(): Promise<void>;
  /** Moves the clock and lets the bot sweep; resolves when it has, or is dead. */
  later(minutes: number): Promise<void>;
  close(): Promise<void>;
};

const program = fileURLToPath(new URL(import.meta.resolve('#test/support/bot-process.ts')));

/** The made-up school on one SQLite file, with the bot in a process of its own that can be killed and started again. */
export async function startCrashingSchool(): Promise<CrashingSchool> {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  const path = join(folder, 'online-safety.sqlite');
  const file = parseSchoolFile(JSON.parse(readFileSync(schoolFilePath, 'utf8')));
  const clock = movableClock(mondayMorning);
  const teams = await startLocalTeams({ schoolFile: file, botUrl: 'http://127.0.0.1:9/', port: 0 });
  const store = await openStore({ kind: 'sqlite', file: path });
  let bot: ChildProcess | undefined;
  let run = 0;
  const kill = async () => {
    if (bot === undefined || bot.exitCode !== null || bot.signalCode !== null) return;
    bot.kill('SIGKILL');
    await once(bot, 'exit');
  };
  return {
    teams,
    file,
    clock,
    store,
    start: async (dieAt) => {
      await kill();
      const orders: Orders = { file: path, serviceUrl: teams.serviceUrl, now: clock.now(), run, ...(dieAt === undefined ? {} : { dieAt }) };
      run += 1;
      bot = fork(program, [JSON.stringify(orders)]);
      const [ready] = (await once(bot, 'message')) as [FromBot];
      if ('port' in ready) teams.talkTo(`http://127.0.0.1:${ready.port}/api/messages`);
    },
    died: async () => {
      if (bot !== undefined && bot.signalCode === null) await once(bot, 'exit');
      if (bot?.signalCode !== 'SIGKILL') throw new Error('The bot ended by itself');
    },
    later: async (minutes) => {
      clock.skip(minutes);
      if (bot === undefined) return;
      const answered = Promise.race([once(bot, 'message'), once(bot, 'exit')]);
      bot.send({ now: clock.now(), sweep: true } satisfies ToBot);
      await answered;
    },
    close: async () => {
      await kill();
      await store.close();
      await teams.close();
      rmSync(folder, { recursive: true });
    },
  };
}
