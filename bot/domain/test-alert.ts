import { type PersonId, roles } from './people.ts';
import { newPosting, type Posting, redraw } from './posting.ts';
import { holdersOf } from './roles.ts';
import type { Settings } from './settings.ts';
import type { Instant } from './time.ts';

/** One test of every way out: each holder 1:1, each chosen place. The worker delivers the postings; people press *I got it*. */
export type TestAlert = {
  by: PersonId;
  at: Instant;
  postings: Posting[];
  received: { posting: string; by: PersonId; at: Instant }[];
};

/** `confirmed` is the only one that proves that a person saw it: Teams delivers to people who have silenced it too (S-25). */
export type TestOutcome = { posting: Posting } & (
  | { outcome: 'waiting' | 'delivered' }
  | { outcome: 'failed'; reason: string }
  | { outcome: 'confirmed'; by: PersonId; at: Instant }
);

/** `id` names the document; posting ids follow from it, so that a second press makes the same postings. */
export function newTestAlert(id: string, settings: Settings, by: PersonId, at: Instant): TestAlert {
  const people = new Set(roles.flatMap((role) => holdersOf(settings, role)));
  const to = [...[...people].map((person) => ({ person })), ...settings.places.map((place) => ({ place: place.conversationId }))];
  return { by, at, postings: to.map((recipient, i) => newPosting(`${id}-${i + 1}`, recipient, 'test')), received: [] };
}

export function outcomes(test: TestAlert): TestOutcome[] {
  return test.postings.map((posting) => {
    const received = test.received.find((entry) => entry.posting === posting.id);
    if (received !== undefined) return { posting, outcome: 'confirmed', by: received.by, at: received.at };
    if (posting.failed !== undefined) return { posting, outcome: 'failed', reason: posting.failed };
    return { posting, outcome: posting.shown > 0 ? 'delivered' : 'waiting' };
  });
}

/** Undefined when this person was not sent that posting. In a place, anybody of the school who sees it may answer; the first counts. */
export function receive(test: TestAlert, posting: string, by: PersonId, at: Instant): TestAlert | undefined {
  const entry = test.postings.find((candidate) => candidate.id === posting);
  if (entry === undefined || ('person' in entry.to && entry.to.person !== by)) return undefined;
  if (test.received.some((known) => known.posting === posting)) return test;
  return { ...test, received: [...test.received, { posting, by, at }], postings: redraw(test.postings, ({ id }) => id === posting) };
}

/** Private channels that do not count yet: not every tenant lets the app read who is in one, so each must have had its test arrive. */
export function unprovenPlaces(settings: Settings, latest: TestAlert | undefined): Settings['places'] {
  const arrived = (latest === undefined ? [] : outcomes(latest)).filter(
    ({ outcome }) => outcome === 'delivered' || outcome === 'confirmed',
  );
  const proven = new Set(arrived.map(({ posting }) => ('place' in posting.to ? posting.to.place : '')));
  return settings.places.filter((place) => place.kind === 'private-channel' && !proven.has(place.conversationId));
}
