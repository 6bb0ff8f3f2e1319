import type { PersonId, SchoolKey } from '#domain/people.ts';
import { nextPostingAt, type Posting, redraw } from '#domain/posting.ts';
import type { Instant } from '#domain/time.ts';
import type { Answered, Campaign } from '#domain/training/campaign.ts';
import type { Day } from '#domain/training/record.ts';
import { personKey } from './document-id.ts';
import { pagesOf } from './pages.ts';
import type { Doc, Index, Records, Stored } from './records.ts';
import { writeOnce } from './write-once.ts';

const everySaid = ['later', 'help', 'done'] as const satisfies readonly Answered[];
type SaidAnswer = (typeof everySaid)[number];

/** What somebody pressed on their reminder, newest last; of a card with several topics each names its own. */
export type Said = { answered: SaidAnswer; at: Instant; topic?: string; on?: Day; until?: Day };

/** One person of one campaign, from the moment when Teams took the message or refused it. `postings` holds the reminder card. */
export type RecipientBody = {
  campaign: string;
  person: PersonId;
  /** Their place in the audience; the first is 0. */
  position: number;
  answered: Answered;
  /** Why they could not be reached. */
  reason?: string;
  said: Said[];
  postings: Posting[];
  /** Every command, oldest first: the card's buttons carry how many there have been. */
  applied: string[];
};
export type LoadedRecipient = RecipientBody & { school: SchoolKey; etag: string; index: Index };

export type SaidCounts = Record<SaidAnswer, number>;
export const nobodySaid: SaidCounts = { later: 0, help: 0, done: 0 };
export const sameCounts = (one: SaidCounts, other: SaidCounts) => everySaid.every((said) => one[said] === other[said]);

const pageSize = 20;

const recipientId = (campaign: string, person: PersonId) => `recipient.${campaign}.${personKey(person)}`;

/** Undefined when the message has not gone out to this person, or is none of theirs. */
export async function loadRecipient(
  records: Records,
  school: SchoolKey,
  campaign: string,
  person: PersonId,
): Promise<LoadedRecipient | undefined> {
  const stored = await records.read<RecipientBody>(school, recipientId(campaign, person));
  return stored && recipientOf(stored);
}

export const recipientOf = ({ school, index, body, etag }: Stored<RecipientBody>): LoadedRecipient => ({ ...body, school, index, etag });

/** `answered` is what they are listed and counted under; a card with several topics is done only when all of them are. */
type Answering = { answered: SaidAnswer; said: Said; command: string; now: Instant };

/**
 * One guarded write, and the posted card is drawn again. Applied once for each command id. Rejects with `VersionConflict`, and
 * with `UncertainWrite` as every write that a person waits for.
 */
export async function answerRecipient(
  records: Records,
  loaded: LoadedRecipient,
  { answered, said, command, now }: Answering,
): Promise<void> {
  if (loaded.applied.includes(command)) return;
  const { school, index: _index, etag, ...before } = loaded;
  const body: RecipientBody = {
    ...before,
    answered,
    said: [...before.said.filter(({ topic }) => topic !== said.topic), said],
    postings: redraw(before.postings),
    applied: [...before.applied, command],
  };
  await writeOnce(records, recipientDoc(school, body, loaded.index.at, now), etag, command);
}

/** One page in the order of the audience. `after` is the `next` of the page before. */
export async function listRecipients(
  records: Records,
  school: SchoolKey,
  campaign: string,
  { status, after, limit = pageSize }: { status?: Answered; after?: string; limit?: number } = {},
): Promise<{ items: LoadedRecipient[]; next?: string }> {
  const page = await records.list<RecipientBody>(school, {
    kind: 'recipient',
    equals: { about: campaign, ...(status === undefined ? {} : { status }) },
    order: 'oldest',
    limit,
    ...(after === undefined ? {} : { after }),
  });
  return { ...page, items: page.items.map(recipientOf) };
}

/** Those to whom it went, or who refused it, at the campaign's cursor and behind it: whoever sent was stopped before noting it. */
export function recipientsBehind(
  records: Records,
  school: SchoolKey,
  campaign: Pick<Campaign, 'key' | 'confirmedAt' | 'cursor'>,
): AsyncGenerator<Stored<RecipientBody>[]> {
  const from = sortedAt(campaign, campaign.cursor);
  return pagesOf<RecipientBody>(records, school, { kind: 'recipient', equals: { about: campaign.key }, from, order: 'oldest', limit: 500 });
}

/**
 * How many answered what; who has the message at all is in the campaign's own tally. No document is read. One count after the other: a
 * store that is slow under a running broadcast is not asked everything at once.
 */
export async function countSaid(records: Records, school: SchoolKey, campaign: string): Promise<SaidCounts> {
  const counts = { ...nobodySaid };
  for (const status of everySaid) counts[status] = await records.count(school, { kind: 'recipient', equals: { about: campaign, status } });
  return counts;
}

/**
 * What they are sorted by, and no time at which anything happened: the store sorts by an instant, and this one puts them in the order of the
 * audience, so that whoever comes behind the campaign's cursor is found by one list.
 */
export function sortedAt({ confirmedAt }: Pick<Campaign, 'confirmedAt'>, position: number): Instant {
  return new Date(Date.parse(confirmedAt) + position).toISOString();
}

export function recipientDoc(school: SchoolKey, body: RecipientBody, at: Instant | undefined, now: Instant): Doc<RecipientBody> {
  const { campaign, person, answered, postings } = body;
  const dueAt = nextPostingAt(postings, now);
  const index: Index = {
    about: campaign,
    status: answered,
    person,
    ...(at === undefined ? {} : { at }),
    ...(dueAt === undefined ? {} : { dueAt }),
  };
  return { school, kind: 'recipient', id: recipientId(campaign, person), index, body };
}
