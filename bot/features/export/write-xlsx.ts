import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * A table as a workbook with one sheet, every cell text, so that nothing in it is ever a formula. A big one takes seconds of
 * computing, so it is made in a thread of its own: nobody's alert waits for it.
 */
export async function writeXlsx(rows: readonly string[][]): Promise<Uint8Array> {
  const thread = new Worker(new URL('./xlsx-thread.ts', import.meta.url), { workerData: rows });
  const [bytes] = (await once(thread, 'message')) as [Uint8Array];
  await thread.terminate();
  return bytes;
}
