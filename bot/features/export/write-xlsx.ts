import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Megabytes. The register of 10,000 people takes half of it. */
const memory = 1_024;

/**
 * A table as a workbook with one sheet, every cell text, so that nothing in it is ever a formula. A big one takes seconds of
 * computing, so it is made in a thread of its own: nobody's alert waits for it. Undefined when it is too big for that.
 */
export async function writeXlsx(rows: readonly string[][]): Promise<Uint8Array | undefined> {
  const thread = new Worker(new URL('./xlsx-thread.ts', import.meta.url), {
    workerData: rows,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  try {
    const [bytes] = (await once(thread, 'message')) as [Uint8Array];
    return bytes;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY') return undefined;
    throw error;
  } finally {
    await thread.terminate();
  }
}
