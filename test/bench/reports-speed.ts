import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Child, startChild } from './child.ts';
import type { Figure } from './figure.ts';
import { fire, post, type Speed } from './load.ts';
import { freshKeys, type Kind, kinds, type Requests, requestsTo, schoolFilePath } from './requests.ts';

export const rounds = 7;
/** Enough for the engine to have compiled what is measured. */
const warmUp = 1_500;
const measured = 600;

/** What a request's speed is compared with; only opening the dialog stores nothing. */
const rivalOf = (kind: Kind) => (kind === 'open' ? 'bare' : 'inserting');
const rivalName = { bare: 'bare bot', inserting: 'bare bot with insert' };

type Speeds = Record<Kind, Speed>;
type Round = { ours: Speeds; bare: Pick<Speeds, 'open'>; inserting: Speeds };

/**
 * Seven rounds; in each the servers are started afresh, one at a time, and sent the same four kinds of request, each kind by itself:
 * what the worker still has to do for the reports must not slow the opening of a dialog before there were any.
 */
export async function* speed(serviceUrl: string): AsyncGenerator<Figure> {
  const requests = requestsTo(serviceUrl);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const samples = join(folder, 'samples.json');
    writeFileSync(samples, JSON.stringify(await samplesOf(serviceUrl, requests)));
    const done: Round[] = [];
    for (let round = 0; round < rounds; round += 1) done.push(await oneRound(requests, serviceUrl, samples, round % 2 === 0));
    yield* kinds.flatMap((kind) => figuresOf(kind, done));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const startWhole = (serviceUrl: string) =>
  startChild('whole-bot', { PROFILE: 'local', PORT: '0', SCHOOL_FILE: schoolFilePath, DEFAULT_SERVICE_URL: serviceUrl });

type Sample = { answer: unknown; stored: unknown };

/** This bot's own answers, and the documents that it stores, by verb: the bare bot answers and stores the same. */
async function samplesOf(serviceUrl: string, requests: Requests): Promise<Record<string, Sample>> {
  const bot = await startWhole(serviceUrl);
  const [key = ''] = freshKeys(1);
  const samples: Record<string, Sample> = {};
  for (const kind of kinds) {
    const { body } = requests[kind](key);
    const { data, action } = JSON.parse(body).value;
    const answer = await post(bot.url, body);
    samples[data?.verb ?? action.verb] = {
      answer: JSON.parse(answer.slice(answer.indexOf(' '))),
      stored: storedIn(bot.sqliteFile, `${kind === 'step' ? 'draft' : 'incident'}.${key}`),
    };
  }
  await bot.stop();
  return samples;
}

/** Undefined after a request that stores nothing. */
function storedIn(sqliteFile: string, id: string): unknown {
  const db = new DatabaseSync(sqliteFile, { readOnly: true });
  const row = db.prepare('SELECT body FROM record WHERE id = ?').get(id);
  db.close();
  return row && JSON.parse(String(row['body']));
}

async function oneRound(requests: Requests, serviceUrl: string, SAMPLES: string, bareFirst: boolean): Promise<Round> {
  const servers = {
    ours: () => startWhole(serviceUrl),
    bare: () => startChild('bare-bot', { SAMPLES }),
    inserting: () => startChild('bare-bot', { SAMPLES, INSERT: 'yes' }),
  };
  const order = (['ours', 'bare', 'inserting'] as const).toSorted(() => (bareFirst ? -1 : 1));
  const round: Partial<Record<keyof Round, Speeds>> = {};
  for (const name of order) round[name] = await measure(servers[name], requests, name === 'bare' ? ['open'] : kinds);
  return round as Round;
}

async function measure(start: () => Promise<Child>, requests: Requests, which: readonly Kind[]): Promise<Speeds> {
  const server = await start();
  try {
    const [warm, keys] = [freshKeys(warmUp), freshKeys(measured)];
    const speeds: Partial<Record<Kind, Speed>> = {};
    for (const kind of which) {
      await fire(server.url, warm.map(requests[kind]));
      speeds[kind] = await fire(server.url, keys.map(requests[kind]));
    }
    return speeds as Speeds;
  } finally {
    await server.stop();
  }
}

function figuresOf(kind: Kind, done: Round[]): Figure[] {
  const rival = rivalOf(kind);
  const named = rivalName[rival];
  const each = (of: (ours: Speed, rival: Speed, inserting: Speed) => number) =>
    done.map((round) => of(round.ours[kind], kind === 'open' ? round[rival].open : round.inserting[kind], round.inserting[kind]));
  return [
    { name: `${kind}: requests`, unit: 'a second', rounds: each((ours) => ours.perSecond) },
    { name: `${kind}: requests, ${named}`, unit: 'a second', rounds: each((_, bare) => bare.perSecond) },
    {
      name: `${kind}: speed against ${named}`,
      unit: 'ratio',
      rounds: each((ours, bare) => ours.perSecond / bare.perSecond),
      aim: { is: '>=', value: 0.75 },
    },
    { name: `${kind}: p50`, unit: 'ms', rounds: each((ours) => ours.p50) },
    { name: `${kind}: p99`, unit: 'ms', rounds: each((ours) => ours.p99) },
    {
      name: `${kind}: p99 against ${rivalName.inserting}`,
      unit: 'ratio',
      rounds: each((ours, _, inserting) => ours.p99 / inserting.p99),
      aim: { is: '<=', value: 3 },
    },
  ];
}
