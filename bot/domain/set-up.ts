import { dayOf } from './days.ts';
import { impossible } from './impossible.ts';
import type { PersonId, Role } from './people.ts';
import type { Calendar, Phones, Place, Settings } from './settings.ts';
import type { Instant } from './time.ts';

/** Who is to hold one role: people of the directory in order, and at most one person without an account. */
export type Assignment = { holders: PersonId[]; outsider?: { name: string; phone: string } };

export type RuleSetKey = NonNullable<Settings['ruleSet']>;
export type HolidayAnswer = NonNullable<Settings['holidayContact']>;

/** What set-up decided. `by` pressed the button; `change` is one change of one role, from its proposal to its answer. */
export type SetUpEvent = { at: Instant; by: PersonId } & (
  | { type: 'began'; settings: Settings }
  | { type: 'rule-set-chosen'; ruleSet: RuleSetKey }
  | { type: 'role-given'; change: string; role: Role; to: Assignment }
  | { type: 'role-proposed'; change: string; role: Role; to: Assignment }
  | { type: 'role-agreed'; change: string; role: Role; to: Assignment }
  | { type: 'role-refused'; change: string; role: Role }
  | { type: 'role-accepted'; change: string; role: Role }
  | { type: 'role-declined'; change: string; role: Role }
  | { type: 'places-chosen'; places: Place[] }
  | { type: 'calendar-set'; calendar: Calendar }
  | { type: 'phones-set'; phones: Phones }
  | { type: 'holiday-answered'; answer: HolidayAnswer }
  | { type: 'cover-set'; cover: Settings['cover'] }
  | ({ type: 'training-set' } & Settings['training'])
);

/**
 * A change of a role that somebody has yet to answer. `proposed` waits for a second person and changes nothing until then;
 * `named` stands already, and the person named is asked whether that is right (S-21).
 */
export type Pending = { change: string; role: Role; by: PersonId; at: Instant } & (
  | { kind: 'proposed'; to: Assignment }
  | { kind: 'named'; person: PersonId }
);

export type SetUp = { settings: Settings; pending: Pending[] };

export function evolve(setUp: SetUp, event: SetUpEvent): SetUp {
  const { settings } = setUp;
  switch (event.type) {
    case 'began':
      return { settings: event.settings, pending: [] };
    case 'rule-set-chosen':
      return { ...setUp, settings: { ...settings, ruleSet: event.ruleSet } };
    case 'places-chosen':
      return { ...setUp, settings: { ...settings, places: event.places } };
    case 'calendar-set':
      return { ...setUp, settings: { ...settings, calendar: event.calendar } };
    case 'phones-set':
      return { ...setUp, settings: { ...settings, phones: event.phones } };
    case 'holiday-answered':
      return { ...setUp, settings: { ...settings, holidayContact: event.answer } };
    case 'cover-set':
      return { ...setUp, settings: { ...settings, cover: event.cover } };
    case 'training-set':
      return { ...setUp, settings: { ...settings, training: { ...settings.training, ...trainingIn(event) } } };
    default:
      return evolveRole(setUp, event);
  }
}

/** What was answered; a question that the school's rules do not leave open was not asked. */
export function trainingIn({ staffMonths, auditEvery }: Settings['training']): Settings['training'] {
  return { ...(staffMonths === undefined ? {} : { staffMonths }), ...(auditEvery === undefined ? {} : { auditEvery }) };
}

type RoleEvent = Extract<SetUpEvent, { change: string }>;

function evolveRole({ settings, pending }: SetUp, event: RoleEvent): SetUp {
  const elsewhere = pending.filter((entry) => entry.role !== event.role);
  switch (event.type) {
    case 'role-given': {
      const { change, role, by, at } = event;
      const named = event.to.holders.map((person): Pending => ({ kind: 'named', change, role, person, by, at }));
      return { settings: assign(settings, role, event.to, event.at), pending: [...elsewhere, ...named] };
    }
    case 'role-proposed': {
      const { change, role, by, at, to } = event;
      // A newer proposal for the same role takes the place of the older one: two answers could not both stand.
      const others = pending.filter((entry) => entry.role !== role || entry.kind === 'named');
      return { settings, pending: [...others, { kind: 'proposed', change, role, to, by, at }] };
    }
    case 'role-agreed':
      return { settings: assign(settings, event.role, event.to, event.at), pending: elsewhere };
    case 'role-refused':
      return { settings, pending: pending.filter((entry) => entry.change !== event.change) };
    case 'role-accepted':
      return { settings, pending: pending.filter((entry) => !isNamed(entry, event)) };
    case 'role-declined':
      return decline({ settings, pending }, event);
    default:
      return impossible(event);
  }
}

const isNamed = (entry: Pending, event: RoleEvent) =>
  entry.kind === 'named' && entry.change === event.change && entry.role === event.role && entry.person === event.by;

/** Somebody who says "not me" leaves the role, and any proposal for it that still names them. */
function decline({ settings, pending }: SetUp, event: RoleEvent): SetUp {
  const without = (to: Assignment): Assignment => ({ ...to, holders: to.holders.filter((person) => person !== event.by) });
  const left = pending
    .filter((entry) => !isNamed(entry, event))
    .map((entry) => (entry.kind === 'proposed' && entry.role === event.role ? { ...entry, to: without(entry.to) } : entry));
  return { settings: assign(settings, event.role, without(assignmentOf(settings, event.role)), event.at), pending: left };
}

/** How a role stands now. */
export function assignmentOf(settings: Settings, role: Role): Assignment {
  const outsider = settings.outsiders[role];
  return { holders: settings.holders[role] ?? [], ...(outsider === undefined ? {} : { outsider }) };
}

function assign(settings: Settings, role: Role, { holders, outsider }: Assignment, at: Instant): Settings {
  const { [role]: _before, ...otherOutsiders } = settings.outsiders;
  return {
    ...settings,
    holders: { ...settings.holders, [role]: holders },
    since: { ...settings.since, [role]: sinceOf(settings, role, holders, at) },
    outsiders: outsider === undefined ? otherOutsiders : { ...otherOutsiders, [role]: outsider },
  };
}

/** Training for a role is due so long after it was taken on: whoever holds it already keeps their day, or none where it is not known. */
function sinceOf({ holders, since, calendar }: Settings, role: Role, now: readonly PersonId[], at: Instant): Record<PersonId, string> {
  const before = holders[role] ?? [];
  const days = now.map((person) => [person, before.includes(person) ? since?.[role]?.[person] : dayOf(calendar, at)] as const);
  return Object.fromEntries(days.filter((pair): pair is readonly [PersonId, string] => pair[1] !== undefined));
}
