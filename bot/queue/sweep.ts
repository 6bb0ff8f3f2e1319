import { errorKind, type Log } from '#bot/log.ts';
import type { Instant } from '#domain/time.ts';
import type { Records } from '#stores/records.ts';
import type { Queue } from './queue.ts';

const batch = 200;

/**
 * The record is the timer: queues a message for every document that owes something by now, of every school. Finds rungs that
 * have come due, and whatever lost its message. Gives how many. Twice is harmless: the worker looks before it acts.
 */
export async function sweep({
  records,
  queue,
  now,
  log,
}: {
  records: Records;
  queue: Queue;
  now: () => Instant;
  log: Log;
}): Promise<number> {
  try {
    const due = await records.due(now(), batch);
    for (const wake of due) await queue.send(wake);
    if (due.length > 0) log.info('sweep.queued', { count: due.length });
    return due.length;
  } catch (error) {
    log.error('sweep.broke', { error: errorKind(error) });
    return 0;
  }
}
