import { dayOf } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import { newCampaign } from '#domain/training/campaign.ts';
import { isOver } from '#domain/training/campaign-decide.ts';
import { soonDays } from '#domain/training/owed.ts';
import type { Day } from '#domain/training/record.ts';
import { dayOut, isGoing, roundKey } from '#domain/training/round.ts';
import { steered } from '#domain/training/steering.ts';
import { loadAudience } from '#stores/audience-record.ts';
import { campaignDoc, confirmCampaign, type LoadedCampaign, listCampaigns, loadCampaign } from '#stores/campaign-record.ts';
import { pagesOf } from '#stores/pages.ts';
import { type RecipientBody, recipientsBehind } from '#stores/recipient-record.ts';
import { type Records, VersionConflict } from '#stores/records.ts';
import { bodyOf } from './send-campaign.ts';

/** Nobody sends more than this in the days before. */
const mostCampaigns = 100;

/** What coordinators have sent to people, and send today. */
export type RemindedSince = {
  /** They have had something from a coordinator today, or it is on its way to them. */
  today(person: PersonId): boolean;
  /** A reminder of that topic has come to them on that day or since. */
  of(person: PersonId, topic: string, since: Day): boolean;
};

/** Of the days from `since` to today. Two lists, one document for each reminder of those days, and whom Teams did not take it for. */
export async function remindedSince(records: Records, school: SchoolKey, { settings, now }: World, since: Day): Promise<RemindedSince> {
  const today = dayOf(settings.calendar, now);
  const found: { day: Day; topic: string | undefined; reached: Set<PersonId>; meant: Set<PersonId> }[] = [];
  for (const loaded of await campaignsOf(records, school)) {
    const { campaign } = loaded;
    const day = dayOut(campaign, settings.calendar, now);
    if (day < since || day > today) continue;
    const people = await loadAudience(records, school, loaded);
    const unreached = campaign.tally.unreachable === 0 ? new Set() : await unreachedBy(records, school, campaign.key);
    const reached = new Set(people.slice(0, campaign.cursor).filter((person) => !unreached.has(person)));
    const topic = campaign.content.kind === 'topic' ? campaign.content.topic : undefined;
    found.push({ day, topic, reached, meant: day < today ? new Set() : isGoing(campaign) ? new Set(people) : reached });
  }
  return {
    today: (person) => found.some(({ meant }) => meant.has(person)),
    of: (person, topic, from) => found.some((one) => one.topic === topic && one.day >= from && one.reached.has(person)),
  };
}

async function unreachedBy(records: Records, school: SchoolKey, campaign: string): Promise<Set<PersonId>> {
  const found = new Set<PersonId>();
  const query = { kind: 'recipient', equals: { about: campaign, status: 'unreachable' }, order: 'oldest', limit: 500 } as const;
  for await (const page of pagesOf<RecipientBody>(records, school, query)) for (const { body } of page) found.add(body.person);
  return found;
}

/** The latest of coordinators, and those that have waited longer for their time. */
async function campaignsOf(records: Records, school: SchoolKey): Promise<LoadedCampaign[]> {
  const latest = await listCampaigns(records, school, { limit: mostCampaigns });
  const waiting = await listCampaigns(records, school, { state: 'scheduled', limit: mostCampaigns });
  const all = new Map([...latest.items, ...waiting.items].map((loaded) => [loaded.campaign.key, loaded]));
  return [...all.values()].filter(({ campaign }) => campaign.from === 'coordinator');
}

/** The campaign of that day's round while there are people whom it has not come to. What the coordinator paused stays undone. */
export async function unfinished(records: Records, school: SchoolKey, day: Day): Promise<string | undefined> {
  const loaded = await loadCampaign(records, school, roundKey(day));
  if (loaded === undefined || isOver(loaded.campaign) || loaded.campaign.state === 'paused') return undefined;
  return loaded.campaign.key;
}

/** Ends that day's round where it is not over. Rejects with `VersionConflict`. */
export async function endRound(records: Records, school: SchoolKey, day: Day, now: Instant): Promise<void> {
  const loaded = await loadCampaign(records, school, roundKey(day));
  if (loaded === undefined || isOver(loaded.campaign)) return;
  const body = { ...bodyOf(loaded), campaign: steered(loaded.campaign, 'cancel', now) };
  if ((await records.replace(campaignDoc(school, body, now), loaded.etag)) === undefined) throw new VersionConflict();
}

/** Whom that round had not come to. */
export async function notReached(records: Records, school: SchoolKey, key: string): Promise<PersonId[]> {
  const loaded = await loadCampaign(records, school, key);
  if (loaded === undefined) return [];
  const people = await loadAudience(records, school, loaded);
  const reached = new Set<PersonId>();
  for await (const page of recipientsBehind(records, school, loaded.campaign)) for (const { body } of page) reached.add(body.person);
  return people.slice(loaded.campaign.cursor).filter((person) => !reached.has(person));
}

/** The day's reminders, each of everything that its person owes. Confirmed again, the first stays. Nothing for nobody. */
export async function confirmRound(records: Records, school: SchoolKey, { now }: World, day: Day, people: PersonId[]): Promise<void> {
  if (people.length === 0) return;
  const key = roundKey(day);
  const campaign = newCampaign({
    key,
    from: 'daily',
    content: { kind: 'owed' },
    audience: { kind: 'due', within: soonDays },
    total: people.length,
    confirmedAt: now,
    startAt: now,
  });
  await confirmCampaign(records, { school, campaign, people, command: key });
}
