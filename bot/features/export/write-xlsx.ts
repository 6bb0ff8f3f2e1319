import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

/** Megabytes of heap. The 150,000 rows of 10,000 people need 256; as much again of bytes stands outside of it. */
const most = 384;
/** Milliseconds. */
const longest = 100_000;
/** Rows handed over at a time. */
const slice = 2_000;

const script = fileURLToPath(new URL('./xlsx-process.ts', import.meta.url));

/**
 * A table as a workbook with one sheet, every cell text, so that nothing in it is ever a formula. A big one takes half a minute of
 * computing and more memory than anything else here, so a process of its own makes it: nobody's alert waits for it, and what is too big
 * takes down nothing but that. Undefined then. `memory` in megabytes.
 */
export async function writeXlsx(rows: readonly string[][], memory = most): Promise<Uint8Array | undefined> {
  const child = spawn(process.execPath, [`--max-old-space-size=${memory}`, script], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: longest,
  });
  const [[code], bytes] = await Promise.all([
    once(child, 'close') as Promise<[number | null]>,
    buffer(child.stdout),
    // What cannot be handed over is because it has ended, and the code says how.
    pipeline(linesOf(rows), child.stdin).catch(() => undefined),
  ]);
  if (code === null) return undefined;
  if (code !== 0) throw new Error('A workbook could not be written');
  return bytes;
}

function* linesOf(rows: readonly string[][]): Generator<string> {
  for (let first = 0; first < rows.length; first += slice) yield `${JSON.stringify(rows.slice(first, first + slice))}\n`;
}
