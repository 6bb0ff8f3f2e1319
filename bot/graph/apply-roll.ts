import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Doubt, RollRow } from '#domain/training/roll.ts';
import type { Records } from '#stores/records.ts';
import type { RollSource } from '#stores/roll-record.ts';
import type { Directory } from './directory.ts';

export type RollDeps = {
  records: Records;
  directory: Directory;
  worldOf: (school: SchoolKey) => Promise<World>;
  now: () => Instant;
  /** Milliseconds, for the lease. */
  machineNow: () => number;
};

export type RollResult =
  | { kind: 'applied'; joined: PersonId[]; left: PersonId[]; changed: PersonId[]; same: number }
  /** Nothing was changed: more people would be gone than is likely. Ask, and apply again with `confirmed`. */
  | { kind: 'doubted'; doubt: Doubt; here: number; leaving: number }
  /** Nothing was changed: another roll is being taken over just now. Try again in some seconds. */
  | { kind: 'busy' };

/**
 * Makes the roll what `rows` say: everybody who is not in them has left. Writes only members that changed; run again after a crash it
 * does what is left. From `csv` the roll stays the coordinator's: the school file is not asked any more.
 */
export async function applyRoll(
  _deps: RollDeps,
  _school: SchoolKey,
  _rows: readonly RollRow[],
  _options: { source: RollSource; confirmed?: boolean },
): Promise<RollResult> {
  throw new Error('not written yet');
}
