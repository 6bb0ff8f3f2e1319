import type { World } from '#domain/decide.ts';
import { evolve, type Incident, type IncidentEvent } from '#domain/incident.ts';
import { skipToNextRung } from '#domain/ladder.ts';
import { owe } from '#domain/owe.ts';
import type { Person, PersonId, SchoolKey } from '#domain/people.ts';
import type { Posting } from '#domain/posting.ts';
import { unprovenPlaces } from '#domain/test-alert.ts';
import { tick } from '#domain/tick.ts';
import type { Names } from '#features/world.ts';
import { type LoadedIncident, loadIncident, saveIncident } from '#stores/incident-record.ts';
import type { Records } from '#stores/records.ts';
import { latestTest } from '#stores/test-alert-record.ts';
import type { Courier } from './courier.ts';
import { drawIncident } from './draw-incident.ts';
import type { Drawn, Held, Keeper, Outcome } from './keeper.ts';
import { type PlaceVerdict, placeAllows, placeVerdicts } from './place-allows.ts';

type Folding = { incident: Incident; stored: LoadedIncident; fresh: IncidentEvent[] };
type HeldIncident = Held<Folding>;

export type KeeperDeps = {
  records: Records;
  courier: Courier;
  namesIn: (school: SchoolKey) => Names;
  personIn: (school: SchoolKey) => (id: PersonId) => Person | undefined;
};

/** Incidents: the ladder climbs, alerts go out, and what became of them is written into the record. */
export function incidentKeeper(deps: KeeperDeps): Keeper<Folding> {
  return {
    load: (school, id) => load(deps.records, school, id),
    advance: (held, world) => withEvents(held, tick(held.state.incident, world), world),
    draw: (held, posting, world) => draw(deps, held, posting, world),
    settle: (held, posting, outcome, first, world) => settle(held, posting, outcome, first, world),
    save: (before, after, world) => save(deps.records, before, after, world),
  };
}

async function load(records: Records, school: SchoolKey, id: string): Promise<HeldIncident | undefined> {
  const stored = await loadIncident(records, school, id.slice('incident.'.length));
  return stored && heldOf(school, id, stored);
}

function heldOf(school: SchoolKey, id: string, stored: LoadedIncident): HeldIncident {
  return { school, id, etag: stored.etag, postings: stored.body.postings, state: { incident: stored.incident, stored, fresh: [] } };
}

function withEvents(held: HeldIncident, events: IncidentEvent[], world: World): HeldIncident {
  if (events.length === 0) return held;
  const incident = events.reduce((state, event) => evolve(state.key, state, event), held.state.incident);
  const postings = owe(held.postings, events, { incident, settings: world.settings, newId: world.newId });
  return { ...held, postings, state: { ...held.state, incident, fresh: [...held.state.fresh, ...events] } };
}

async function draw(deps: KeeperDeps, held: HeldIncident, posting: Posting, world: World): Promise<Drawn> {
  const { incident } = held.state;
  const verdict = 'place' in posting.to ? await verdictOn(deps, held, posting.to.place, world) : 'yes';
  if (verdict !== 'yes' && posting.shown === 0) return { withheld: verdict };
  return drawIncident({ incident, posting, world, names: deps.namesIn(held.school), allowed: verdict === 'yes' });
}

/** A private channel counts only once its test alert arrived: not every tenant lets the app read who is in one. */
async function verdictOn(deps: KeeperDeps, { school, state }: HeldIncident, place: string, { settings }: World): Promise<PlaceVerdict> {
  const isPrivate = settings.places.some(({ conversationId, kind }) => conversationId === place && kind === 'private-channel');
  const unproven = isPrivate ? unprovenPlaces(settings, (await latestTest(deps.records, school))?.body) : [];
  if (unproven.some(({ conversationId }) => conversationId === place)) return 'untested';
  return await placeAllows(deps, school, place, { settings, walled: state.incident.walled });
}

function settle(held: HeldIncident, posting: Posting, outcome: Outcome, first: boolean, world: World): HeldIncident {
  if (outcome.kind === 'shown') return first ? withEvents(held, [shownEvent(posting, world)], world) : held;
  if (!first) return held;
  const { to } = posting;
  if ('place' in to) {
    const reason = placeVerdicts.find((verdict) => verdict === outcome.reason) ?? 'not-delivered';
    return withEvents(held, [{ type: 'place-not-used', at: world.now, place: to.place, reason }], world);
  }
  const noted = withEvents(held, [{ type: 'not-sent', at: world.now, to: to.person, reason: outcome.reason }], world);
  if (posting.card !== 'alert') return noted;
  const moved = withEvents(noted, movedOn(noted.state.incident, to.person, world), world);
  return withEvents(moved, tick(moved.state.incident, world), world);
}

function shownEvent(posting: Posting, world: World): IncidentEvent {
  if ('place' in posting.to) return { type: 'posted', at: world.now, place: posting.to.place };
  return { type: 'sent', at: world.now, to: posting.to.person, card: posting.card };
}

/** An alert that cannot be delivered is itself an alert: every open telling that asked this person moves on at once. */
function movedOn(incident: Incident, person: PersonId, world: World): IncidentEvent[] {
  return incident.tellings.flatMap((telling, i): IncidentEvent[] =>
    telling.taken === undefined && telling.people.includes(person)
      ? [{ type: 'moved-on', at: world.now, telling: i, climb: skipToNextRung(telling.climb, world.now), because: 'undeliverable' }]
      : [],
  );
}

async function save(records: Records, before: HeldIncident, after: HeldIncident, world: World): Promise<HeldIncident> {
  const { stored, fresh } = after.state;
  const { saved } = await saveIncident(
    records,
    { school: before.school, key: stored.incident.key },
    stored,
    { events: fresh, postings: after.postings },
    world,
  );
  return heldOf(before.school, before.id, saved);
}
