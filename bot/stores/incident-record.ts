import type { World } from '#domain/decide.ts';
import { evolve, fold, type Incident, type IncidentEvent, type IncidentKey } from '#domain/incident.ts';
import { owe } from '#domain/owe.ts';
import type { SchoolKey } from '#domain/people.ts';
import { nextPostingAt, type Posting } from '#domain/posting.ts';
import { nextTickAt } from '#domain/tick.ts';
import { type Sealed, seal } from './chain.ts';
import type { Doc, Index, Records, Written } from './records.ts';
import { writeOnce } from './write-once.ts';

/** An incident as it is stored: one document, so that its history and what it owes change together or not at all. */
export type IncidentBody = { events: Sealed<IncidentEvent>[]; applied: string[]; postings: Posting[] };

export type LoadedIncident = { school: SchoolKey; incident: Incident; body: IncidentBody; etag: string };

/** What a save changes. `postings` given are taken as they are: the worker has folded in what its events owe. */
type IncidentChange = { events: IncidentEvent[]; postings?: Posting[]; command?: string };

const nothing: IncidentBody = { events: [], applied: [], postings: [] };

export const incidentId = (key: IncidentKey) => `incident.${key}`;

export async function loadIncident(records: Records, school: SchoolKey, key: IncidentKey): Promise<LoadedIncident | undefined> {
  const stored = await records.read<IncidentBody>(school, incidentId(key));
  if (stored === undefined) return undefined;
  return {
    school,
    incident: fold(
      key,
      stored.body.events.map((sealed) => sealed.event),
    ),
    body: stored.body,
    etag: stored.etag,
  };
}

export const isApplied = (loaded: LoadedIncident | undefined, command: string): boolean => loaded?.body.applied.includes(command) ?? false;

/**
 * Saves a change with the wake that its messages need, in one write; `saved` is what stands there then.
 * Rejects with `VersionConflict` when somebody else wrote first (nothing was written), and as the store does when it is down.
 */
export async function saveIncident(
  records: Records,
  at: { school: SchoolKey; key: IncidentKey },
  loaded: LoadedIncident | undefined,
  change: IncidentChange,
  world: World,
): Promise<Written & { saved: LoadedIncident }> {
  const incident = after(at.key, loaded?.incident, change.events);
  const doc = incidentDoc(at, incident, loaded?.body ?? nothing, change, world);
  const written = await writeOnce(records, doc, loaded?.etag, change.command);
  return { ...written, saved: { school: at.school, incident, body: doc.body, etag: written.etag } };
}

function after(key: IncidentKey, before: Incident | undefined, events: IncidentEvent[]): Incident {
  return before === undefined ? fold(key, events) : events.reduce((state, event) => evolve(key, state, event), before);
}

function incidentDoc(
  at: { school: SchoolKey; key: IncidentKey },
  incident: Incident,
  before: IncidentBody,
  change: IncidentChange,
  world: World,
): Doc<IncidentBody> {
  const fresh = change.events;
  const events = fresh.length === 0 ? before.events : seal(before.events, fresh);
  const postings = change.postings ?? owe(before.postings, fresh, { incident, settings: world.settings, newId: world.newId });
  const applied = change.command === undefined ? before.applied : [...before.applied, change.command];
  return {
    school: at.school,
    kind: 'incident',
    id: incidentId(at.key),
    index: indexOf(incident, postings, world),
    body: { events, applied, postings },
  };
}

/** Whoever is walled is walled in the query too. A reporter who is walled by others than themself loses it from their own list. */
function indexOf(incident: Incident, postings: Posting[], world: World): Index {
  const dueAt = [nextPostingAt(postings, world.now), nextTickAt(incident, world)].filter((moment) => moment !== undefined).sort()[0];
  const keepsSight = !incident.walled.includes(incident.reporter) || incident.report?.mine === true;
  return {
    status: incident.status,
    at: incident.raisedAt,
    walled: incident.walled,
    ...(keepsSight ? { person: incident.reporter } : {}),
    ...(dueAt === undefined ? {} : { dueAt }),
  };
}
