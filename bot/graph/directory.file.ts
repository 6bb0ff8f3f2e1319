import type { Person, PersonId } from '#domain/people.ts';
import type { Member } from '#domain/training/member.ts';
import type { Directory } from './directory.ts';
import { displayName } from './display-name.ts';
import { membersOf } from './file-people.ts';
import type { SchoolFile } from './school-file.ts';

/** The people of one school file. Administrators are those of the file and those given. `since` is the day from which training is counted. */
export function createFileDirectory(file: SchoolFile, administrators: PersonId[], since = '2020-01-01'): Directory {
  const personId = (guid: string): PersonId => `${file.tenantId}:${guid}`;
  const people: Person[] = file.people.map(({ id, name, kind }) => ({ id: personId(id), name: displayName(name), kind }));
  const byId = new Map(people.map((person) => [person.id, person]));
  const allowed = new Set([...administrators.map((id) => id.toLowerCase()), ...file.administrators.map(personId)]);
  // Worked out when it is first asked for, and once: everybody who gets a reminder is looked up here.
  let roll: Map<PersonId, Member> | undefined;
  const members = () => {
    roll ??= new Map(membersOf(file).map((member) => [member.id, member]));
    return roll;
  };
  const isOurs = (school: string) => school === file.school;
  return {
    schoolOf: (tenantId) => (tenantId.toLowerCase() === file.tenantId ? file.school : undefined),
    schoolName: (school) => (isOurs(school) ? file.name : ''),
    person: (school, id) => (isOurs(school) ? byId.get(id.toLowerCase()) : undefined),
    people: (school) => (isOurs(school) ? [...people] : []),
    members: (school) => (isOurs(school) ? [...members().values()] : []),
    member: (school, id) => (isOurs(school) ? members().get(id.toLowerCase()) : undefined),
    countsFrom: () => since,
    isAdministrator: (id) => allowed.has(id.toLowerCase()),
    freshen: async () => {},
  };
}
