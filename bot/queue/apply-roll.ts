import { atOnce } from '#bot/at-once.ts';
import type { Directory } from '#bot/graph/directory.ts';
import type { PeopleSource } from '#bot/graph/people-source.ts';
import { dayOf } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Member } from '#domain/training/member.ts';
import { type Doubt, diffRoll, doubtOf, hereAlready, newSince, type RollRow } from '#domain/training/roll.ts';
import type { RollSource } from '#domain/training/roll-source.ts';
import { unreachedIn } from '#features/people/unreached.ts';
import type { TrainingCounts } from '#features/training/counts.ts';
import { beginInstall } from '#stores/install-record.ts';
import { membersSince, saveMember } from '#stores/member-record.ts';
import type { Records } from '#stores/records.ts';
import type { RollBody } from '#stores/roll-record.ts';
import { type HeldRoll, holdRoll } from './roll-lease.ts';
import { tellOfNewPlace } from './roll-telling.ts';
import { keepTraining } from './training-index.ts';

export type RollDeps = {
  records: Records;
  directory: Directory;
  /** Entra, where it is configured. */
  peopleSource?: PeopleSource | undefined;
  trainingCounts: TrainingCounts;
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

export type RollOptions = { source: RollSource; confirmed?: boolean; file?: string };

/** Writes under way at a time: the store is not ours alone. */
const writers = 8;

/**
 * Makes the roll what `rows` say: everybody who is not in them has left. Writes only members that changed; run again after a crash it
 * does what is left. From `csv` the roll stays the coordinator's: the school file is not asked any more.
 */
export async function applyRoll(deps: RollDeps, school: SchoolKey, rows: readonly RollRow[], options: RollOptions): Promise<RollResult> {
  const held = await holdRoll(deps, school);
  if (held === undefined) return { kind: 'busy' };
  // Without a day: what others had asked of the roll meanwhile is still to be done.
  return await applyHeld(deps, school, rows, options, held).finally(() => held.giveBack());
}

/** The same for whoever holds the roll already. */
export async function applyHeld(
  deps: RollDeps,
  school: SchoolKey,
  rows: readonly RollRow[],
  { source, confirmed = false, file }: RollOptions,
  held: HeldRoll,
): Promise<Exclude<RollResult, { kind: 'busy' }>> {
  const world = await deps.worldOf(school);
  const today = dayOf(world.settings.calendar, world.now);
  const { known, latest } = await everybody(deps.records, school);
  const change = diffRoll(known, rows, { now: world.now, today, newSince: newSince(held.body, source) });
  const doubt = confirmed ? undefined : doubtOf(known, change);
  if (doubt !== undefined) {
    const here = known.filter(({ left }) => left === undefined).length;
    return { kind: 'doubted', doubt, here, leaving: change.left.length };
  }
  // Whoever sent a list was told when it was checked. Before anything is written: a crash in between would take them for known.
  if (source !== 'csv') await tellOfNewPlace(deps, school, held.body, { source, here: hereAlready(change) });
  // A clock may have been put back: a replica that has loaded what changed last must meet this too.
  const at = latest !== undefined && latest > world.now ? latest : world.now;
  await atOnce([...change.joined, ...change.changed, ...change.left], writers, async (member) => {
    await held.keep();
    // The training first: a crash in between leaves the member as it was, so both are done again.
    await keepTraining(deps.records, school, member, world, held.body.since);
    await saveMember(deps.records, school, member, at);
  });
  await held.note((body) => noted(body, { source, at: world.now, file }));
  await deps.directory.freshen();
  // After the directory: whoever counts takes from it who is here.
  deps.trainingCounts.forget(school);
  if (change.joined.some(({ firstSeen }) => firstSeen !== undefined)) await installForNew(deps, school, held.body, world.now);
  return { kind: 'applied', joined: idsOf(change.joined), left: idsOf(change.left), changed: idsOf(change.changed), same: change.same };
}

/** Nobody has to press for it: what the new owe they are reminded of in days, and without the app they cannot be written to. */
async function installForNew(deps: RollDeps, school: SchoolKey, { version }: RollBody, startedAt: Instant): Promise<void> {
  if (deps.peopleSource?.install === undefined) return;
  const total = (await unreachedIn(deps, school)).length;
  await beginInstall(deps.records, school, { startedAt, total, command: `roll-${version}` });
}

/** `latest`: the last moment at which any of them changed. */
async function everybody(records: Records, school: SchoolKey): Promise<{ known: Member[]; latest: Instant | undefined }> {
  const known: Member[] = [];
  let latest: Instant | undefined;
  for await (const page of membersSince(records, school)) {
    known.push(...page.map(({ body }) => body));
    latest = page.at(-1)?.index.at ?? latest;
  }
  return { known, latest };
}

const idsOf = (members: Member[]) => members.map(({ id }) => id);

function noted(body: RollBody, done: { source: RollSource; at: Instant; file: string | undefined }): RollBody {
  const { held: _held, trouble: _trouble, confirmed: _confirmed, file: _file, ...rest } = body;
  return {
    ...rest,
    source: done.source,
    syncedAt: done.at,
    // Also where nothing was left to change: one that was cut off may have changed everything and not come to this.
    version: body.version + 1,
    ...(done.file === undefined ? {} : { file: done.file }),
  };
}
