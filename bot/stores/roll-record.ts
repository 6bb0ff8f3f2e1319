import type { SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Day } from '#domain/training/record.ts';
import type { Doubt } from '#domain/training/roll.ts';
import { type Doc, type Records, type Stored, VersionConflict } from './records.ts';

export const rollId = 'roll.current';

/** Where the roll comes from. */
export type RollSource = 'file' | 'csv' | 'graph';

/** Why Entra gave no roll. Closed, so that each has its sentence. */
export const troubles = ['consent', 'sign-in', 'group-missing', 'throttled', 'down', 'unclear'] as const;
export type Trouble = (typeof troubles)[number];

/** The one document a school about its roll: where it came from, what is wrong with it, and when it is looked at again. */
export type RollBody = {
  /** Of the roll as it stands. */
  source: RollSource;
  /** The day from which training is counted for whoever has no first day. */
  since: Day;
  /** When it last came whole from its source. */
  syncedAt?: Instant;
  /** When a member was last written: a replica that has seen as much has nothing to load. */
  changedAt?: Instant;
  /** `told`: the coordinator has had a message about it, which is not said again each night. */
  trouble?: { reason: Trouble; at: Instant; told: boolean };
  /** The source was not believed. `confirmed`: somebody has said that it is right. */
  held?: { doubt: Doubt; source: RollSource; here: number; leaving: number; at: Instant; told: boolean };
  confirmed?: true;
  /** Somebody wants it now, or the first due days have changed (roles, rules, terms). */
  asked?: ('sync' | 'owed')[];
  /** One at a time. `until` in milliseconds of the machine's clock. */
  lease?: { by: string; until: number };
  /** Ids of the commands in it. */
  applied: string[];
};

export async function loadRoll(records: Records, school: SchoolKey): Promise<Stored<RollBody> | undefined> {
  return await records.read<RollBody>(school, rollId);
}

export function rollDoc(school: SchoolKey, body: RollBody, dueAt: Instant): Doc<RollBody> {
  return { school, kind: 'roll', id: rollId, index: { status: body.source, dueAt }, body };
}

const tries = 6;

export type RollChanging = (body: RollBody) => { body: RollBody; dueAt?: Instant } | undefined;

/** One guarded change; `undefined` from `change` leaves it alone. With a `dueAt` that is now the worker is woken. Rejects with `VersionConflict`. */
export async function changeRoll(
  records: Records,
  school: SchoolKey,
  change: RollChanging,
  wake = false,
): Promise<Stored<RollBody> | undefined> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const stored = await loadRoll(records, school);
    const next = stored && change(stored.body);
    if (stored === undefined || next === undefined) return stored;
    const doc = rollDoc(school, next.body, next.dueAt ?? stored.index.dueAt ?? stored.body.since);
    const written = await records.replace(doc, stored.etag, wake ? { wake: { school, id: rollId } } : {});
    if (written !== undefined) return { ...doc, etag: written.etag };
  }
  throw new VersionConflict();
}
