import type { World } from '#domain/decide.ts';
import type { SchoolKey } from '#domain/people.ts';
import { redraw } from '#domain/posting.ts';
import { goesFrom } from '#domain/training/round.ts';
import { type CampaignBody, campaignDoc, campaignOf, type LoadedCampaign } from '#stores/campaign-record.ts';
import { pagesOf } from '#stores/pages.ts';
import { leaseId, takeLease } from './lease.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { bodyOf, type Hold, mayGoOut, type SendDeps, sendCampaign } from './send-campaign.ts';

/** The message that asks for a look at whether anything is to be sent. */
export const pumpId = leaseId('pump');

/**
 * What sends campaigns: one for each school at a time, whichever process holds the lease, because Teams' limits are for the whole
 * tenant. `work` sends all that may go out now, and gives the seconds after which to look again when another process is sending.
 */
export type Pump = {
  work(school: SchoolKey): Promise<number | undefined>;
  /** What is in Teams' hands is finished; nobody else is begun. */
  stop(): void;
};

type Here = { stopped: boolean };

export function createPump(deps: SendDeps): Pump {
  const here: Here = { stopped: false };
  const looksAgain = new Map<SchoolKey, number>();
  const oneAtATime = createOneAtATime<number | undefined>();
  return {
    work: async (school) => {
      if (here.stopped) return undefined;
      const wait = await oneAtATime(school, () => sendAll(deps, here, school));
      if (wait === undefined || here.stopped) return wait;
      // One look for each process is enough, however many messages ask for one.
      const now = deps.machineNow();
      if ((looksAgain.get(school) ?? 0) > now) return undefined;
      looksAgain.set(school, now + wait);
      return wait / 1_000;
    },
    stop: () => {
      here.stopped = true;
    },
  };
}

/** One campaign after the other. Gives the milliseconds that another process's lease still runs; 0 when stopped on the way. */
async function sendAll(deps: SendDeps, here: Here, school: SchoolKey): Promise<number | undefined> {
  let next = await oldest(deps, school);
  if (next === undefined) return undefined;
  const lease = await takeLease(deps, school, 'pump');
  if (typeof lease === 'number') return lease;
  const hold: Hold = { ours: () => !here.stopped && lease.ours(), renew: async () => void (await lease.keep()) };
  try {
    for (; next !== undefined && hold.ours(); next = await oldest(deps, school))
      await sendCampaign(deps, { school, key: next.campaign.key, hold });
  } finally {
    await lease.giveBack();
  }
  // Not all is sent: stopped, or not ours any more.
  return next === undefined && !here.stopped ? undefined : 0;
}

/** The one that was confirmed first, of those that may go out now. The others are told when the school opens. */
async function oldest(deps: SendDeps, school: SchoolKey): Promise<LoadedCampaign | undefined> {
  const going = pagesOf<CampaignBody>(deps.records, school, {
    kind: 'campaign',
    equals: { status: 'sending' },
    order: 'oldest',
    limit: 50,
  });
  for await (const page of going) {
    const world = await deps.worldOf(school);
    for (const loaded of page.map(campaignOf)) {
      if (mayGoOut(loaded.campaign, world)) return loaded;
      await waitForOpening(deps, loaded, world);
    }
  }
  return undefined;
}

async function waitForOpening({ records }: SendDeps, loaded: LoadedCampaign, { settings, now }: World): Promise<void> {
  const waitsUntil = goesFrom(loaded.campaign, settings.calendar, now);
  if (waitsUntil === loaded.campaign.waitsUntil) return;
  const body = { ...bodyOf(loaded), campaign: { ...loaded.campaign, waitsUntil }, postings: redraw(loaded.postings) };
  // Somebody else wrote first: then they wake the worker too.
  await records.replace(campaignDoc(loaded.school, body, now), loaded.etag, {
    wake: { school: loaded.school, id: `campaign.${loaded.campaign.key}` },
  });
}
