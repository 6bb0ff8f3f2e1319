import type { PersonId, SchoolKey } from '#domain/people.ts';
import { newPosting, nextPostingAt, type Posting, redraw } from '#domain/posting.ts';
import type { Instant } from '#domain/time.ts';
import type { Campaign, CampaignState, Tally } from '#domain/training/campaign.ts';
import { type Steer, steered } from '#domain/training/steering.ts';
import { freezeAudience } from './audience-record.ts';
import { nobodySaid, type SaidCounts } from './recipient-record.ts';
import type { Doc, Records, Stored } from './records.ts';
import { createOnce, writeOnce } from './write-once.ts';

export type CampaignBody = {
  campaign: Campaign;
  /** Id of the document with its people. */
  audienceId: string;
  /** The coordinator's progress card, one for each person who has it. */
  postings: Posting[];
  /** Every command, oldest first: the card's buttons carry how many there have been. */
  applied: string[];
  /** Who paused, resumed or cancelled it, oldest first. */
  steps: { at: Instant; by: PersonId; did: Steer }[];
  /** What people answered, as the progress card shows it; counted again every few seconds. */
  counts: SaidCounts;
  /** How many were settled when the progress card was last drawn. */
  drawn: number;
  /** The tally of those before the cursor only: a bot that starts again counts on from here. */
  counted: { tally: Tally; reasons: Record<string, number> };
};
export type LoadedCampaign = CampaignBody & { school: SchoolKey; etag: string };

const pageSize = 10;

export const campaignId = (key: string) => `campaign.${key}`;

/**
 * `campaign.state` is 'scheduled': the worker begins it at `startAt`. `people` are all who are to get it, in order. `progressTo` gets
 * the progress card. Repeatable: under a key that exists already nothing is written, and the answer is false.
 * The audience is written first, so that no campaign can be found without its people. Rejects like `writeOnce`.
 */
export async function confirmCampaign(
  records: Records,
  given: { school: SchoolKey; campaign: Campaign; people: readonly PersonId[]; command: string; progressTo?: PersonId },
): Promise<boolean> {
  const { school, campaign, people, command, progressTo } = given;
  const { audienceId, total } = await freezeAudience(records, school, campaign.key, people);
  const body: CampaignBody = {
    campaign: { ...campaign, total },
    audienceId,
    postings: progressTo === undefined ? [] : [progressPosting(campaign.key, progressTo, 1)],
    applied: [command],
    steps: [],
    counts: nobodySaid,
    drawn: 0,
    counted: { tally: campaign.tally, reasons: campaign.reasons },
  };
  return await createOnce(records, campaignDoc(school, body, campaign.confirmedAt), command);
}

export async function loadCampaign(records: Records, school: SchoolKey, key: string): Promise<LoadedCampaign | undefined> {
  const stored = await records.read<CampaignBody>(school, campaignId(key));
  return stored && campaignOf(stored);
}

export const campaignOf = ({ school, body, etag }: Stored<CampaignBody>): LoadedCampaign => ({ ...body, school, etag });

/** 'redraw' draws every progress card again; 'show' posts a fresh one to `by`, in place of the one they had. */
export type CampaignChange = { command: string; by: PersonId; now: Instant; do: Steer | 'redraw' | 'show' };

/**
 * Gives the campaign after the change; undefined when there is none of this key. What its state does not allow (pausing what is over)
 * changes nothing. Applied once for each command id. Rejects with `VersionConflict`, and like `writeOnce`.
 */
export async function changeCampaign(
  records: Records,
  school: SchoolKey,
  key: string,
  change: CampaignChange,
): Promise<LoadedCampaign | undefined> {
  const loaded = await loadCampaign(records, school, key);
  if (loaded === undefined || loaded.applied.includes(change.command)) return loaded;
  const { school: _school, etag, ...before } = loaded;
  const after = changed(before, change);
  if (after === before) return loaded;
  const body = { ...after, applied: [...after.applied, change.command] };
  const written = await writeOnce(records, campaignDoc(school, body, change.now), etag, change.command);
  return { ...body, school, etag: written.etag };
}

function changed(body: CampaignBody, { by, now, do: what }: CampaignChange): CampaignBody {
  if (what === 'redraw') return { ...body, postings: redraw(body.postings) };
  if (what === 'show') return { ...body, postings: shownTo(body, by) };
  const campaign = steered(body.campaign, what, now);
  if (campaign === body.campaign) return body;
  return { ...body, campaign, postings: redraw(body.postings), steps: [...body.steps, { at: now, by, did: what }] };
}

function shownTo({ campaign, postings, applied }: CampaignBody, by: PersonId): Posting[] {
  const others = postings.filter(({ to }) => !('person' in to) || to.person !== by);
  return [...others, progressPosting(campaign.key, by, applied.length + 1)];
}

const progressPosting = (key: string, person: PersonId, n: number) => newPosting(`${key}-progress-${n}`, { person }, 'progress', false);

/** Newest first, one page. `after` is the `next` of the page before. */
export async function listCampaigns(
  records: Records,
  school: SchoolKey,
  { state, after, limit = pageSize }: { state?: CampaignState; after?: string; limit?: number } = {},
): Promise<{ items: LoadedCampaign[]; next?: string }> {
  const page = await records.list<CampaignBody>(school, {
    kind: 'campaign',
    ...(state === undefined ? {} : { equals: { status: state } }),
    order: 'newest',
    limit,
    ...(after === undefined ? {} : { after }),
  });
  return { ...page, items: page.items.map(campaignOf) };
}

export function campaignDoc(school: SchoolKey, body: CampaignBody, now: Instant): Doc<CampaignBody> {
  const { key, state, by, confirmedAt } = body.campaign;
  const dueAt = dueOf(body, now);
  const index = { status: state, at: confirmedAt, ...(by === undefined ? {} : { person: by }), ...(dueAt === undefined ? {} : { dueAt }) };
  return { school, kind: 'campaign', id: campaignId(key), index, body };
}

/** While it is being sent it is always due: so the sweep finds it again, whatever became of whoever was sending. */
function dueOf({ campaign: { state, startAt, waitsUntil }, postings }: CampaignBody, now: Instant): Instant | undefined {
  const posting = nextPostingAt(postings, now);
  const timer = state === 'scheduled' ? startAt : state === 'sending' ? (waitsUntil ?? startAt) : undefined;
  if (posting === undefined || timer === undefined) return posting ?? timer;
  return posting < timer ? posting : timer;
}
