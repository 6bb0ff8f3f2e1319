import { errorKind, type Log } from '#bot/log.ts';
import { loggable } from '#bot/loggable.ts';
import type { World } from '#domain/decide.ts';
import type { SchoolKey } from '#domain/people.ts';
import { redraw } from '#domain/posting.ts';
import type { Campaign, CampaignState } from '#domain/training/campaign.ts';
import { createProgress, type Progress } from '#domain/training/progress.ts';
import { goesFrom } from '#domain/training/round.ts';
import { loadAudience } from '#stores/audience-record.ts';
import { type CampaignBody, campaignDoc, campaignId, type LoadedCampaign, loadCampaign } from '#stores/campaign-record.ts';
import { recipientsBehind } from '#stores/recipient-record.ts';
import type { Records } from '#stores/records.ts';
import { broadcast } from './broadcast.ts';
import type { Queue } from './queue.ts';
import type { ReceiptDeps } from './receipts.ts';
import type { RemindDeps } from './remind-one.ts';

/** Milliseconds of the machine's clock. */
const beatEvery = 700;
const redrawEvery = 5_000;
const mostConflicts = 20;

export type SendDeps = RemindDeps &
  ReceiptDeps & {
    queue: Queue;
    worldOf: (school: SchoolKey) => Promise<World>;
    machineNow: () => number;
    log: Log;
  };
/** Kept alive at each beat. `ours` turns false as soon as another may be sending. */
export type Hold = { renew(): Promise<void>; ours(): boolean };

/** Out of hours only what was sent with a reason goes out. */
export function mayGoOut(campaign: Campaign, { settings: { calendar }, now }: World): boolean {
  return goesFrom(campaign, calendar, now) === now;
}

/**
 * Sends one campaign from where it stands, until everybody has it or it may not go on: paused, cancelled, the school has closed, the
 * hold is lost. Rejects when the store fails for long; whoever comes next goes on from what is written.
 */
export async function sendCampaign(deps: SendDeps, { school, key, hold }: { school: SchoolKey; key: string; hold: Hold }): Promise<void> {
  // Before anything is read: what was sent and not written down would look as if it had not been sent.
  await deps.receipts.catchUp();
  const loaded = await loadCampaign(deps.records, school, key);
  if (loaded === undefined) return;
  const people = await loadAudience(deps.records, school, loaded);
  const progress = createProgress({ cursor: loaded.campaign.cursor, counted: loaded.counted });
  await recall(deps.records, school, loaded.campaign, progress);
  const run = { deps, school, key, people, progress, hold, world: await deps.worldOf(school), going: true, woken: deps.machineNow() };
  const heart = startHeart(run);
  try {
    await broadcast(deps, {
      school,
      campaign: loaded.campaign,
      people,
      progress,
      mayGo: () => run.going && hold.ours(),
      world: () => run.world,
    });
  } finally {
    await heart.stop();
  }
  if (!hold.ours()) return;
  await writeDown(run);
  await deps.queue.send({ school, id: campaignId(key) });
}

type Run = {
  deps: SendDeps;
  school: SchoolKey;
  key: string;
  people: readonly string[];
  progress: Progress;
  hold: Hold;
  world: World;
  going: boolean;
  /** When the progress card was last asked for. */
  woken: number;
};

/** Whoever has a document behind the cursor has been written to already: by a bot that was stopped before it wrote that down. */
async function recall(records: Records, school: SchoolKey, campaign: Campaign, progress: Progress): Promise<void> {
  for await (const page of recipientsBehind(records, school, campaign)) {
    for (const { body } of page) {
      const { position, reason } = body;
      if (!progress.isSettled(position))
        progress.settle(position, reason === undefined ? { kind: 'delivered' } : { kind: 'unreachable', reason });
    }
  }
}

/** Every so often: keeps the hold, notices what the coordinator did, writes down how far it is. */
function startHeart(run: Run): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let beating: Promise<void> = Promise.resolve();
  let stopped = false;
  const beat = async () => {
    await once(run).catch((error: unknown) =>
      run.deps.log.error('worker.broke', { document: loggable(campaignId(run.key)), error: errorKind(error) }),
    );
    if (!stopped) timer = setTimeout(() => (beating = beat()), beatEvery);
  };
  timer = setTimeout(() => (beating = beat()), beatEvery);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await beating;
    },
  };
}

async function once(run: Run): Promise<void> {
  const { deps, school, key } = run;
  await run.hold.renew();
  if (!run.hold.ours()) return;
  run.world = await deps.worldOf(school);
  const noted = await note(run);
  if (noted !== 'conflict') run.going = noted !== undefined && noted.state === 'sending' && mayGoOut(noted, run.world);
  if (deps.machineNow() - run.woken < redrawEvery) return;
  run.woken = deps.machineNow();
  await deps.queue.send({ school, id: campaignId(key) });
}

/** Until it sticks: the last of it must not be lost to a coordinator's press at the same moment. */
async function writeDown(run: Run): Promise<void> {
  for (let attempt = 0; attempt < mostConflicts; attempt += 1) if ((await note(run)) !== 'conflict') return;
}

/** Gives the campaign as it stands; undefined when it is gone, 'conflict' when somebody else wrote at the same moment. */
async function note({ deps, school, key, people, progress, world: { now } }: Run): Promise<Campaign | 'conflict' | undefined> {
  const loaded = await loadCampaign(deps.records, school, key);
  if (loaded === undefined) return undefined;
  const cursor = progress.cursor();
  const { tally, reasons } = progress.all();
  const done = cursor >= people.length && isOpen(loaded.campaign.state);
  if (!done && JSON.stringify(tally) === JSON.stringify(loaded.campaign.tally) && cursor === loaded.campaign.cursor) return loaded.campaign;
  const { waitsUntil: _over, ...campaign } = { ...loaded.campaign, cursor, tally, reasons };
  const next = done ? { ...campaign, state: 'sent' as const, endedAt: now } : campaign;
  const body = {
    ...bodyOf(loaded),
    campaign: next,
    counted: progress.counted(),
    postings: done ? redraw(loaded.postings) : loaded.postings,
  };
  const written = await deps.records.replace(campaignDoc(school, body, now), loaded.etag, { lightly: true });
  return written === undefined ? 'conflict' : next;
}

const isOpen = (state: CampaignState) => state === 'sending' || state === 'paused';

export function bodyOf({ school: _school, etag: _etag, ...body }: LoadedCampaign): CampaignBody {
  return body;
}
