import { createHash } from 'node:crypto';
import type { Member } from '#domain/training/member.ts';
import { displayName } from './display-name.ts';
import type { SchoolFile } from './school-file.ts';

/** The school file as a source of the roll. */
export function membersOf({ tenantId, people }: SchoolFile): Member[] {
  return people.map(({ id, name, kind, jobTitle, email, started, manager }) => ({
    id: `${tenantId}:${id}`,
    name: displayName(name),
    kind,
    ...(jobTitle === '' ? {} : { jobTitle }),
    ...(email === undefined ? {} : { email }),
    ...(started === undefined ? {} : { started }),
    ...(manager === undefined ? {} : { manager: `${tenantId}:${manager}` }),
  }));
}

/** Another one when anybody in the file is: then the roll is taken from it at the next start, not in the night. */
export function digestOf(members: Member[]): string {
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}
