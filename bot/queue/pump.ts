import type { World } from '#domain/decide.ts';
import type { SchoolKey } from '#domain/people.ts';
import { redraw } from '#domain/posting.ts';
import { goesFrom } from '#domain/training/round.ts';
import { type CampaignBody, campaignDoc, campaignOf, type LoadedCampaign } from '#stores/campaign-record.ts';
import { type PumpLease, renewPump, takePump } from '#stores/pump-record.ts';
import { bodyOf, type Hold, mayGoOut, type SendDeps, sendCampaign } from './send-campaign.ts';

/** Milliseconds of the machine's clock. Renewed far more often; who finds it run out takes over. */
const leaseMs = 10_000;

/**
 * What sends campaigns: one for each school at a time, whichever process holds the lease, because Teams' limits are for the whole
 * tenant. `work` sends all that may go out now, and gives the seconds after which to look again when another process is sending.
 */
export type Pump = {
  work(school: SchoolKey): Promise<number | undefined>;
  /** What is in Teams' hands is finished; nobody else is begun. */
  stop(): void;
};

type Here = { holder: () => string; stopped: boolean };

export function createPump(deps: SendDeps & { newId: () => string }): Pump {
  let own: string | undefined;
  // Only once it is needed: a process that never sends takes no id.
  const here: Here = {
    holder: () => {
      own ??= deps.newId();
      return own;
    },
    stopped: false,
  };
  const inHand = new Set<SchoolKey>();
  const asked = new Set<SchoolKey>();
  const looksAgain = new Map<SchoolKey, number>();

  const work = async (school: SchoolKey): Promise<number | undefined> => {
    let wait: number | undefined;
    do {
      asked.delete(school);
      wait = await sendAll(deps, here, school);
    } while (asked.has(school) && wait === undefined && !here.stopped);
    if (wait === undefined || here.stopped) return wait;
    // One look for each process is enough, however many messages ask for one.
    const now = deps.machineNow();
    if ((looksAgain.get(school) ?? 0) > now) return undefined;
    looksAgain.set(school, now + wait);
    return wait / 1_000;
  };
  return {
    work: async (school) => {
      asked.add(school);
      if (here.stopped || inHand.has(school)) return undefined;
      inHand.add(school);
      try {
        return await work(school);
      } finally {
        inHand.delete(school);
      }
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
  const taken = await takePump(deps.records, school, { holder: here.holder(), now: deps.machineNow(), ms: leaseMs });
  if (typeof taken === 'number') return taken;
  const { hold, release } = holding(deps, here, school, taken);
  try {
    for (; next !== undefined && hold.ours(); next = await oldest(deps, school))
      await sendCampaign(deps, { school, key: next.campaign.key, hold });
  } finally {
    await release();
  }
  return here.stopped ? 0 : undefined;
}

function holding(deps: SendDeps, here: Here, school: SchoolKey, taken: PumpLease): { hold: Hold; release(): Promise<void> } {
  let lease: PumpLease | undefined = taken;
  const ours = () => !here.stopped && lease !== undefined && deps.machineNow() < lease.until;
  return {
    hold: {
      ours,
      renew: async () => {
        if (lease !== undefined) lease = await renewPump(deps.records, school, lease, deps.machineNow() + leaseMs);
      },
    },
    release: async () => {
      if (lease !== undefined) await renewPump(deps.records, school, lease, 0);
    },
  };
}

/** The one that was confirmed first, of those that may go out now. The others are told when the school opens. */
async function oldest(deps: SendDeps, school: SchoolKey): Promise<LoadedCampaign | undefined> {
  const { items } = await deps.records.list<CampaignBody>(school, {
    kind: 'campaign',
    equals: { status: 'sending' },
    order: 'oldest',
    limit: 50,
  });
  if (items.length === 0) return undefined;
  const world = await deps.worldOf(school);
  for (const loaded of items.map(campaignOf)) {
    if (mayGoOut(loaded.campaign, world)) return loaded;
    await waitForOpening(deps, loaded, world);
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
