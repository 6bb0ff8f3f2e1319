import type { Person, PersonId } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Day } from './record.ts';

/** Somebody of the school's roll, as Entra, a CSV or the school file gives them. */
export type Member = Person & {
  jobTitle?: string;
  /** For the register's files only: how a past record is matched to its person. */
  email?: string;
  /** First day, where the source says; else the day on which they were first seen. */
  started?: Day;
  manager?: PersonId;
  /** The day on which they were no longer there. */
  left?: Day;
  /** When the product first saw them on the roll; undefined for whoever was at the school already when a list came from a new place. */
  firstSeen?: Instant;
  /** The day on which a list from a new place brought them in: nothing is due of them as if it had been known before. */
  countsFrom?: Day;
};
