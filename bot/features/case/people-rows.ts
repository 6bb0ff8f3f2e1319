import type { Incident } from '#domain/incident.ts';
import type { ChildRole } from '#domain/report.ts';
import type { Names } from '#features/world.ts';

const childWords: Record<ChildRole, string> = {
  harmed: 'May have been harmed or upset',
  'may-have-done': 'May have done it',
  both: 'Both harmed and may have done it',
  saw: 'Saw it',
  'not-known': 'Part in it not known',
};

/** Who is in it. For the child's welfare only: the children, never the adult. */
export function peopleRows(incident: Incident, names: Names, welfareOnly: boolean): [string, string][] {
  const { report } = incident;
  if (report === undefined) return [];
  const children = report.children.map(({ name, year, role }): [string, string] => [
    childWords[role],
    year === undefined ? name : `${name}, ${year}`,
  ]);
  if (welfareOnly) return children;
  const adults = report.subjects.flatMap(({ kind, person, name }): [string, string][] => {
    if (kind === 'pupil' && person === undefined) return [];
    const called = person !== undefined && name === undefined ? names(person) : name;
    return called === undefined || called === '' ? [] : [['Whose behaviour worries the reporter', called]];
  });
  const harmed = report.harmedAdults.map((person): [string, string] => ['May have been harmed or upset', names(person)]);
  const hidden = report.hideFrom.map((person): [string, string] => ['Must not see this', names(person)]);
  return [...children, ...adults, ...harmed, ...hidden];
}
