import { accept, type Decision, refuse, type World } from './decide.ts';
import type { BegunTelling, Incident } from './incident.ts';
import { beginClimb } from './ladder.ts';
import type { PersonId } from './people.ts';
import type { Report, Subject } from './report.ts';
import type { Route } from './routing.ts';
import type { Instant } from './time.ts';

/** S-03: where the flags ask for it, the DSL's own telling climbs and only the DSL team stops it, whoever owns the case. */
function beginTellings(route: Route, now: Instant): BegunTelling[] {
  return route.tellings.map((telling) => {
    const dslMustAnswer = route.dslMustAnswer && (telling.role === 'dsl' || telling.role === 'deputy-dsl');
    const kind = dslMustAnswer ? 'to' : telling.kind;
    return { ...telling, dslMustAnswer, climb: beginClimb({ role: telling.role, kind, priority: route.priority }, now) };
  });
}

/** "In danger now": S-01. The incident exists at once; the report is added to it later. A second tap changes nothing. */
export function decideRaise(
  incident: Incident | undefined,
  raising: { reporter: PersonId; about: Subject[]; walled: PersonId[]; room?: string; route: Route },
  world: World,
): Decision {
  if (incident !== undefined && incident.reporter !== raising.reporter) return refuse('nothing-here');
  // An alert that is out already is not raised twice; a report that was sent becomes one.
  if (incident?.route.flags.includes('immediateDanger') && incident.status !== 'closed') return { kind: 'unchanged' };
  if (incident?.status === 'closed') return refuse('already-closed');
  return accept({
    type: 'danger-raised',
    at: world.now,
    by: raising.reporter,
    about: raising.about,
    walled: raising.walled,
    ...(raising.room === undefined ? {} : { room: raising.room }),
    route: raising.route,
    tellings: beginTellings(raising.route, world.now),
    policy: { ruleSet: world.ruleSet.key, version: world.ruleSet.version },
  });
}

/** *Send*. Sent twice it is one report; after a danger alert it is added to that alert. */
export function decideReport(
  incident: Incident | undefined,
  sending: { reporter: PersonId; report: Report; walled: PersonId[]; route: Route },
  world: World,
): Decision {
  if (incident !== undefined && incident.reporter !== sending.reporter) return refuse('nothing-here');
  if (incident?.reportedAt !== undefined) return { kind: 'unchanged' };
  return accept({
    type: 'reported',
    at: world.now,
    by: sending.reporter,
    report: sending.report,
    walled: sending.walled,
    route: sending.route,
    tellings: beginTellings(sending.route, world.now),
    policy: { ruleSet: world.ruleSet.key, version: world.ruleSet.version },
  });
}
