import { closedCard, neutralCard, supersededCard } from '#cards/alert.card.ts';
import { listed } from '#cards/names.ts';
import type { Card } from '#cards/parts.ts';
import { answeredReceiptCard, frozenReceiptCard, nobodyYetCard, phoneCard, receiptCard } from '#cards/receipt.card.ts';
import { type Contacts, nobodyLeft, notSetUp } from '#cards/words.ts';
import { askedOf, dslIsAsked, reachedOf } from '#domain/asked.ts';
import { regime } from '#domain/calendar.ts';
import { inDslTeam, type World } from '#domain/decide.ts';
import type { Incident } from '#domain/incident.ts';
import type { PersonId } from '#domain/people.ts';
import { byPhone, holdersOnDuty } from '#domain/roles.ts';
import { sightOf } from '#domain/visibility.ts';
import { clockTime } from '#domain/when.ts';
import { contactsOf, type Names } from '#features/world.ts';
import type { Drawing } from './draw-incident.ts';

/** The reporter's cards: the receipt with each step, the call to ring somebody, and "nobody has answered". */
export function drawReceipt({ incident, posting, world, names }: Drawing, reporter: PersonId): Card {
  const sight = sightOf(incident, reporter, world.settings, world.now);
  if (sight === undefined) return neutralCard();
  const at = (moment: string) => clockTime(moment, world.settings.calendar.zone, world.now);
  const taken = incident.taken === undefined ? undefined : { by: names(incident.taken.by), at: at(incident.taken.at) };
  const sentAt = at(incident.reportedAt ?? incident.raisedAt);
  if (sight === 'own-frozen') return frozenReceiptCard({ key: incident.key, sentAt, ...(taken === undefined ? {} : { taken }) });
  const contacts = contactsOf(world, names, [...incident.walled, reporter]);
  if (posting.card === 'phone') return callCard({ incident, posting, world });
  const asked = listed(reachedOf(incident).map(names));
  if (posting.card === 'nobody-yet') {
    const settled = taken !== undefined && !dslIsAsked(incident);
    if (incident.status === 'closed' || settled || posting.superseded === true)
      return posting.superseded === true ? supersededCard(incident.key) : answeredCard(incident.key, sentAt, taken);
    return nobodyYetCard({ key: incident.key, alerted: asked, contacts, ...(taken === undefined ? {} : { answered: taken.by }) });
  }
  return receiptCard({
    key: incident.key,
    sentAt,
    detailsMissing: incident.reportedAt === undefined,
    steps: stepsOf(incident, names, at),
    ...(taken === undefined ? {} : { taken }),
    waitingFor: asked,
    held: incident.shown.includes('held') && (askedOf(incident).length === 0 || regime(world.settings.calendar, world.now) !== 'staffed'),
    ...nobodyOf(incident, world, contacts),
    showNobodyYet: incident.shown.includes('nobody-yet'),
    numbers: incident.shown.includes('numbers'),
    dslIsAsked: dslIsAsked(incident),
    frozen: false,
    closed: incident.status === 'closed',
    mayTake: sight === 'case' && inDslTeam(world, reporter),
    contacts,
    change: posting.want,
    posting: posting.id,
  });
}

function nobodyOf(incident: Incident, { settings }: World, contacts: Contacts): { nobody?: string } {
  const waits = incident.phone !== undefined || incident.shown.includes('held') || incident.route.priority === 'routine';
  if (waits || askedOf(incident).length > 0 || settings.places.length > 0) return {};
  return { nobody: incident.walled.length > 0 ? nobodyLeft(contacts) : notSetUp };
}

function answeredCard(key: string, sentAt: string, taken: { by: string; at: string } | undefined): Card {
  return taken === undefined ? closedCard(key) : answeredReceiptCard({ key, sentAt, taken });
}

/** "Sent to", never "seen": delivery proves nothing (S-25). The last word on each person stands. */
function stepsOf(incident: Incident, names: Names, at: (moment: string) => string): string[] {
  const asked = askedOf(incident);
  const sent = asked.flatMap((person) => {
    const first = incident.sent.find((entry) => entry.to === person);
    return first === undefined ? [] : [`Sent to ${names(person)} (${at(first.at)}).`];
  });
  const failed = asked
    .filter((person) => !incident.sent.some((entry) => entry.to === person) && incident.notSent.some((entry) => entry.to === person))
    .map((person) => `${names(person)} could not be reached here. The next people are asked.`);
  const passed = incident.passedOn.map((person) => `${names(person)} cannot deal with it and has passed it on.`);
  const answered = incident.tellings
    .filter(({ taken }) => taken !== undefined && taken.by !== incident.taken?.by)
    .map(({ taken }) => (taken === undefined ? '' : `${names(taken.by)} answered (${at(taken.at)}).`));
  return [...sent, ...failed, ...passed, ...new Set(answered)];
}

function callCard({ incident, posting, world }: Pick<Drawing, 'incident' | 'posting' | 'world'>): Card {
  const { phone } = incident;
  const holder = phone === undefined ? undefined : world.settings.outsiders[phone.role];
  if (phone === undefined || posting.superseded === true) return supersededCard(incident.key);
  return phoneCard({
    key: incident.key,
    posting: posting.id,
    change: posting.want,
    name: phone.name,
    phone: holder?.phone ?? 'the number on the staff notice board',
    again: phone.asked.length,
    // The LADO takes concerns about adults: no help where it is the data-protection officer who does not answer.
    ...(phone.role === 'chair' || phone.role === 'vice-chair' ? ladoOf(world) : { advice: false }),
    ...otherOf(incident, world),
    ...(phone.answer === undefined ? {} : { answer: phone.answer }),
  });
}

/** Where the chair cannot be reached, the vice-chair may be. */
function otherOf({ phone, walled }: Incident, { settings, now }: World): { other?: string } {
  const outsider =
    phone?.role === 'chair' && holdersOnDuty(settings, 'vice-chair', now, walled).length === 0
      ? byPhone(settings, 'vice-chair')
      : undefined;
  return outsider === undefined ? {} : { other: `${outsider.name} on ${outsider.phone}` };
}

const ladoOf = ({ settings }: World) => (settings.phones.lado === undefined ? {} : { lado: settings.phones.lado });
