import { dayOf } from './days.ts';
import { type PersonId, type Role, roles } from './people.ts';
import type { Settings } from './settings.ts';
import type { Instant } from './time.ts';

/** A role with nobody to write to and nobody to ring. */
export function isVacant(settings: Settings, role: Role): boolean {
  return holdersOf(settings, role).length === 0 && settings.outsiders[role] === undefined;
}

/** Everybody who holds the role, away or not, in the school's order. */
export function holdersOf(settings: Settings, role: Role): PersonId[] {
  return settings.holders[role] ?? [];
}

/** The roles that set-up gave this person, whether or not they are away today. Standing in is not holding: see `rolesAt`. */
export function rolesOf(settings: Settings, person: PersonId): Role[] {
  return roles.filter((role) => holdersOf(settings, role).includes(person));
}

/** The roles that this person holds or stands in for at that moment: what decides who may act. */
export function rolesAt(settings: Settings, person: PersonId, at: Instant): Role[] {
  const day = dayAway(settings, at);
  return roles.filter((role) => holdersOf(settings, role).some((holder) => holder === person || standIn(settings, holder, day) === person));
}

/**
 * Whom to tell: the role's holders in order, those away replaced by who stands in for them, each once, without `except`.
 * Empty when the role is vacant, all are away without cover, or all are excepted: routing then passes on at once.
 */
export function holdersOnDuty(settings: Settings, role: Role, at: Instant, except: readonly PersonId[] = []): PersonId[] {
  const day = dayAway(settings, at);
  const present = holdersOf(settings, role).map((holder) => standIn(settings, holder, day));
  return [...new Set(present)].filter((person) => person !== undefined).filter((person) => !except.includes(person));
}

/** Somebody without an account who holds the role: reached by telephone only, so never "told". */
export function byPhone(settings: Settings, role: Role): { name: string; phone: string } | undefined {
  return settings.outsiders[role];
}

/** The day to look absences up by. Where nobody is away it does not matter which. */
const dayAway = ({ cover, calendar }: Settings, at: Instant): string => (cover.length === 0 ? '' : dayOf(calendar, at));

/** Absences are whole days of the school's own calendar. The holder when present, else whoever covers; a stand-in who is away too passes on to their own. */
function standIn(settings: Settings, holder: PersonId, day: string): PersonId | undefined {
  const asked = new Set<PersonId>();
  let person: PersonId | undefined = holder;
  while (person !== undefined && !asked.has(person)) {
    asked.add(person);
    const absence = settings.cover.find((entry) => entry.away === person && entry.from <= day && day <= entry.to);
    if (absence === undefined) return person;
    person = absence.by;
  }
  return undefined;
}
