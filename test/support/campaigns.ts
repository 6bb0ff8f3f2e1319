import type { Store } from '#bot/open-store.ts';
import type { PersonId } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Campaign } from '#domain/training/campaign.ts';
import { confirmCampaign, loadCampaign } from '#stores/campaign-record.ts';
import { listRecipients } from '#stores/recipient-record.ts';
import type { TestSchool } from './school.ts';

/** A campaign as it is confirmed, in the coordinator's own words. */
export function campaignOf(key: string, total: number, at: Instant, changes: Partial<Campaign> = {}): Campaign {
  return {
    key,
    from: 'coordinator',
    content: { kind: 'words', words: 'Please read the new rules about phones.' },
    audience: { kind: 'everybody' },
    total,
    confirmedAt: at,
    startAt: at,
    state: 'scheduled',
    cursor: 0,
    tally: { delivered: 0, unreachable: 0, left: 0, doneBefore: 0 },
    reasons: {},
    ...changes,
  };
}

type Sending = { key?: string; people?: PersonId[]; progressTo?: PersonId; changes?: Partial<Campaign> };

/** Confirms one for everybody of the school, unless told whom; the worker finds it in its queue. */
export async function confirm(
  school: Pick<TestSchool, 'file' | 'clock' | 'store'>,
  { key = 'C1', people, progressTo, changes }: Sending = {},
) {
  const everybody = people ?? everybodyOf(school);
  const campaign = campaignOf(key, everybody.length, school.clock.now(), changes);
  const to = progressTo === undefined ? {} : { progressTo };
  return confirmCampaign(school.store.records, {
    school: school.file.school,
    campaign,
    people: everybody,
    command: `confirm-${key}`,
    ...to,
  });
}

export const everybodyOf = ({ file }: Pick<TestSchool, 'file'>): PersonId[] => file.people.map(({ id }) => `${file.tenantId}:${id}`);

export async function campaignIn({ store, file }: { store: Store; file: TestSchool['file'] }, key = 'C1'): Promise<Campaign | undefined> {
  return (await loadCampaign(store.records, file.school, key))?.campaign;
}

export async function recipientsIn({ store, file }: { store: Store; file: TestSchool['file'] }, key = 'C1') {
  return (await listRecipients(store.records, file.school, key, { limit: 1_000 })).items;
}

/** Until the check holds; looks often and gives up after ten seconds. */
export async function until(check: () => Promise<boolean> | boolean, what = 'what was waited for'): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`It did not come to ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** How many messages of this campaign Teams has taken, by the chat they went to. */
export function remindersTaken({ teams }: Pick<TestSchool, 'teams'>): string[] {
  return teams.world.record.flatMap(({ direction, method, path, status, body }) => {
    const isReminder = (body as { summary?: string } | undefined)?.summary === 'Online Safety: a reminder for you.';
    return direction === 'from-bot' && method === 'POST' && isReminder && status === 201 ? [path] : [];
  });
}
