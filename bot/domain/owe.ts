import { whoHasIt } from './asked.ts';
import type { Incident, IncidentEvent } from './incident.ts';
import type { PersonId } from './people.ts';
import { newPosting, type Posting, type Recipient, redraw } from './posting.ts';
import type { Settings } from './settings.ts';

type Owing = { incident: Incident; settings: Settings; newId: () => string };

/**
 * The messages that these events owe, added to those that stand: new ones for people asked, a redraw of every card whose words
 * change, those included that are on their way just now. `incident` is the state after the events. History and what it owes are saved in one write.
 */
export function owe(postings: Posting[], events: IncidentEvent[], owing: Owing): Posting[] {
  const added = events.reduce((owed, event) => oweFor(owed, event, owing), postings);
  return events.some(changesCards) ? redraw(added) : added;
}

/** What everybody's card shows: who was asked, who answered, what was sent. A failed or finished delivery shows on the reporter's only. */
function changesCards(event: IncidentEvent): boolean {
  return event.type !== 'sent' && event.type !== 'posted' && event.type !== 'not-sent' && event.type !== 'place-not-used';
}

function oweFor(postings: Posting[], event: IncidentEvent, owing: Owing): Posting[] {
  switch (event.type) {
    case 'danger-raised':
    case 'reported':
      return withReceipt(postings, event.by, owing);
    case 'climbed':
      return withShown(
        withPlace(
          event.people.reduce((owed, person) => ring(owed, person, 'alert', owing, event.rung.does.kind !== 'friday-list'), postings),
          event,
          owing,
        ),
        event,
        owing,
      );
    case 'phone-asked':
      return ring(postings, owing.incident.reporter, 'phone', owing);
    case 'acknowledged':
      return event.by === owing.incident.reporter && !owing.incident.route.private ? informDeputies(postings, event.by, owing) : postings;
    case 'added':
      return toWhoeverHasIt(postings, event.by, owing);
    case 'decision-chased':
      return ring(postings, event.to, 'decision-chase', owing);
    case 'sent':
      return event.card === 'alert' ? redraw(postings, isReceipt) : postings;
    case 'not-sent':
      return redraw(postings, isReceipt);
    default:
      return postings;
  }
}

const isReceipt = (posting: Posting) => posting.card === 'receipt';
const isTo = (to: Recipient, person: PersonId) => 'person' in to && to.person === person;

function withReceipt(postings: Posting[], reporter: PersonId, { newId }: Owing): Posting[] {
  if (postings.some((posting) => posting.card === 'receipt')) return postings;
  return [...postings, newPosting(newId(), { person: reporter }, 'receipt', false)];
}

/** A new message that rings, unless it only lists; what stood there before is redrawn to point to it. One not yet posted is enough. */
function ring(postings: Posting[], person: PersonId, card: Posting['card'], { newId }: Owing, sound = true): Posting[] {
  const earlier = postings.filter((posting) => isTo(posting.to, person) && posting.card === card && posting.superseded !== true);
  if (earlier.some((posting) => posting.shown === 0 && posting.failed === undefined)) return postings;
  const pointing = postings.map((posting) =>
    earlier.includes(posting) ? { ...posting, superseded: true, want: posting.want + 1 } : posting,
  );
  return [...pointing, newPosting(newId(), { person }, card, sound)];
}

/** Design, section 5: an adult in school or a governor is never posted about in a place. One card a place, redrawn. */
function withPlace(
  postings: Posting[],
  event: Extract<IncidentEvent, { type: 'climbed' }>,
  { incident, settings, newId }: Owing,
): Posting[] {
  const telling = incident.tellings[event.telling];
  if (incident.route.private || telling === undefined || event.rung.does.kind === 'show') return postings;
  const use = telling.role === 'headteacher' ? 'headteacher' : 'dsl';
  if (!['dsl', 'deputy-dsl', 'headteacher'].includes(telling.role)) return postings;
  const fresh = settings.places
    .filter((place) => place.use === use)
    .filter((place) => !postings.some((posting) => 'place' in posting.to && posting.to.place === place.conversationId));
  return [...postings, ...fresh.map((place) => newPosting(newId(), { place: place.conversationId }, 'alert'))];
}

/** What the reporter must act on rings; what only informs them is on the receipt. */
function withShown(postings: Posting[], event: Extract<IncidentEvent, { type: 'climbed' }>, owing: Owing): Posting[] {
  const { does } = event.rung;
  const later = event.at > (owing.incident.reportedAt ?? owing.incident.raisedAt);
  return does.kind === 'show' && (does.what === 'nobody-yet' || later)
    ? ring(postings, owing.incident.reporter, 'nobody-yet', owing)
    : postings;
}

/** Safeguarding rules, section 3: the DSL's own report needs no chase, but a deputy knows of it. */
function informDeputies(postings: Posting[], dsl: PersonId, owing: Owing): Posting[] {
  const deputies = (owing.settings.holders['deputy-dsl'] ?? []).filter(
    (person) => person !== dsl && !owing.incident.walled.includes(person),
  );
  return deputies.reduce((owed, person) => ring(owed, person, 'informed', owing), postings);
}

/** "Something has changed" rings for whoever has it. */
function toWhoeverHasIt(postings: Posting[], by: PersonId, owing: Owing): Posting[] {
  return whoHasIt(owing.incident, by).reduce((owed, person) => ring(owed, person, 'alert', owing), postings);
}
