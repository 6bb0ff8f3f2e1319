import type { PersonId } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';

/** Who is to get it, as the coordinator chose. `within` counts days from today; 0 is overdue only. */
export type Audience =
  | { kind: 'everybody' }
  | { kind: 'people-kind'; of: 'staff' | 'volunteer' | 'governor' }
  | { kind: 'role'; role: string }
  | { kind: 'due'; within: number }
  | { kind: 'named'; people: PersonId[] }
  /** Those of an earlier reminder who have not done it. */
  | { kind: 'not-done'; campaign: string };

/**
 * What is sent: a reminder of a topic, the coordinator's own words, both, or (of the daily round) whatever each person owes. `label` is what
 * the topic was called when it was confirmed: the school may change to rules that have no such topic.
 * `asNeeded`: nobody owes it, and it is news to whoever is chosen.
 */
export type Content =
  | { kind: 'topic'; topic: string; label?: string; asNeeded?: true; words?: string }
  | { kind: 'words'; words: string }
  | { kind: 'owed' };

export type CampaignState = 'scheduled' | 'sending' | 'paused' | 'cancelled' | 'sent';

/** Counts of people. `delivered`: Teams took it, which does not mean that they saw it (S-25). */
export type Tally = { delivered: number; unreachable: number; left: number; doneBefore: number };

/**
 * One message to many. The people are frozen when it is confirmed in order; `cursor` counts how many of them,
 * from the first, are settled, so that a bot that starts again goes on where it was.
 */
export type Campaign = {
  key: string;
  /** 'daily' is the round of automatic reminders. */
  from: 'coordinator' | 'daily';
  by?: PersonId;
  content: Content;
  audience: Audience;
  /** How many people, as the coordinator was shown before sending. */
  total: number;
  confirmedAt: Instant;
  /** Not before; quiet hours and holidays are in it already. */
  startAt: Instant;
  /** Why it goes out in quiet hours or the holidays all the same. */
  override?: string;
  state: CampaignState;
  /** While sending: nothing goes out before, because the school is shut. */
  waitsUntil?: Instant;
  cursor: number;
  tally: Tally;
  /** Per reason, how many could not be reached. */
  reasons: Record<string, number>;
  endedAt?: Instant;
};

/** A campaign of which nothing has gone out. */
export function newCampaign(given: Omit<Campaign, 'state' | 'cursor' | 'tally' | 'reasons'>): Campaign {
  return { ...given, state: 'scheduled', cursor: 0, tally: { delivered: 0, unreachable: 0, left: 0, doneBefore: 0 }, reasons: {} };
}

/** What one person did with a reminder. It only moves forward, except that 'later' and 'help' may follow one another. */
export type Answered = 'sent' | 'later' | 'help' | 'done' | 'unreachable';
