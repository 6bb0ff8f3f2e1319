import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Figure } from './figure.ts';
import { schoolFilePath } from './requests.ts';

const rounds = 7;
const importing = `await Promise.all([import('botbuilder'), import('@microsoft/teams-ai'), import('restify')]); console.log('ready');`;

/**
 * From nothing to taking requests, against loading the three packages that no bot of this kind can do without. The first start is
 * not counted: every later one finds what it compiled.
 */
export async function* start(serviceUrl: string): AsyncGenerator<Figure> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  await startWhole(serviceUrl);
  for (let round = 0; round < rounds; round += 1) {
    theirs.push(await untilReady(['--input-type=module', '--eval', importing], {}, 'ready'));
    ours.push(await startWhole(serviceUrl));
  }
  yield { name: 'start: until ready', unit: 'ms', rounds: ours };
  yield { name: 'start: importing the three packages alone', unit: 'ms', rounds: theirs };
  const ratios = ours.map((time, i) => time / (theirs[i] ?? Number.NaN));
  yield { name: 'start: until ready against importing', unit: 'ratio', rounds: ratios, aim: { is: '<=', value: 1.3 } };
}

async function startWhole(serviceUrl: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const settings = { PROFILE: 'local', PORT: '0', SCHOOL_FILE: schoolFilePath, DEFAULT_SERVICE_URL: serviceUrl };
  try {
    return await untilReady(['bot/index.ts'], { ...settings, SQLITE_FILE: join(folder, 'bench.sqlite') }, 'service.started');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from the start of the process to the first line that has the word. */
async function untilReady(parameters: string[], env: Record<string, string>, word: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, parameters, { env: { PATH: process.env['PATH'], ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    for await (const line of createInterface(child.stdout)) if (line.includes(word)) return performance.now() - began;
    throw new Error('A process ended before it was ready');
  } finally {
    // Asked, not killed: on its way out this bot keeps what it has compiled, as in production.
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
}
