import type { PersonId } from './people.ts';
import type { SubjectKind } from './policy.ts';
import type { Facts } from './routing.ts';
import type { Instant } from './time.ts';

/** Roles between children (S-16): both may need help. */
export const childRoles = ['harmed', 'may-have-done', 'both', 'saw', 'not-known'] as const;
export type ChildRole = (typeof childRoles)[number];

export type Child = { name: string; year?: string; role: ChildRole };

/** Somebody whose behaviour worries the reporter. `person` when picked from the school; `name` when typed. */
export type Subject = { kind: SubjectKind; person?: PersonId; name?: string };

/** What a member of staff sends: as it was written, never edited; more is added by later events. */
export type Report = {
  tile: string;
  category: string;
  /** Question and answer in the words that were shown, in the order of the tile. */
  answers: { question: string; answer: string }[];
  children: Child[];
  subjects: Subject[];
  /** The reporter reports their own behaviour (S-11). */
  mine: boolean;
  /** Who should not see it (S-15). */
  hideFrom: PersonId[];
  /** The adults who may have been harmed. */
  harmedAdults: PersonId[];
  /** Reported for somebody without an account (G-41). */
  onBehalfOf?: { name: string; role?: string; contact?: string /** When they told, in the reporter's words. */; toldAt?: string };
  /** The reporter asks that only the owner learns their name, as far as possible. */
  keepNamePrivate: boolean;
  /** Somebody of the school whom the reporter has told in person already. */
  toldInPerson?: PersonId;
  /** The message reported by right-click. Its text only if the reporter left the tick on. */
  message?: { link?: string; sentAt?: Instant; author?: PersonId; authorName?: string; text?: string };
  flags: Facts['flags'];
};
