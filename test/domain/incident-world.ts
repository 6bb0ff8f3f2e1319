import assert from 'node:assert/strict';
import { decideRaise, decideReport } from '#domain/begin.ts';
import type { Decision, World } from '#domain/decide.ts';
import { evolve, fold, type Incident, type IncidentEvent } from '#domain/incident.ts';
import type { PersonId } from '#domain/people.ts';
import type { SubjectKind } from '#domain/policy.ts';
import type { Report } from '#domain/report.ts';
import { type Facts, route } from '#domain/routing.ts';
import { Settings } from '#domain/settings.ts';
import { tick } from '#domain/tick.ts';
import { countingIds } from '#test/support/ids.ts';
import { dslFirst } from './rule-sets.ts';
import { schoolYear } from './school-year.ts';
import { ali, cole, lowe, person, shah, vice } from './set-up-people.ts';

export const key = '7K3M9QTX';
/** A teacher, and a senior leader. */
export const patel = person(8);
export const vaughan = person(9);
/** A Monday morning in term. */
export const monday = '2026-11-23T10:00:00.000Z';

export const settings = Settings.parse({
  ruleSet: 'dsl-first',
  holders: {
    headteacher: [lowe],
    dsl: [shah],
    'deputy-dsl': [cole],
    slt: [vaughan],
    chair: [ali],
    'vice-chair': [vice],
    'on-call': [cole],
    'holiday-contact': [lowe],
  },
  places: [{ conversationId: '19:dsl', name: 'Safeguarding', kind: 'private-channel', use: 'dsl' }],
  calendar: schoolYear,
  phones: { lado: '01632 960 120' },
});

export const worldAt = (now = monday, change: Partial<World> = {}): World => ({
  now,
  newId: countingIds(),
  settings,
  ruleSet: dslFirst,
  ...change,
});

export const reportOf = (change: Partial<Report> = {}): Report => ({
  tile: 'bullying',
  category: 'cyber-bullying',
  answers: [{ question: 'What happened?', answer: 'Cruel words in a group chat.' }],
  children: [{ name: 'Robin Made-up', role: 'harmed' }],
  subjects: [{ kind: 'pupil' }],
  mine: false,
  hideFrom: [],
  harmedAdults: [],
  keepNamePrivate: false,
  flags: {},
  ...change,
});

export type Sending = {
  reporter: PersonId;
  subjects: SubjectKind[];
  walled: PersonId[];
  flags: Facts['flags'];
  category: string;
  report: Partial<Report>;
};
const usual: Sending = { reporter: patel, subjects: ['pupil'], walled: [], flags: {}, category: 'cyber-bullying', report: {} };

/** What *Send* hands to the gate: the report, whom it walls, and its route. */
export function sendingOf(given: Partial<Sending>, world: World) {
  const { reporter, subjects, walled, flags, category, report } = { ...usual, ...given };
  const facts: Facts = { category, flags, subjects, affected: ['pupil'] };
  return {
    reporter,
    walled,
    route: route(world.ruleSet, facts),
    report: reportOf({ category, flags, subjects: subjects.map((kind) => ({ kind })), ...report }),
  };
}

/** The events of a decision that must be accepted. */
export function eventsOf(decision: Decision): IncidentEvent[] {
  assert.equal(decision.kind, 'accepted', JSON.stringify(decision));
  return decision.kind === 'accepted' ? decision.events : [];
}

export const reasonOf = (decision: Decision) => (decision.kind === 'refused' ? decision.reason : decision.kind);

export const follow = (incident: Incident, events: IncidentEvent[]): Incident =>
  events.reduce((state, event) => evolve(state.key, state, event), incident);
/** What the clock owes by then, done. */
export const ticked = (incident: Incident, world: World): Incident => follow(incident, tick(incident, world));

/** A report just sent, with whoever is asked at once. */
export function reported(given: Partial<Sending> = {}, world = worldAt()): Incident {
  return ticked(fold(key, eventsOf(decideReport(undefined, sendingOf(given, world), world))), world);
}

/** A danger alert just raised, as the button raises it. */
export function raised(walled: PersonId[] = [], world = worldAt(), reporter = patel): Incident {
  const facts: Facts = { category: 'child-protection-complaint', flags: { immediateDanger: 'yes' }, subjects: [], affected: ['pupil'] };
  const raising = { reporter, about: [], walled, room: 'Room 4', route: route(world.ruleSet, facts) };
  return ticked(fold(key, eventsOf(decideRaise(undefined, raising, world))), world);
}

export const asked = (incident: Incident): PersonId[] => [...new Set(incident.tellings.flatMap(({ people }) => people))];
