import { readFileSync } from 'node:fs';
import { createApp } from '#bot/app.ts';
import { readConfig } from '#bot/config.ts';
import { parseSchoolFile, type SchoolFile } from '#bot/graph/school-file.ts';
import { createLog } from '#bot/log.ts';
import { newId } from '#bot/new-id.ts';
import { openStore, type Store } from '#stores/open-store.ts';
import { loadSettings, saveSettings } from '#stores/settings-record.ts';
import { type MovableClock, movableClock } from '#test/support/clock.ts';
import { type RuleSets, startLocalTeams } from './index.ts';

/** `npm run local`: the bot and Local Teams in one process, with a clock that can be moved. */
const config = readConfig(process.env);
if ('problems' in config) throw new Error(config.problems.join(' '));
const schoolFile = parseSchoolFile(JSON.parse(readFileSync(config.schoolFile, 'utf8')));
const store = await openStore(config.store);
const clock = movableClock(new Date().toISOString(), { running: true });
const app = await createApp({ config, now: clock.now, newId, store, schoolFile, log: createLog('silent') });
const port = await app.listen();
const teams = await startLocalTeams({
  schoolFile,
  botUrl: `http://127.0.0.1:${port}/api/messages`,
  port: Number(new URL(config.defaultServiceUrl).port),
  clock: skipping(clock),
  ruleSets: ruleSets(store, schoolFile, clock),
});
await teams.announce();
process.stdout.write(`Local Teams is at ${teams.serviceUrl}\nOpen it in a browser. Stop with Ctrl+C.\n`);

const stop = async () => {
  await app.close();
  await teams.close();
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

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

/** The policy of the made-up school, changed as set-up would, in the name of its administrator. */
function ruleSets(into: Store, file: SchoolFile, movable: MovableClock): RuleSets {
  const source = { records: into.records, initialSettings: () => file.settings };
  const by = `${file.tenantId}:${file.administrators[0] ?? ''}`;
  return {
    available: [
      { key: 'dsl-first', name: 'DSL first' },
      { key: 'headteacher-first', name: 'Headteacher first' },
    ],
    current: async () => (await loadSettings(source, file.school)).settings.ruleSet ?? 'dsl-first',
    choose: async (key) => {
      const ruleSet = key === 'headteacher-first' ? 'headteacher-first' : 'dsl-first';
      const loaded = await loadSettings(source, file.school);
      const events = [{ type: 'rule-set-chosen' as const, at: movable.now(), by, ruleSet } as const];
      await saveSettings(into.records, loaded, { command: newId(), by, now: movable.now(), events, notices: [], newId });
    },
  };
}
