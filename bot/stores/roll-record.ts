import type { SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Day } from '#domain/training/record.ts';
import type { Doubt } from '#domain/training/roll.ts';
import type { RollSource, RollTrouble } from '#domain/training/roll-source.ts';
import { type Doc, type Records, type Stored, VersionConflict } from './records.ts';

export const rollId = 'roll.current';

/** `sync`: take the roll from its source. `owed`: first due days may have changed (roles, rules, terms). */
export type Asked = 'sync' | 'owed';

/** The one document a school about its roll: where it came from, what is wrong with it, and when it is looked at again. */
export type RollBody = {
  /** Of the roll as it stands. */
  source: RollSource;
  /** The day from which training is counted for whoever has no first day. */
  since: Day;
  /** When it last came whole from its source. */
  syncedAt?: Instant;
  /** Counts how often it was taken over: a replica that has seen as many has nothing to load. */
  version: number;
  /** Digest of the people of the school file that were taken over last. */
  file?: string;
  /** `told`: whoever runs training has had a message about it, which is not said again each night. */
  trouble?: { reason: RollTrouble; at: Instant; told: boolean };
  /** The source was not believed, so nothing was changed. `confirmed`: somebody has said since that it is right. */
  held?: { doubt: Doubt; source: RollSource; here: number; leaving: number; at: Instant; told: boolean };
  confirmed?: boolean;
  /** In order, until it is done: one may be asked again while it is being done. */
  asked: Asked[];
  /** When it is taken from its source without being asked. */
  syncAt: Instant;
  /** Ids of the commands in it. */
  applied: string[];
};

export async function loadRoll(records: Records, school: SchoolKey): Promise<Stored<RollBody> | undefined> {
  return await records.read<RollBody>(school, rollId);
}

export function rollDoc(school: SchoolKey, body: RollBody, dueAt: Instant): Doc<RollBody> {
  return { school, kind: 'roll', id: rollId, index: { status: body.source, dueAt }, body };
}

const tries = 8;

/** Gives what the roll's document is to be, and when it is looked at next (left out: as before); `undefined` leaves it alone. */
export type RollChanging = (body: RollBody) => { body: RollBody; dueAt?: Instant } | undefined;

/**
 * One guarded change. Gives the document as it stands afterwards and whether this call wrote it; undefined while there is none.
 * Rejects with `VersionConflict` when others keep writing.
 */
export async function changeRoll(
  records: Records,
  school: SchoolKey,
  change: RollChanging,
  { wake = false } = {},
): Promise<{ roll: Stored<RollBody>; written: boolean } | undefined> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const stored = await loadRoll(records, school);
    if (stored === undefined) return undefined;
    const next = change(stored.body);
    if (next === undefined) return { roll: stored, written: false };
    const doc = rollDoc(school, next.body, next.dueAt ?? stored.index.dueAt ?? stored.body.syncAt);
    const written = await records.replace(doc, stored.etag, wake ? { wake: { school, id: rollId } } : {});
    if (written !== undefined) return { roll: { ...doc, etag: written.etag }, written: true };
  }
  throw new VersionConflict();
}

/** Asks the worker to look at the roll now, once for each command. Nothing happens before the roll has begun: beginning it does all. */
export async function askRoll(
  records: Records,
  school: SchoolKey,
  ask: { what: Asked; now: Instant; command?: string; confirmed?: boolean },
): Promise<void> {
  const { what, now, command, confirmed } = ask;
  const change: RollChanging = (body) => {
    if (command !== undefined && body.applied.includes(command)) return undefined;
    const applied = command === undefined ? body.applied : [...body.applied, command].slice(-50);
    const asked = [...body.asked, what];
    return { body: { ...body, asked, applied, ...(confirmed ? { confirmed } : {}) }, dueAt: now };
  };
  await changeRoll(records, school, change, { wake: true });
}
