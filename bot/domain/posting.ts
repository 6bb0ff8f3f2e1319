import type { PersonId } from './people.ts';
import type { Instant } from './time.ts';

/** A person is written to in the 1:1 chat; a place is a channel or group chat, by its conversation id. */
export type Recipient = { person: PersonId } | { place: string };

/**
 * A message that is to stand in Teams, as a desired state: the worker draws the record as it is now until `shown` reaches `want`.
 * `want` and `shown` count changes of the record that this card must show.
 */
export type Posting = {
  id: string;
  to: Recipient;
  /** Which card is drawn; each kind of document knows its own. */
  card:
    | 'alert'
    | 'receipt'
    | 'nobody-yet'
    | 'decision-chase'
    | 'phone'
    | 'informed'
    | 'unsent'
    | 'unsent-to-dsl'
    | 'notice'
    | 'test'
    | 'welcome'
    /** Of a campaign: how it is getting on. */
    | 'progress'
    /** Of a recipient: what they are reminded of. */
    | 'reminder'
    /** Of a list that is brought in: how it is getting on. */
    | 'import'
    /** Of a file that was made: whether they want it, and then the file. */
    | 'file-offer'
    | 'file';
  /** Rings when it is first posted. A change of a posted card never does. */
  ring: boolean;
  want: number;
  shown: number;
  conversationId?: string;
  activityId?: string;
  attempts: number;
  /** Milliseconds of the machine's clock, as Teams' limits are: not before, because Teams asked us to wait. */
  putOffUntil?: number;
  /** Milliseconds of the machine's clock: until then one worker has it in hand. */
  leasedUntil?: number;
  /** Set when it can never be delivered; nothing more is tried. */
  failed?: string;
  /** A newer message about the same thing stands below this one. */
  superseded?: boolean;
};

export function newPosting(id: string, to: Recipient, card: Posting['card'], ring = true): Posting {
  return { id, to, card, ring, want: 1, shown: 0, attempts: 0 };
}

/** Still to be posted or redrawn, whenever that may be. */
export function isOwed(posting: Posting): boolean {
  return posting.failed === undefined && posting.want > posting.shown;
}

/** A posting is in one worker's hands for so many milliseconds. Every call to Teams ends well before. */
export const leaseMs = 60_000;

/** To be posted now: owed, not put off, and in nobody's hand. `machineNow` in milliseconds. */
export function isDue(posting: Posting, machineNow: number): boolean {
  const { putOffUntil = 0, leasedUntil = 0 } = posting;
  // A lease that runs for longer was taken by a clock that was far wrong: an alert must not wait until that time comes.
  const isInHand = leasedUntil > machineNow && leasedUntil <= machineNow + 2 * leaseMs;
  return isOwed(posting) && putOffUntil <= machineNow && !isInHand;
}

/** When one of these is to be looked at: now, while any is owed. What is put off for seconds costs the sweep one look too many. */
export function nextPostingAt(postings: Posting[], now: Instant): Instant | undefined {
  return postings.some(isOwed) ? now : undefined;
}

/** Asks for a redraw of every posted card that the test picks. */
export function redraw(postings: Posting[], which: (posting: Posting) => boolean = () => true): Posting[] {
  return postings.map((posting) => (posting.failed === undefined && which(posting) ? { ...posting, want: posting.want + 1 } : posting));
}
