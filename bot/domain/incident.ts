import { impossible } from './impossible.ts';
import type { Climb, Rung, Shown } from './ladder.ts';
import type { PersonId, Role } from './people.ts';
import type { Report, Subject } from './report.ts';
import type { Route, Telling } from './routing.ts';
import { onTelling, withAcknowledgement, withClimb, withDanger, withPassingOn, withReport } from './telling-folds.ts';
import type { Instant } from './time.ts';

/** Eight letters and digits that can be read aloud, random: they say nothing about how many incidents there are. */
export type IncidentKey = string;
export const incidentKeyPattern = /^[0-9A-HJKMNP-TV-Z]{8}$/;

type PolicyVersion = { ruleSet: 'headteacher-first' | 'dsl-first'; version: number };

/** A telling as it begins: whom the policy names, whether only the DSL team may stop it (S-03), and its climb. */
export type BegunTelling = Telling & { dslMustAnswer: boolean; climb: Climb };

type By = { at: Instant; by: PersonId };
type Taken = By;
/** What happened, in the words of the record. `by` is absent where nobody acted: the clock did. */
export type IncidentEvent =
  | (By & {
      type: 'danger-raised';
      about: Subject[];
      walled: PersonId[];
      room?: string;
      route: Route;
      tellings: BegunTelling[];
      policy: PolicyVersion;
    })
  | (By & { type: 'reported'; report: Report; walled: PersonId[]; route: Route; tellings: BegunTelling[]; policy: PolicyVersion })
  | { type: 'climbed'; at: Instant; telling: number; rung: Rung; people: PersonId[] }
  | { type: 'moved-on'; at: Instant; telling: number; climb: Climb; because: 'vacant' | 'undeliverable' }
  | { type: 'phone-asked'; at: Instant; role: Role; name: string }
  | (By & { type: 'phone-answered'; role: Role; answer: 'spoke' | 'no-answer' })
  | { type: 'sent'; at: Instant; to: PersonId; card: string }
  | { type: 'posted'; at: Instant; place: string }
  | { type: 'not-sent'; at: Instant; to: PersonId; reason: string }
  | {
      type: 'place-not-used';
      at: Instant;
      place: string;
      reason: 'walled-member' | 'unknown-member' | 'no-role-member' | 'roster-unread' | 'untested' | 'not-delivered';
    }
  | (By & { type: 'acknowledged'; tellings: number[]; as: 'holder' | 'acting-dsl' | 'self-only' })
  | (By & { type: 'passed-on'; tellings: { telling: number; climb: Climb }[]; reason: string })
  | (By & { type: 'added'; text: string })
  | (By & { type: 'noted'; text: string })
  | { type: 'decision-chased'; at: Instant; to: PersonId }
  | (By & { type: 'withdrawn'; reason: string });

export type TellingState = BegunTelling & {
  /** Everybody whom this telling has asked, in order. */
  people: PersonId[];
  taken?: Taken;
};

export type Incident = {
  key: IncidentKey;
  status: 'raised' | 'reported' | 'acknowledged' | 'closed';
  reporter: PersonId;
  raisedAt: Instant;
  reportedAt?: Instant;
  room?: string;
  /** Whom the danger alert was said to be about: they stay so, whatever the report says later. */
  about: Subject[];
  policy: PolicyVersion;
  report?: Report;
  route: Route;
  walled: PersonId[];
  tellings: TellingState[];
  /** Who is dealing with it: see `telling-folds.ts`. */
  taken?: Taken;
  passedOn: PersonId[];
  /** Whose own alert is answered, whether or not that stopped a ladder. */
  answered: PersonId[];
  sent: { to: PersonId; at: Instant }[];
  notSent: { to: PersonId; at: Instant; reason: string }[];
  phone?: { role: Role; name: string; asked: Instant[]; answer?: 'spoke' | 'no-answer' };
  /** The reporter has been shown who else to ring. */
  shown: Shown[];
  additions: { by: PersonId; at: Instant; text: string }[];
  notes: { by: PersonId; at: Instant; text: string }[];
  decisionChasedAt?: Instant;
};

/** A folded incident knows its key from its document, not from its events. */
export function fold(key: IncidentKey, events: IncidentEvent[]): Incident {
  const state = events.reduce<Incident | undefined>((incident, event) => evolve(key, incident, event), undefined);
  if (state === undefined) throw new Error('An incident begins with a danger alert or a report');
  return state;
}

function begin(key: IncidentKey, event: Extract<IncidentEvent, { type: 'danger-raised' | 'reported' }>): Incident {
  return {
    key,
    status: 'raised',
    reporter: event.by,
    raisedAt: event.at,
    policy: event.policy,
    route: event.route,
    walled: event.walled,
    about: event.type === 'danger-raised' ? event.about : [],
    tellings: event.tellings.map((telling) => ({ ...telling, people: [] })),
    passedOn: [],
    answered: [],
    sent: [],
    notSent: [],
    shown: [],
    additions: [],
    notes: [],
  };
}

/** One event further. Total over every event; the state is never stored, only folded. */
export function evolve(key: IncidentKey, incident: Incident | undefined, event: IncidentEvent): Incident {
  if (incident === undefined) {
    if (event.type === 'danger-raised') return { ...begin(key, event), ...(event.room === undefined ? {} : { room: event.room }) };
    if (event.type === 'reported') return withReport(begin(key, event), event);
    throw new Error(`An incident cannot begin with ${event.type}`);
  }
  switch (event.type) {
    case 'danger-raised':
      return withDanger(incident, event);
    case 'reported':
      return withReport(incident, event);
    case 'climbed':
      return withClimb(incident, event);
    case 'moved-on':
      return onTelling(incident, event.telling, (telling) => ({ ...telling, climb: event.climb }));
    case 'phone-asked':
      return withPhone(incident, event);
    case 'phone-answered':
      return incident.phone === undefined ? incident : { ...incident, phone: { ...incident.phone, answer: event.answer } };
    case 'sent':
      return { ...incident, sent: [...incident.sent, { to: event.to, at: event.at }] };
    case 'not-sent':
      return { ...incident, notSent: [...incident.notSent, { to: event.to, at: event.at, reason: event.reason }] };
    case 'acknowledged':
      return withAcknowledgement(incident, event);
    case 'passed-on':
      return withPassingOn(incident, event);
    case 'added':
      return { ...incident, additions: [...incident.additions, { by: event.by, at: event.at, text: event.text }] };
    case 'noted':
      return { ...incident, notes: [...incident.notes, { by: event.by, at: event.at, text: event.text }] };
    case 'decision-chased':
      return { ...incident, decisionChasedAt: event.at };
    case 'withdrawn':
      return { ...incident, status: 'closed' };
    case 'posted':
    case 'place-not-used':
      return incident;
    default:
      return impossible(event);
  }
}

/** Each person to ring has calls of their own: an answer about the chair says nothing of the vice-chair. */
function withPhone(incident: Incident, { role, name, at }: Extract<IncidentEvent, { type: 'phone-asked' }>): Incident {
  const before = incident.phone?.role === role ? incident.phone.asked : [];
  return { ...incident, phone: { role, name, asked: [...before, at] } };
}
