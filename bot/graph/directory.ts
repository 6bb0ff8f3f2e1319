import type { Person, PersonId, SchoolKey } from '#domain/people.ts';
import type { Member } from '#domain/training/member.ts';
import type { Day } from '#domain/training/record.ts';

/** Whoever has left is sent nothing, whatever role they are still entered in. */
export function hasLeft(directory: Pick<Directory, 'person' | 'member'>, school: SchoolKey, id: PersonId): boolean {
  return directory.member(school, id)?.left !== undefined && directory.person(school, id) === undefined;
}

/** The people a school has told us about. Being in the tenant is never enough: pupils have accounts too. */
export interface Directory {
  /** The school that a tenant belongs to; undefined when none does. */
  schoolOf(tenantId: string): SchoolKey | undefined;
  schoolName(school: SchoolKey): string;
  /** Undefined for anybody the school has not listed, and for whoever has left. */
  person(school: SchoolKey, id: PersonId): Person | undefined;
  /** Everybody listed, in the order of the file. */
  people(school: SchoolKey): Person[];
  /** Everybody of the roll with what is known of them; whoever has left is among them and carries `left`. */
  members(school: SchoolKey): Member[];
  /** One of `members`: also somebody who has left, so that old records can name them. */
  member(school: SchoolKey, id: PersonId): Member | undefined;
  /** The day from which training is counted for whoever has no first day (`seenFrom` of `traineeOf`): when the roll began here. */
  countsFrom(school: SchoolKey): Day;
  /** Whether the configuration names this person as an administrator. */
  isAdministrator(id: PersonId): boolean;
  /** Loads what has changed on the roll since the last time; nothing where only the school file is used. */
  freshen(): Promise<void>;
}
