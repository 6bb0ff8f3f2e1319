import type { SchoolKey } from '#domain/people.ts';
import type { Deps } from '#features/handler.ts';
import { worldOf } from '#features/world.ts';
import { createCampaignWork } from '#queue/campaign-work.ts';
import { createCourier } from '#queue/courier.ts';
import type { Files } from '#queue/files.ts';
import type { Wake } from '#queue/queue.ts';
import type { Sender } from '#queue/sender.ts';
import { createSweep } from '#queue/sweep.ts';
import { createWork } from '#queue/work.ts';
import { startWorker } from '#queue/worker.ts';
import type { People } from './open-people.ts';
import type { Store } from './open-store.ts';

/** What goes on without anybody's asking. */
export type Working = {
  /** Something was just queued. */
  nudge(): void;
  /** Queues what is due now; gives how many documents. */
  look(): Promise<number>;
  /** Begins nothing more, and lets what is in hand finish. */
  stop(): Promise<void>;
};

type Parts = { store: Store; sender: Sender; people: People; files: Files; tenantId: string; machineNow: () => number };

export async function startWork(deps: Deps, { store, sender, people, files, tenantId, machineNow }: Parts): Promise<Working> {
  const { records, queue } = store;
  const { log, now } = deps;
  const courier = createCourier({ records, sender, tenantOf: () => tenantId, directory: people.directory, log });
  // The worker is no turn: it may wait longer for the store than a person does.
  const patient = { ...deps, records };
  const working = { ...patient, ...people, machineNow, files, queue, courier, worldOf: (key: SchoolKey) => worldOf(patient, key) };
  const campaigns = createCampaignWork(working);
  const work = createWork({ ...working, campaigns });
  await people.look(working);
  const sweep = createSweep({ records, queue, now, log, machineNow });
  const handle = (wake: Wake) => {
    sweep.taken(wake);
    return work(wake);
  };
  const worker = startWorker({ queue, handle, log, idle: store.idle });
  return {
    nudge: worker.nudge,
    look: async () => {
      try {
        const [count] = await Promise.all([sweep.look(), people.look(working)]);
        return count;
      } finally {
        worker.nudge();
      }
    },
    stop: async () => {
      campaigns.stop();
      await worker.stop();
    },
  };
}
