import { readFileSync } from 'node:fs';
import { type App, createApp, type RuleSets, readRuleSets } from '#bot/app.ts';
import type { Config } from '#bot/config.ts';
import { parseSchoolFile, type SchoolFile } from '#bot/graph/school-file.ts';
import { createLog } from '#bot/log.ts';
import { openStore, type Store } from '#bot/open-store.ts';
import type { Settings } from '#domain/settings.ts';
import { type LocalTeams, startLocalTeams } from '#test/local-teams/index.ts';
import { ruleSetsOf } from '#test/local-teams/rule-sets.ts';
import { seedTraining, withNewcomers } from '#test/local-teams/seed-training.ts';
import { type MovableClock, movableClock } from './clock.ts';
import { countingIds } from './ids.ts';

/** A Monday morning in term. */
export const mondayMorning = '2026-11-23T10:00:00.000Z';

export type TestSchool = {
  teams: LocalTeams;
  app: App;
  store: Store;
  clock: MovableClock;
  file: SchoolFile;
  /** Where the bot takes activities: for what no card of ours would send. */
  botUrl: string;
  /** Moves the clock and lets what has come due be queued. */
  later(minutes: number): Promise<void>;
  close(): Promise<void>;
};

export type SchoolOptions = {
  ruleSet?: Settings['ruleSet'];
  at?: string;
  /** Changes the starting settings; people by part of their name: `idOf`. */
  settings?: (settings: Settings, idOf: (name: string) => string) => Settings;
  /** What somebody is called in the directory, by part of their name. */
  called?: Record<string, string>;
  store?: Store;
  /** Parts of names of those who are not in the school file any more. */
  without?: string[];
  /** People from Entra: a stand-in on this machine. */
  graph?: NonNullable<Config['graph']>;
  /** Milliseconds that the bot gives one call to Teams. */
  timeLimit?: number;
  /** Teams' limits run as fast as the machine's clock, for whoever looks at them; otherwise nobody waits for them. */
  realLimits?: boolean;
  /** So many more members of staff, called Mx Extra 001 and on. */
  more?: number;
  /** Line managers, all by parts of names. */
  managers?: Record<string, string>;
  /** With the made-up school's past training and newcomers, once the register lists them. */
  training?: boolean;
};

export const schoolFilePath = 'env/school.local.json';

let ruleSets: RuleSets | undefined;

/** The made-up school with the whole real bot and Local Teams in front of it, on free ports, in one process. */
export async function startSchool(options: SchoolOptions = {}): Promise<TestSchool> {
  const clock = movableClock(options.at ?? mondayMorning);
  const starting = schoolFile(options);
  const file = options.training === true ? withNewcomers(starting, clock.now()) : starting;
  const newId = countingIds();
  const limitsNow = options.realLimits === true ? clock.machineNow : clock.hurriedNow;
  const store = options.store ?? (await openStore({ kind: 'sqlite', file: ':memory:' }));
  if (options.training === true) await seedTraining(store.records, file, clock.now());
  const teams = await startLocalTeams({
    schoolFile: file,
    botUrl: 'http://127.0.0.1:9/',
    port: 0,
    clock: localClock(clock, file, () => app.sweep()),
    ruleSets: ruleSetsOf(store, file, { now: clock.now, newId }),
    // Both sides count Teams' limits on the clock that is moved: hours that were skipped free them.
    limitsClock: limitsNow,
  });
  // Reading and checking them is most of what `createApp` costs: once for each process.
  ruleSets ??= readRuleSets();
  const app: App = await createApp({
    config: { ...configFor(teams.serviceUrl), ...(options.graph && { graph: options.graph }) },
    schoolFile: file,
    ruleSets,
    now: clock.now,
    machineNow: clock.machineNow,
    limitsNow,
    newId,
    log: createLog('silent'),
    store,
    ...(options.timeLimit === undefined ? {} : { timeLimit: options.timeLimit }),
  });
  const botUrl = `http://127.0.0.1:${await app.listen()}/api/messages`;
  teams.talkTo(botUrl);
  await teams.announce();
  return {
    teams,
    app,
    store,
    clock,
    file,
    botUrl,
    later: async (minutes) => {
      clock.skip(minutes);
      await app.sweep();
    },
    close: async () => {
      await teams.settled();
      await app.close();
      await teams.close();
    },
  };
}

/** The made-up school as these options have it. */
export function schoolFile(options: SchoolOptions): SchoolFile {
  return changed(parseSchoolFile(JSON.parse(readFileSync(schoolFilePath, 'utf8'))), options);
}

function changed(whole: SchoolFile, { ruleSet, settings, called = {}, managers = {}, more = 0, without = [] }: SchoolOptions): SchoolFile {
  const gone = (name: string) => without.some((part) => name.toLowerCase().includes(part));
  const file = { ...whole, people: whole.people.filter(({ name }) => !gone(name)) };
  const idOf = (name: string) => {
    const found = file.people.find((person) => person.name.toLowerCase().includes(name));
    if (found === undefined) throw new Error(`Nobody in the made-up school is called ${name}`);
    return `${file.tenantId}:${found.id}`;
  };
  const chosen = ruleSet === undefined ? file.settings : { ...file.settings, ruleSet };
  const nameOf = (name: string) => Object.entries(called).find(([part]) => name.toLowerCase().includes(part))?.[1] ?? name;
  const managerOf = (name: string) => {
    const manager = Object.entries(managers).find(([part]) => name.toLowerCase().includes(part))?.[1];
    return manager === undefined ? {} : { manager: idOf(manager).slice(file.tenantId.length + 1) };
  };
  const named = file.people.map((person) => ({ ...person, name: nameOf(person.name), ...managerOf(person.name) }));
  const people = [...named, ...extras(more)];
  return { ...file, people, settings: settings === undefined ? chosen : settings(chosen, idOf) };
}

function extras(count: number): SchoolFile['people'] {
  return Array.from({ length: count }, (_, i) => ({
    id: `a3000000-0000-4000-8000-${String(i + 1).padStart(12, '0')}`,
    name: `Mx Extra ${String(i + 1).padStart(3, '0')}`,
    kind: 'staff' as const,
    jobTitle: 'Teaching assistant',
  }));
}

/** After a skip on the page the sweep looks at once, as it does for whoever watches the ladder. */
function localClock(clock: MovableClock, file: SchoolFile, sweep: () => Promise<unknown>) {
  return {
    now: clock.now,
    skip: async (minutes: number) => {
      clock.skip(minutes);
      await sweep();
    },
    skipToNextSchoolDay: async () => {
      clock.skipToNextSchoolDay(file.settings.calendar);
      await sweep();
    },
  };
}

export function configFor(serviceUrl: string): Config {
  return {
    profile: 'local',
    host: '127.0.0.1',
    port: 0,
    bot: undefined,
    tenants: [],
    administrators: [],
    store: { kind: 'sqlite', file: ':memory:' },
    schoolFile: schoolFilePath,
    serviceUrls: [],
    defaultServiceUrl: serviceUrl,
    fileHosts: [],
  };
}
