import { z } from 'zod';

/** A school's own key, the partition of all its records. Never the tenant id: tenants can be shared or change. */
export type SchoolKey = string;

/** `<tenant id>:<Entra object id>`, lower case. The only way a person is named in a record. */
export type PersonId = string;

export const personIdPattern = /^[0-9a-f-]{36}:[0-9a-f-]{36}$/;

/** Roles that a policy may name. `on-call` and `holiday-contact` are who is told when the school is shut. */
export const roles = [
  'headteacher',
  'dsl',
  'deputy-dsl',
  'slt',
  'computing-coordinator',
  'sbm',
  'it-support',
  'chair',
  'vice-chair',
  'link-governor',
  'governor',
  'clerk',
  'dpo',
  'on-call',
  'holiday-contact',
] as const;
export type Role = (typeof roles)[number];
export const RoleKey = z.enum(roles);

/** Somebody in the school's directory. */
export type Person = {
  id: PersonId;
  name: string;
  /** What the school employs or invites them as. Pupils are never in the directory. */
  kind: 'staff' | 'volunteer' | 'governor';
};

/** Who pressed or wrote: settled from the authenticated activity and the directory, never from what a card says. */
export type Actor = {
  school: SchoolKey;
  person: Person;
  /** Named in the configuration: may run set-up. Gives no sight of any report. */
  administrator: boolean;
};
