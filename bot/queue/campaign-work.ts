import { setTimeout as pause } from 'node:timers/promises';
import type { SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import { campaignId, loadCampaign } from '#stores/campaign-record.ts';
import { campaignKeeper } from './campaign-keeper.ts';
import { type Delivering, deliver } from './deliver.ts';
import { drawReminder } from './draw-reminder.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { createPump, pumpId } from './pump.ts';
import type { Wake } from './queue.ts';
import { createReceipts } from './receipts.ts';
import { recipientKeeper } from './recipient-keeper.ts';
import type { RemindDeps } from './remind-one.ts';
import { createSeldom } from './seldom.ts';
import type { SendDeps } from './send-campaign.ts';

/** What the worker does for messages about campaigns, their recipients and the pump. */
export type CampaignWork = {
  look(work: Delivering, wake: Wake): Promise<number | undefined>;
  /** Begins no further message to anybody. */
  stop(): void;
};
type Deps = SendDeps & { now: () => Instant };

/** Milliseconds between two drawings of one progress card because somebody answered. */
const redrawEvery = 5_000;

export function createCampaignWork(given: Omit<Deps, 'drawReminder' | 'pause' | 'receipts'>): CampaignWork {
  const draw: RemindDeps['drawReminder'] = (asked, world) => drawReminder(given, asked, world);
  const deps = { ...given, drawReminder: draw, pause, receipts: createReceipts({ ...given, pause }) };
  const pump = createPump(deps);
  const recipients = recipientKeeper(deps);
  const seldom = createSeldom(redrawEvery, deps.machineNow);
  const oneAtATime = createOneAtATime<number | undefined>();
  return {
    look: async (work, { school, id }) => {
      if (id === pumpId) return await pump.work(school);
      if (id.startsWith('campaign.')) {
        const wake = () => wakePump(deps, school, id.slice('campaign.'.length));
        const drawn = oneAtATime(`${school}/${id}`, () => deliver(campaignKeeper(deps), school, id, work));
        // Sending does not wait for a progress card that cannot be drawn; when neither works it is told why the card did not.
        await drawn.then(wake, () => wake().catch(() => undefined));
        return await drawn;
      }
      const again = await deliver(recipients, school, id, work);
      const campaign = campaignId(id.slice('recipient.'.length, id.lastIndexOf('.')));
      const after = seldom(`${school}/${campaign}`);
      if (after !== undefined) await deps.queue.send({ school, id: campaign }, { after });
      return again;
    },
    stop: pump.stop,
  };
}

/** Sending has a message of its own: it takes minutes, and the progress card must not wait for it. */
async function wakePump({ records, queue, now }: Deps, school: SchoolKey, key: string): Promise<void> {
  const campaign = (await loadCampaign(records, school, key))?.campaign;
  if (campaign?.state === 'sending' && (campaign.waitsUntil ?? '') <= now()) await queue.send({ school, id: pumpId });
}
