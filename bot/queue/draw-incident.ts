import {
  alertCard,
  closedCard,
  decisionChaseCard,
  informedCard,
  neutralCard,
  stoodDownCard,
  supersededCard,
  takenCard,
} from '#cards/alert.card.ts';
import type { Card } from '#cards/parts.ts';
import { dslIsAsked } from '#domain/asked.ts';
import { inDslTeam, mayActAsDsl, type World } from '#domain/decide.ts';
import type { Incident, TellingState } from '#domain/incident.ts';
import type { PersonId, Role } from '#domain/people.ts';
import { findCategory } from '#domain/policy.ts';
import type { Posting } from '#domain/posting.ts';
import { rolesAt } from '#domain/roles.ts';
import { sightOf } from '#domain/visibility.ts';
import { clockTime, howLong } from '#domain/when.ts';
import { stillOpen } from '#features/acknowledge/acknowledge.ts';
import type { Names } from '#features/world.ts';
import { drawReceipt } from './draw-receipt.ts';
import type { OutgoingCard } from './sender.ts';

export type Drawing = {
  incident: Incident;
  posting: Posting;
  world: World;
  names: Names /** False: somebody who now reads there may not see it. */;
  allowed: boolean;
};

/** S-14: a lock screen gives urgency only, never a category. */
export const summaries = { urgent: 'Online Safety: urgent. Please open.', other: 'Online Safety: please open.' };

/** Each posted card as the record stands now, for whoever reads it there. */
export function drawIncident(drawing: Drawing): OutgoingCard {
  const { incident, posting } = drawing;
  const urgent = incident.route.priority === 'urgent' && posting.card !== 'receipt';
  return { card: cardOf(drawing), summary: urgent ? summaries.urgent : summaries.other, alert: posting.ring && posting.shown === 0 };
}

function cardOf(drawing: Drawing): Card {
  const { posting, incident } = drawing;
  // Why: a danger alert may stand in a channel already when the report says that it is about an adult (design, section 5).
  if ('place' in posting.to) return drawing.allowed && !incident.route.private ? alertOrTaken(drawing, undefined) : neutralCard();
  const { person } = posting.to;
  if (posting.card === 'receipt' || posting.card === 'nobody-yet' || posting.card === 'phone') return drawReceipt(drawing, person);
  const sight = sightOf(incident, person, drawing.world.settings, drawing.world.now);
  if (sight === undefined || sight === 'own' || sight === 'own-frozen') return neutralCard();
  if (incident.status === 'closed') return closedCard(incident.key);
  if (posting.superseded === true) return supersededCard(incident.key);
  if (posting.card === 'decision-chase') return decisionCard(drawing, person);
  if (posting.card === 'informed') return informedCard({ key: incident.key, by: drawing.names(incident.taken?.by ?? incident.reporter) });
  return alertOrTaken(drawing, person);
}

function decisionCard(drawing: Drawing, person: PersonId): Card {
  const { incident, world, names } = drawing;
  const { taken } = incident;
  if (taken === undefined) return alertOrTaken(drawing, person);
  if (taken.by !== person || incident.notes.length > 0)
    return takenCard({ key: incident.key, ...takenBy(taken, world, names), mine: taken.by === person });
  return decisionChaseCard({ key: incident.key, since: clockTime(taken.at, world.settings.calendar.zone, world.now) });
}

function alertOrTaken(drawing: Drawing, person: PersonId | undefined): Card {
  const { incident, world, names } = drawing;
  if (incident.status === 'closed') return closedCard(incident.key);
  const asked = incident.tellings.filter((telling) => person === undefined || telling.people.includes(person));
  const answeredForSelf = person !== undefined && incident.answered.includes(person);
  const open = asked.some((telling) => telling.taken === undefined);
  const taken = takerFor(asked, incident);
  if (taken !== undefined && (!open || answeredForSelf || person === undefined)) {
    return takenCard({
      key: incident.key,
      ...takenBy(taken, world, names),
      mine: taken.by === person,
      ...(person === undefined ? {} : { ...stillOpen(incident), ...changedAt(drawing) }),
    });
  }
  const how = person === undefined ? undefined : standsDown(incident, person);
  return how === undefined ? alertFor(drawing, person, taken) : stoodDown(drawing, person, how);
}

function standsDown(incident: Incident, person: PersonId): 'answered' | 'passed-on' | undefined {
  if (incident.passedOn.includes(person)) return 'passed-on';
  return incident.answered.includes(person) ? 'answered' : undefined;
}

function stoodDown({ incident, posting, world }: Drawing, person: PersonId | undefined, how: 'answered' | 'passed-on'): Card {
  return stoodDownCard({
    key: incident.key,
    posting: posting.id,
    change: posting.want,
    how,
    mayActAsDsl: mayStandIn(incident, person, world),
  });
}

/** S-03: a senior leader may say so while the DSL's own alert is open. */
function mayStandIn(incident: Incident, person: PersonId | undefined, world: World): boolean {
  return person !== undefined && dslIsAsked(incident) && mayActAsDsl(world, person) && !inDslTeam(world, person);
}

function changedAt({ incident, world }: Drawing): { changedAt?: string } {
  const last = incident.additions.at(-1);
  return last === undefined ? {} : { changedAt: clockTime(last.at, world.settings.calendar.zone, world.now) };
}

/** Why: who leads a case shows whom it is about, so whoever is told of the child's welfare only does not learn it (S-14). */
function takerFor(asked: TellingState[], incident: Incident) {
  const welfareOnly = asked.length > 0 && asked.every((telling) => telling.welfareOnly);
  return asked.find((telling) => telling.taken !== undefined)?.taken ?? (welfareOnly ? undefined : incident.taken);
}

function takenBy(taken: { by: PersonId; at: string }, world: World, names: Names) {
  return { by: names(taken.by), at: clockTime(taken.at, world.settings.calendar.zone, world.now) };
}

function alertFor(drawing: Drawing, person: PersonId | undefined, taken: Incident['taken']): Card {
  const { incident, posting, world, names } = drawing;
  const since = incident.reportedAt ?? incident.raisedAt;
  const { settings, ruleSet, now } = world;
  const category = incident.route.private || incident.report === undefined ? undefined : findCategory(ruleSet, incident.report.category);
  const task = person !== undefined && sightOf(incident, person, settings, now) === 'task';
  const goTo = person === undefined || task ? undefined : whereTo(incident, names);
  return alertCard({
    key: incident.key,
    posting: posting.id,
    change: posting.want,
    urgency: incident.route.priority,
    task,
    ...(category === undefined || task
      ? {}
      : { category: { label: category.label, ...(person === undefined ? {} : { cite: citeFor(incident, person) ?? category.cite }) } }),
    sentAt: clockTime(since, settings.calendar.zone, now),
    waiting: howLong(since, now),
    ...(goTo === undefined ? {} : { goTo }),
    toldInPerson: person !== undefined && incident.report?.toldInPerson === person,
    mayActAsDsl: mayStandIn(incident, person, world),
    ...(taken === undefined ? {} : { dealtWith: `${names(taken.by)} is dealing with this. Please confirm that you know of it.` }),
    ...(person === undefined ? { mentions: mentionsOf(drawing) } : changedAt(drawing)),
  });
}

/** The rule by which this person is asked (design, section 4). */
const citeFor = ({ tellings }: Incident, person: PersonId) => tellings.find(({ people }) => people.includes(person))?.cite;

/** Whoever is asked, has not answered and holds the role that the place is for: nobody else is named there. */
function mentionsOf({ incident, posting, world, names }: Drawing): { id: string; name: string }[] {
  const place = world.settings.places.find(({ conversationId }) => 'place' in posting.to && posting.to.place === conversationId);
  const own: Role[] = place?.use === 'headteacher' ? ['headteacher'] : ['dsl', 'deputy-dsl'];
  const asked = incident.tellings.filter((telling) => telling.taken === undefined).flatMap((telling) => telling.people);
  const people = [...new Set(asked)].filter((person) => rolesAt(world.settings, person, world.now).some((role) => own.includes(role)));
  return people.map((id) => ({ id: id.slice(id.indexOf(':') + 1), name: names(id) }));
}

/** Danger only, 1:1 only, never about an adult in school (safeguarding rules, section 4). */
function whereTo(incident: Incident, names: Names): string | undefined {
  if (!incident.route.flags.includes('immediateDanger') || incident.route.private || incident.report?.keepNamePrivate === true)
    return undefined;
  const reporter = names(incident.reporter);
  return incident.room === undefined ? `Find ${reporter} now.` : `Go to ${incident.room}; ${reporter} is there.`;
}
