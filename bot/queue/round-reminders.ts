import { dayOf } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import { newCampaign } from '#domain/training/campaign.ts';
import { isOver } from '#domain/training/campaign-decide.ts';
import { soonDays } from '#domain/training/owed.ts';
import type { Day } from '#domain/training/record.ts';
import { roundKey } from '#domain/training/round.ts';
import { steered } from '#domain/training/steering.ts';
import { loadAudience } from '#stores/audience-record.ts';
import { campaignDoc, confirmCampaign, listCampaigns, loadCampaign } from '#stores/campaign-record.ts';
import { recipientsBehind } from '#stores/recipient-record.ts';
import { type Records, VersionConflict } from '#stores/records.ts';
import { bodyOf } from './send-campaign.ts';

/** Nobody sends more than this in the days before. */
const mostCampaigns = 100;

/** Whom a coordinator's reminder of a topic has reached today, or is reaching just now. One list, and one document for each reminder. */
export async function remindedToday(
  records: Records,
  school: SchoolKey,
  { settings }: World,
  today: Day,
): Promise<Map<string, Set<PersonId>>> {
  const reminded = new Map<string, Set<PersonId>>();
  const { items } = await listCampaigns(records, school, { limit: mostCampaigns });
  for (const { campaign } of items) {
    const { content, startAt, state, cursor, key, from } = campaign;
    if (from !== 'coordinator' || content.kind !== 'topic' || state === 'scheduled') continue;
    if (dayOf(settings.calendar, startAt) !== today && state !== 'sending') continue;
    const people = (await loadAudience(records, school, key)) ?? [];
    const got = state === 'sending' ? people : people.slice(0, cursor);
    reminded.set(content.topic, new Set([...(reminded.get(content.topic) ?? []), ...got]));
  }
  return reminded;
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
  const people = (await loadAudience(records, school, key)) ?? [];
  if (loaded === undefined) return [];
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
