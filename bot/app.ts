import { readFile } from 'node:fs/promises';
import { parseRuleSet, type RuleSet } from '#domain/policy.ts';
import type { Settings } from '#domain/settings.ts';
import type { Instant } from '#domain/time.ts';
import type { Deps } from '#features/handler.ts';
import { createTrainingCounts } from '#features/training/counts.ts';
import type { Sender } from '#queue/sender.ts';
import { claimTenant } from '#stores/deployment.ts';
import { within } from '#stores/within.ts';
import { RimAdapter } from '#teams/adapter.ts';
import { createFiles } from '#teams/files.ts';
import { createRim } from '#teams/rim.ts';
import { createSender } from '#teams/sender.ts';
import type { Config } from './config.ts';
import { createFront } from './dispatch.ts';
import { parseSchoolFile, type SchoolFile } from './graph/school-file.ts';
import { createLog, type Log } from './log.ts';
import { openPeople, type People } from './open-people.ts';
import { openStore, type Store } from './open-store.ts';
import dslFirst from './policies/dsl-first.json' with { type: 'json' };
import headteacherFirst from './policies/headteacher-first.json' with { type: 'json' };
import { readQuizzes } from './read-quizzes.ts';
import { createServer, type Server } from './server.ts';
import { startWork, type Working } from './start-work.ts';

export type RuleSets = Record<RuleSet['key'], RuleSet>;

type AppOptions = {
  config: Config;
  now: () => Instant;
  /** At least 16 characters of the alphabet 0-9 A-Z without I, L, O and U, never the same twice. */
  newId: () => string;
  log?: Log;
  /** Instead of what the configuration names: opened, or read, by the caller. */
  store?: Store;
  schoolFile?: SchoolFile;
  /** The shipped ones, where the caller has read them already: `readRuleSets`. */
  ruleSets?: RuleSets;
  /** Milliseconds that one call to Teams may take; the sender's own limit unless told. */
  timeLimit?: number;
  /** Milliseconds of the machine's clock; leases run on it, and Teams' limits unless `limitsNow` is there. */
  machineNow?: () => number;
  limitsNow?: () => number;
};

export type App = {
  /** Starts to listen; gives the port. */
  listen(): Promise<number>;
  /** Queues what is due now, without waiting for the next sweep; gives how many documents. */
  sweep(): Promise<number>;
  /** Stops taking requests, finishes what is in hand, closes the store. */
  close(): Promise<void>;
};

const sweepEvery = 30_000;
/** A store call inside a turn: Teams waits five seconds for the whole of it. */
const turnPatience = 2_000;

/** Joins the parts. Time and ids are given; everything else follows from the configuration. */
export async function createApp({
  config,
  now,
  newId,
  log = createLog('info'),
  store: given,
  schoolFile,
  ruleSets = readRuleSets(),
  timeLimit,
  machineNow,
  limitsNow = machineNow,
}: AppOptions): Promise<App> {
  const school = schoolFile ?? parseSchoolFile(JSON.parse(await readFile(config.schoolFile, 'utf8')));
  const store = given ?? (await openStore(config.store));
  await claimTenant(store.records, school.tenantId, school.school);
  const ring = { nudge: () => {} };
  const adapter = new RimAdapter(config);
  const sender = createSender({ config, token: (fresh) => adapter.token(fresh), log, timeLimit, clock: limitsNow });
  const people = openPeople({ config, school, records: store.records, now, log });
  const deps = createDeps({ people, now, newId, log, ruleSets }, school, store, sender, () => ring.nudge());
  const files = createFiles({ config, log });
  const parts = { store, sender, people, files, tenantId: school.tenantId, machineNow: machineNow ?? Date.now };
  const working = await startWork(deps, parts);
  ring.nudge = working.nudge;
  const rim = createRim({
    config: withTenant(config, school),
    adapter,
    directory: deps.directory,
    front: createFront(deps),
    log,
    reply: sender.reply,
  });
  const server = createServer({ receive: rim, health: healthOf(store), log });
  return running(config, server, working, store);
}

type Given = { people: People; now: () => Instant; newId: () => string; log: Log; ruleSets: RuleSets };

function createDeps(
  { people, now, newId, log, ruleSets }: Given,
  school: SchoolFile,
  store: Store,
  sender: Sender,
  nudge: () => void,
): Deps {
  const initialSettings = () => school.settings;
  return {
    records: within(store.records, turnPatience),
    directory: people.directory,
    ...(people.peopleSource && { entra: { installs: people.peopleSource.install !== undefined } }),
    now,
    newId,
    initialSettings,
    ruleSets,
    quizzes: readQuizzes(ruleSets),
    remembered: createMemory(initialSettings),
    channelsOf: (tenantId, teamId, serviceUrl) => sender.channels(tenantId, teamId, serviceUrl),
    trainingCounts: createTrainingCounts(),
    log,
    nudge,
  };
}

/** Both shipped rule sets, checked. Throws when one has a mistake. */
export function readRuleSets(): RuleSets {
  return { 'headteacher-first': parseRuleSet(headteacherFirst), 'dsl-first': parseRuleSet(dslFirst) };
}

/** Only what a screen is redrawn with while the store is down; nothing is decided by it. */
function createMemory(initial: (school: string) => Settings): Deps['remembered'] {
  const last = new Map<string, Settings>();
  return { keep: (school, settings) => void last.set(school, settings), last: (school) => last.get(school) ?? initial(school) };
}

/** Locally the school file says which tenant there is. */
function withTenant(config: Config, school: SchoolFile): Config {
  return config.tenants.length > 0 ? config : { ...config, tenants: [school.tenantId] };
}

function healthOf({ records, queue }: Store) {
  return {
    storeAnswers: async () => {
      await records.read('deployment', 'school.health');
      return true;
    },
    givenUp: () => queue.givenUp(),
  };
}

function running(config: Config, server: Server, working: Working, store: Store): App {
  const timer = setInterval(working.look, sweepEvery);
  return {
    listen: async () => {
      const port = await server.listen(config.port, config.host);
      // Whatever was under way when the bot was stopped goes on at once.
      void working.look();
      return port;
    },
    sweep: working.look,
    close: async () => {
      clearInterval(timer);
      await server.close();
      await working.stop();
      await store.close();
    },
  };
}
