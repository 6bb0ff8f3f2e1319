import { isTask } from './asked.ts';
import type { World } from './decide.ts';
import { firstDecisionDue } from './first-decision.ts';
import { evolve, type Incident, type IncidentEvent, type TellingState } from './incident.ts';
import { type Deed, nextRung, skipToNextRung } from './ladder.ts';
import { minutesAfter } from './minutes.ts';
import type { PersonId, Role } from './people.ts';
import { byPhone, holdersOnDuty } from './roles.ts';
import type { Instant } from './time.ts';

/** Longer than any ladder: a fault in policy data ends here and not in an endless loop. */
const mostSteps = 60;

/** Minutes after the first asking at which the reporter is asked again whether they have rung somebody who has no account. */
const phoneAgainMinutes = [15, 60];

/**
 * What the clock owes by now: rungs climbed and whom they ask, telephone calls to ask for, a first decision to chase.
 * Pure: run again at the same moment on the folded result, it gives nothing.
 */
export function tick(incident: Incident, world: World): IncidentEvent[] {
  const events: IncidentEvent[] = [];
  let state = incident;
  for (let step = 0; step < mostSteps; step += 1) {
    const fresh = nextEvents(state, world);
    if (fresh.length === 0) break;
    events.push(...fresh);
    state = fresh.reduce((folded, event) => evolve(folded.key, folded, event), state);
  }
  return events;
}

/** When `tick` will next have something to say; undefined when it never will by itself. */
export function nextTickAt(incident: Incident, world: World): Instant | undefined {
  if (incident.status === 'closed') return undefined;
  const moments = incident.tellings
    .filter(isOpen)
    .map((telling) => nextRung(world.ruleSet.ladders, telling.climb, world.settings.calendar)?.at);
  return [...moments, phoneDueAt(incident), decisionDueAt(incident, world)].filter((moment) => moment !== undefined).sort()[0];
}

const isOpen = (telling: TellingState) => telling.taken === undefined;

function nextEvents(incident: Incident, world: World): IncidentEvent[] {
  if (incident.status === 'closed') return [];
  for (const [i, telling] of incident.tellings.entries()) {
    const events = isOpen(telling) ? climb(incident, telling, i, world) : [];
    if (events.length > 0) return events;
  }
  return [...askAgainByPhone(incident, world), ...chaseDecision(incident, world)];
}

/** One rung, whom it asks, and at once on to the next where nobody of those roles can be asked. */
function climb(incident: Incident, telling: TellingState, index: number, world: World): IncidentEvent[] {
  const { ladders } = world.ruleSet;
  const { calendar } = world.settings;
  const rung = nextRung(ladders, telling.climb, calendar);
  if (rung === undefined || rung.at > world.now) return [];
  const people = peopleFor(incident, telling, rung.does, world);
  const asked: IncidentEvent = { type: 'climbed', at: world.now, telling: index, rung, people };
  if ((rung.does.kind !== 'tell' && rung.does.kind !== 'tell-while-closed') || people.length > 0) return [asked];
  // A task is no alert: nobody else is asked in its place, and the owner sees whom to ring.
  if (isTask(telling)) return [asked];
  const call = telling.kind === 'to' ? phoneCall(incident, rung.does.roles, world) : undefined;
  if (call !== undefined) return [asked, call];
  // Others are asked in their time; until then the reporter is still to reach the one who must be rung.
  if (telling.kind === 'to' && byPhoneNow(incident)) return [asked];
  const after = evolve(incident.key, incident, asked).tellings[index]?.climb ?? telling.climb;
  const onward = skipToNextRung(after, world.now);
  return [asked, { type: 'moved-on', at: world.now, telling: index, climb: onward, because: 'vacant' }];
}

/** Those on duty for the roles, less whoever it is about, whoever reported it, and whoever passed it on or has answered. */
function peopleFor(incident: Incident, telling: TellingState, deed: Deed, world: World): PersonId[] {
  if (deed.kind === 'show') return [];
  const except = [...incident.walled, incident.reporter, ...incident.passedOn, ...incident.answered];
  const roles = rolesWithin(incident, telling, deed.roles);
  const people = [...new Set(roles.flatMap((role) => holdersOnDuty(world.settings, role, world.now, except)))];
  const inPerson = incident.report?.toldInPerson;
  const first = telling.people.length === 0;
  // Safeguarding rules, section 3: told in person, only that person is asked to confirm; unanswered, it climbs like any other.
  return first && inPerson !== undefined && people.includes(inPerson) ? [inPerson] : people;
}

/**
 * A ladder must not carry a concern about an adult further than the few who need it (KCSIE, Part four): the child's welfare stays
 * with the DSL team, and senior leaders are not asked about a colleague.
 */
function rolesWithin(incident: Incident, telling: TellingState, roles: Role[]): Role[] {
  if (telling.welfareOnly) return roles.filter((role) => role === 'dsl' || role === 'deputy-dsl');
  return incident.route.private ? roles.filter((role) => role !== 'slt') : roles;
}

/** The first of these roles whose holder has no account: the reporter is asked to ring them. */
function phoneCall(incident: Incident, roles: Role[], world: World): IncidentEvent | undefined {
  const role = roles.find((wanted) => byPhone(world.settings, wanted) !== undefined);
  const holder = role === undefined ? undefined : byPhone(world.settings, role);
  if (role === undefined || holder === undefined || incident.phone !== undefined) return undefined;
  return { type: 'phone-asked', at: world.now, role, name: holder.name };
}

const byPhoneNow = ({ phone }: Incident) => phone !== undefined && phone.asked.length <= phoneAgainMinutes.length;

function phoneDueAt(incident: Incident): Instant | undefined {
  const { phone } = incident;
  const first = phone?.asked[0];
  if (phone === undefined || first === undefined || phone.answer === 'spoke' || incident.taken !== undefined) return undefined;
  const again = phoneAgainMinutes[phone.asked.length - 1];
  return again === undefined ? undefined : minutesAfter(first, again);
}

function askAgainByPhone(incident: Incident, world: World): IncidentEvent[] {
  const due = phoneDueAt(incident);
  if (incident.phone === undefined || due === undefined || due > world.now) return [];
  return [{ type: 'phone-asked', at: world.now, role: incident.phone.role, name: incident.phone.name }];
}

/** Safeguarding rules, section 3: after "I'm dealing with it", a first decision. */
function decisionDueAt(incident: Incident, world: World): Instant | undefined {
  const { taken, route } = incident;
  if (taken === undefined || incident.decisionChasedAt !== undefined || incident.notes.length > 0) return undefined;
  return firstDecisionDue(world.ruleSet.ladders, world.settings.calendar, taken.at, route.priority);
}

function chaseDecision(incident: Incident, world: World): IncidentEvent[] {
  const due = decisionDueAt(incident, world);
  if (incident.taken === undefined || due === undefined || due > world.now) return [];
  return [{ type: 'decision-chased', at: world.now, to: incident.taken.by }];
}
