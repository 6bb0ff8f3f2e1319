import type { Person, PersonId } from '#domain/people.ts';
import type { Directory } from './directory.ts';
import { displayName } from './display-name.ts';
import type { SchoolFile } from './school-file.ts';

/** The people of one school file. Administrators are those of the file and those given. */
export function createFileDirectory(file: SchoolFile, administrators: PersonId[]): Directory {
  const personId = (guid: string): PersonId => `${file.tenantId}:${guid}`;
  const people: Person[] = file.people.map(({ id, name, kind }) => ({ id: personId(id), name: displayName(name), kind }));
  const byId = new Map(people.map((person) => [person.id, person]));
  const allowed = new Set([...administrators.map((id) => id.toLowerCase()), ...file.administrators.map(personId)]);
  const isOurs = (school: string) => school === file.school;
  return {
    schoolOf: (tenantId) => (tenantId.toLowerCase() === file.tenantId ? file.school : undefined),
    schoolName: (school) => (isOurs(school) ? file.name : ''),
    person: (school, id) => (isOurs(school) ? byId.get(id.toLowerCase()) : undefined),
    people: (school) => (isOurs(school) ? [...people] : []),
    isAdministrator: (id) => allowed.has(id.toLowerCase()),
  };
}
