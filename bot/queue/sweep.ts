import { errorKind, type Log } from '#bot/log.ts';
import type { Instant } from '#domain/time.ts';
import type { Records } from '#stores/records.ts';
import type { Queue, Wake } from './queue.ts';

const batch = 200;
/** How many are looked at: what the sweep has queued before and the worker has not come to does not hide what is behind it. */
const lookedAt = 1_000;
/** Milliseconds of the machine's clock. Another process may have taken the message and died, so nothing is left out for longer. */
const believedQueued = 120_000;

export type Sweep = {
  /** Gives how many documents were queued. */
  look(): Promise<number>;
  /** The worker has come to this document: the next look may queue it again. */
  taken(wake: Wake): void;
};

type SweepDeps = { records: Records; queue: Queue; now: () => Instant; log: Log; machineNow?: () => number };

/**
 * The record is the timer: queues a message for every document that owes something by now, of every school. Finds rungs that
 * have come due, and whatever lost its message. Twice is harmless, the worker looks before it acts; but while it is behind, each
 * look would queue the same documents once more, so what a look has queued is left out until the worker comes to it.
 */
export function createSweep({ records, queue, now, log, machineNow = Date.now }: SweepDeps): Sweep {
  const queuedAt = new Map<string, number>();
  const send = async (wake: Wake) => {
    // Noted before it is sent: the worker may come to it at once.
    queuedAt.set(keyOf(wake), machineNow());
    try {
      await queue.send(wake);
    } catch (error) {
      queuedAt.delete(keyOf(wake));
      throw error;
    }
  };
  const queueDue = async () => {
    const oldest = machineNow() - believedQueued;
    for (const [key, at] of queuedAt) if (at <= oldest) queuedAt.delete(key);
    const due = (await records.due(now(), lookedAt)).filter((wake) => !queuedAt.has(keyOf(wake))).slice(0, batch);
    for (const wake of due) await send(wake);
    return due.length;
  };
  return {
    look: async () => {
      try {
        const count = await queueDue();
        if (count > 0) log.info('sweep.queued', { count });
        return count;
      } catch (error) {
        log.error('sweep.broke', { error: errorKind(error) });
        return 0;
      }
    },
    taken: (wake) => void queuedAt.delete(keyOf(wake)),
  };
}

const keyOf = ({ school, id }: Wake) => `${school}/${id}`;
