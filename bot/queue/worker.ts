import { errorKind, type Log } from '#bot/log.ts';
import { loggable } from '#bot/loggable.ts';
import type { Queue, Received, Wake } from './queue.ts';

type Worker = {
  /** Somebody just queued something: look now. */
  nudge(): void;
  /** Stops taking messages and lets those in hand finish. */
  stop(): Promise<void>;
};

type WorkerOptions = {
  queue: Queue;
  /** Gives the seconds after which to look at the same document again; undefined when done. */
  handle: (wake: Wake) => Promise<number | undefined>;
  log: Log;
  /** Milliseconds between looks while nothing comes. */
  idle: number;
};

/** Few enough that what waits for Teams' rate limits waits in the queue. */
const atOnce = 12;
const visibleFor = 120;
const mostAttempts = 12;

/** Takes messages one by one and looks at what each document owes. A message that fails comes back; one that keeps failing is kept for a person. */
export function startWorker(options: WorkerOptions): Worker {
  const inHand = new Set<Promise<void>>();
  let stopped = false;
  let bell = Promise.withResolvers<void>();
  const ring = () => bell.resolve();

  const loop = async () => {
    while (!stopped) {
      const taken = await take(options, atOnce - inHand.size);
      for (const received of taken) {
        const job = handleOne(options, received).finally(() => {
          inHand.delete(job);
          ring();
        });
        inHand.add(job);
      }
      if (taken.length > 0 && inHand.size < atOnce) continue;
      const timer = setTimeout(ring, options.idle);
      await bell.promise;
      clearTimeout(timer);
      bell = Promise.withResolvers<void>();
    }
    await Promise.all(inHand);
  };
  const running = loop();
  return {
    nudge: ring,
    stop: async () => {
      stopped = true;
      ring();
      await running;
    },
  };
}

async function take({ queue, log }: WorkerOptions, room: number): Promise<Received[]> {
  if (room <= 0) return [];
  try {
    return await queue.receive(room, visibleFor);
  } catch (error) {
    log.error('worker.broke', { reason: 'queue', error: errorKind(error) });
    return [];
  }
}

async function handleOne({ queue, handle, log }: WorkerOptions, received: Received): Promise<void> {
  const { message, attempts } = received;
  try {
    const again = await handle(message);
    if (again !== undefined) await queue.send(message, { after: Math.min(3_600, Math.ceil(again)) });
    await queue.done(received);
  } catch (error) {
    log.error('worker.broke', { document: loggable(message.id), attempt: attempts, error: errorKind(error) });
    await settle(queue, received, log);
  }
}

async function settle(queue: Queue, received: Received, log: Log): Promise<void> {
  try {
    if (received.attempts < mostAttempts) return await queue.putBack(received, { after: Math.min(300, 2 ** received.attempts) });
    log.error('worker.gave-up', { document: loggable(received.message.id) });
    await queue.giveUp(received);
  } catch (error) {
    // The message becomes visible again by itself, and the sweep finds what it was about.
    log.error('worker.broke', { reason: 'queue', error: errorKind(error) });
  }
}
