import { daysAfter } from './days.ts';
import type { PersonId, Role } from './people.ts';
import { rolesAt, rolesOf } from './roles.ts';
import type { Settings } from './settings.ts';

type Absence = Settings['cover'][number];
export type CoverProblem = 'own-cover' | 'no-safeguarding-role';

/** Roles that open reports made to others. */
const leading: readonly Role[] = ['headteacher', 'dsl', 'deputy-dsl', 'chair', 'vice-chair'];
/** Who may stand in for them: each of these roles needed a second person. */
const mayStandIn: readonly Role[] = [...leading, 'slt'];

/**
 * What is wrong with each row of a changed list of absences, in its order; `by` is who changes it. Rows that stood already are
 * faulted only where the change gives their stand-in more.
 *
 * Why: S-21. Standing in gives a role for a time, with no second person asked: so nobody may give it to themself, and it may not
 * make somebody a DSL or a headteacher to whom nobody has agreed.
 */
export function coverProblems(settings: Settings, cover: Absence[], by: PersonId): (CoverProblem | undefined)[] {
  const days = turningDays([...settings.cover, ...cover]);
  return cover.map((row) => {
    if (row.by === undefined) return undefined;
    const standIn = row.by;
    if (standIn === by && !settings.cover.some((known) => isSame(known, row))) return 'own-cover';
    const gained = days.filter((day) => row.from <= day && day <= row.to).flatMap((day) => gainedOn(day, settings, cover, standIn));
    if (standIn === by) return gained.length > 0 ? 'own-cover' : undefined;
    const isEntitled = rolesOf(settings, standIn).some((role) => mayStandIn.includes(role));
    return !isEntitled && gained.some((role) => leading.includes(role)) ? 'no-safeguarding-role' : undefined;
  });
}

/** Also by way of somebody else's absence: a stand-in who is away passes on to their own. */
function gainedOn(day: string, settings: Settings, cover: Absence[], person: PersonId): Role[] {
  const noon = `${day}T12:00:00.000Z`;
  const before = rolesAt(settings, person, noon);
  return rolesAt({ ...settings, cover }, person, noon).filter((role) => !before.includes(role));
}

/** Who stands in for whom changes on these days only. */
function turningDays(cover: Absence[]): string[] {
  return [...new Set(cover.flatMap(({ from, to }) => [from, daysAfter(to, 1)]))];
}

const isSame = (a: Absence, b: Absence) => a.away === b.away && a.by === b.by && a.from === b.from && a.to === b.to;
