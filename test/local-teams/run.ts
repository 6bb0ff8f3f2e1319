import { readFileSync, rmSync } from 'node:fs';
import { DateTime } from 'luxon';
import { createApp, readRuleSets } from '#bot/app.ts';
import { readConfig } from '#bot/config.ts';
import { parseSchoolFile } from '#bot/graph/school-file.ts';
import { createLog } from '#bot/log.ts';
import { newId } from '#bot/new-id.ts';
import { openStore } from '#bot/open-store.ts';
import { nextOpening, regime } from '#domain/calendar.ts';
import { type MovableClock, movableClock } from '#test/support/clock.ts';
import { startLocalTeams } from './index.ts';
import { ruleSetsOf } from './rule-sets.ts';
import { seedAudit } from './seed-audit.ts';
import { seedTraining, withNewcomers } from './seed-training.ts';

/** `npm run local`: the bot and Local Teams in one process, with a clock that can be moved. */
const config = readConfig(process.env);
if ('problems' in config) throw new Error(config.problems.join(' '));
const asWritten = parseSchoolFile(JSON.parse(readFileSync(config.schoolFile, 'utf8')));
// Chats live in Local Teams' memory, so the records behind them begin afresh as well.
if (config.store.kind === 'sqlite') for (const end of ['', '-wal', '-shm']) rmSync(`${config.store.file}${end}`, { force: true });
const store = await openStore(config.store);
const clock = movableClock(opening(new Date().toISOString()), { running: true });
const schoolFile = withNewcomers(asWritten, clock.now());
await seedTraining(store.records, schoolFile, clock.now());
const ruleSets = readRuleSets();
await seedAudit(store.records, schoolFile, ruleSets['dsl-first'].training, clock.now());
const app = await createApp({ config, ruleSets, now: clock.now, newId, store, schoolFile, log: createLog('silent') });
const port = await app.listen();
const teams = await startLocalTeams({
  schoolFile,
  botUrl: `http://127.0.0.1:${port}/api/messages`,
  port: Number(new URL(config.defaultServiceUrl).port),
  clock: skipping(clock),
  ruleSets: ruleSetsOf(store, schoolFile, { now: clock.now, newId }),
});
await teams.announce();
process.stdout.write(`Local Teams is at ${teams.serviceUrl}\nOpen it in a browser. Stop with Ctrl+C.\n`);

const stop = async () => {
  await app.close();
  await teams.close();
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

/** In the evening or at a weekend the made-up school is at ten on its next school day: a closed school tells nobody until the morning. */
function opening(now: string): string {
  const { calendar } = asWritten.settings;
  if (regime(calendar, now) === 'staffed') return now;
  const day = DateTime.fromISO(nextOpening(calendar, now) ?? now, { zone: calendar.zone });
  return day.set({ hour: 10, minute: 0, second: 0 }).toUTC().toISO() ?? now;
}

/** After a skip the sweep looks at once, so that the ladder can be watched. */
function skipping(movable: MovableClock) {
  return {
    now: movable.now,
    skip: async (minutes: number) => {
      movable.skip(minutes);
      await app.sweep();
    },
    skipToNextSchoolDay: async () => {
      movable.skipToNextSchoolDay(schoolFile.settings.calendar);
      await app.sweep();
    },
  };
}
