import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Wake } from '#queue/queue.ts';

/**
 * Kinds of document. `id` is `<kind>.<key>`; keys hold only letters, digits, `-`, `_` and `.`. Kept, unless it says otherwise here,
 * until the school removes it: nothing but what is on its way goes by itself.
 */
export const kinds = [
  // Reports. A draft goes once it is sent or given up.
  'incident',
  'draft',
  'access',
  'digest',
  // The school: its set-up, the tenant it belongs to, where people and channels can be written to, messages to few.
  'settings',
  'school',
  'reach',
  'place',
  'notice',
  'test-alert',
  // People: where the roll comes from (`roll.current`, its groups and installing the app beside it), and each of them.
  'roll',
  'member',
  // One person's training; their answers in one round of the self-audit.
  'training',
  'audit',
  // What is written for many: the press and its people; a list on its way in, whose rows go once they are in, its problems after a week.
  'recording',
  'import',
  // A reminder somebody is about to send, which goes when it is sent; one that goes out; its people; what became of each.
  'plan',
  'campaign',
  'audience',
  'recipient',
  // The day's round of reminders by themselves; what one process has in hand for a school just now.
  'round',
  'lease',
  // A file that was asked for: its bytes go once it is fetched, declined, or a day old.
  'file',
] as const;
export type Kind = (typeof kinds)[number];

/** The few fields that lists may ask for, folded from the body when it is written. */
export type Index = {
  status?: string;
  /** The person it belongs to: an incident's reporter, a draft's author, an access entry's reader. */
  person?: PersonId;
  /** When it began; lists are ordered and bounded by it. */
  at?: Instant;
  /** The next moment at which it owes something; absent when it owes nothing. */
  dueAt?: Instant;
  /** Who may never see it: the conflict wall. */
  walled?: PersonId[];
  /** A second key to list by: an access entry's incident. */
  about?: string;
};

/** One document. `school` is the partition key. `body` is JSON. */
export type Doc<Body = unknown> = { school: SchoolKey; kind: Kind; id: string; index: Index; body: Body };
export type Stored<Body = unknown> = Doc<Body> & { etag: string };

export type ListQuery = {
  kind: Kind;
  equals?: { status?: string; person?: PersonId; about?: string };
  /** Bounds on `index.at`: from inclusive, to exclusive. What has no `at` is outside them; without bounds it counts as the oldest. */
  from?: Instant;
  to?: Instant;
  /** Leaves out, in the query itself, every document that is walled from this person. */
  notWalled?: PersonId;
  order: 'newest' | 'oldest';
  /** The `next` of the page before, opaque; anything else is refused as `StoreMisuse` `bad-cursor`. */
  after?: string;
  /** 1 to 1,000. */
  limit: number;
};

/** Which documents to count; everything that is asked must hold. */
export type CountQuery = Pick<ListQuery, 'kind' | 'equals'>;

/**
 * `wake` goes into the queue with the write. `lightly`: the write need not outlive a power cut, since the worker would do it again;
 * a store that cannot hurry for it ignores it. Never for what somebody was told is saved.
 */
export type Writing = { wake?: Wake; lightly?: boolean };

/** `woken` is false when the record is safe but its queue message is not: the sweep will find it. */
export type Written = { etag: string; woken: boolean };

/**
 * The port to the store; SQLite and Cosmos DB pass the same contract suite.
 * Every method rejects when the store cannot be reached; none retries a write whose outcome is unknown.
 * Ids, school keys, limits and cursors that nothing here can have are rejected as `StoreMisuse`.
 */
export interface Records {
  read<Body>(school: SchoolKey, id: string): Promise<Stored<Body> | undefined>;
  /** `undefined` when a document of that id exists already. */
  create(doc: Doc, options?: Writing): Promise<Written | undefined>;
  /** `undefined` when the stored document is gone or no longer carries this etag. */
  replace(doc: Doc, etag: string, options?: Writing): Promise<Written | undefined>;
  /** What was on its way and has arrived, and retention. Removing what is not there is not an error. */
  remove(school: SchoolKey, id: string): Promise<void>;
  list<Body>(school: SchoolKey, query: ListQuery): Promise<{ items: Stored<Body>[]; next?: string }>;
  /** How many documents there are, without reading them. */
  count(school: SchoolKey, query: CountQuery): Promise<number>;
  /** What owes something by `now`, oldest first, of every school: ids only. */
  due(now: Instant, limit: number): Promise<{ school: SchoolKey; id: string }[]>;
  close(): Promise<void>;
}

/** The document changed between read and write. Nothing was written or sent, so the whole command may be run again. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';
}
