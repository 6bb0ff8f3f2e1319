import type { Person, PersonId, SchoolKey } from '#domain/people.ts';

/** The people a school has told us about. Being in the tenant is never enough: pupils have accounts too. */
export interface Directory {
  /** The school that a tenant belongs to; undefined when none does. */
  schoolOf(tenantId: string): SchoolKey | undefined;
  schoolName(school: SchoolKey): string;
  /** Undefined for anybody the school has not listed. */
  person(school: SchoolKey, id: PersonId): Person | undefined;
  /** Everybody listed, in the order of the file. */
  people(school: SchoolKey): Person[];
  /** Whether the configuration names this person as an administrator. */
  isAdministrator(id: PersonId): boolean;
}
