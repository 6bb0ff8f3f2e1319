import { setTimeout as pause } from 'node:timers/promises';
import type { World } from '#domain/decide.ts';
import { isDue, leaseMs, nextPostingAt, type Posting } from '#domain/posting.ts';
import { VersionConflict } from '#stores/records.ts';
import type { Courier } from './courier.ts';
import type { Held, Keeper, Outcome } from './keeper.ts';
import type { SendResult } from './sender.ts';

const mostRounds = 6;
const mostConflicts = 20;
/** A receipt that is never written means the same message again: so it is worth a few more tries. */
const receiptTries = 3;
/** After so many tries without an answer it counts as undeliverable, and the next people are asked. */
const mostAttempts = 8;

type Result = SendResult | { kind: 'never'; reason: string };

export type Delivering = { courier: Courier; world: () => Promise<World>; machineNow: () => number };

/**
 * Brings everything that one document owes by now into Teams. Gives the seconds after which to look again when Teams asked
 * us to wait. A crash after a POST and before its receipt posts again: better told twice than never.
 */
export async function deliver<State>(keeper: Keeper<State>, school: string, id: string, work: Delivering): Promise<number | undefined> {
  const waits: number[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const world = await work.world();
    const leased = await lease(keeper, school, id, world, work);
    if (leased === undefined) return undefined;
    if (leased.mine.length === 0) {
      if (nextPostingAt(leased.held.postings, world.now) === undefined) await keeper.finished?.(leased.held);
      return waits.length === 0 ? undefined : Math.min(...waits);
    }
    // Whoever is owed something because another could not be reached must not wait with that other: so another round.
    waits.push(...(await sendAll(keeper, leased.held, leased.mine, world, work)));
  }
  return 1;
}

/** One write: what the clock owes, and a lease on every posting that is due. Nothing is written when neither is. */
async function lease<State>(keeper: Keeper<State>, school: string, id: string, world: World, work: Delivering) {
  return untilItSticks(async () => {
    const held = await keeper.load(school, id);
    if (held === undefined) return undefined;
    const advanced = await keeper.advance(held, world);
    const machineNow = work.machineNow();
    const mine = advanced.postings.filter((posting) => isDue(posting, machineNow));
    const leases = new Set(mine.map((posting) => posting.id));
    if (mine.length === 0 && advanced === held) return { held, mine };
    const postings = advanced.postings.map((posting) =>
      leases.has(posting.id) ? { ...posting, leasedUntil: machineNow + leaseMs } : posting,
    );
    const saved = await saveLease(keeper, held, { ...advanced, postings }, leases, world);
    return { held: saved, mine: saved.postings.filter((posting) => leases.has(posting.id)) };
  });
}

/** A lease whose answer was lost is ours all the same when it is found there: nobody need wait until it runs out. */
async function saveLease<State>(keeper: Keeper<State>, before: Held<State>, after: Held<State>, leases: Set<string>, world: World) {
  try {
    return await keeper.save(before, after, world);
  } catch (error) {
    if (error instanceof VersionConflict) throw error;
    const stored = await keeper.load(before.school, before.id);
    const ours = after.postings.filter(({ id }) => leases.has(id));
    const isThere = ours.every(({ id, leasedUntil }) => stored?.postings.some((one) => one.id === id && one.leasedUntil === leasedUntil));
    if (stored === undefined || ours.length === 0 || !isThere) throw error;
    return stored;
  }
}

/** All at once; each receipt is recorded as it comes, so that one slow call holds nobody else's up. Gives the seconds to wait for those put off. */
async function sendAll<State>(
  keeper: Keeper<State>,
  held: Held<State>,
  mine: Posting[],
  world: World,
  work: Delivering,
): Promise<number[]> {
  let recording: Promise<unknown> = Promise.resolve();
  const waits: number[] = [];
  const done = await Promise.allSettled(
    mine.map(async (posting) => {
      const outgoing = await keeper.draw(held, posting, world);
      const result: Result =
        'withheld' in outgoing ? { kind: 'never', reason: outgoing.withheld } : await work.courier.bring(held.school, posting, outgoing);
      if (result.kind === 'later') waits.push(result.after);
      // One receipt that cannot be written must not take the others with it: they would be posted again.
      const recorded = recording.then(() => record(keeper, held, posting, result, world, work));
      recording = recorded.catch(() => undefined);
      await recorded;
    }),
  );
  const broken = done.find((one) => one.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
  return waits.map((seconds) => Math.max(1, seconds));
}

/** Reload, apply, replace, until it sticks, also when the store stumbles. Never posts again. */
async function record<State>(
  keeper: Keeper<State>,
  { school, id }: Held<State>,
  sent: Posting,
  result: Result,
  world: World,
  { machineNow }: Delivering,
): Promise<void> {
  await untilItSticks(async () => {
    const held = await keeper.load(school, id);
    const posting = held?.postings.find((candidate) => candidate.id === sent.id);
    if (held === undefined || posting === undefined || isRecorded(posting, sent, result)) return;
    const first = posting.shown === 0;
    const next = receipt(posting, sent.want, result, machineNow());
    const postings = held.postings.map((candidate) => (candidate.id === sent.id ? next : candidate));
    const outcome = outcomeOf(next, result);
    const after = { ...held, postings };
    await keeper.save(held, outcome === undefined ? after : keeper.settle(after, next, outcome, first, world), world);
  }, receiptTries);
}

/** The write happened and only its answer was lost: what follows from it must not follow twice. */
const isRecorded = (posting: Posting, sent: Posting, result: Result): boolean =>
  posting.failed !== undefined || (result.kind === 'sent' && posting.shown >= sent.want);

function receipt(posting: Posting, drawn: number, result: Result, machineNow: number): Posting {
  const { leasedUntil: _lease, putOffUntil: _wait, ...rest } = posting;
  if (result.kind === 'sent')
    return { ...rest, shown: drawn, attempts: 0, conversationId: result.conversationId, activityId: result.activityId };
  if (result.kind === 'never') return { ...rest, failed: result.reason };
  const attempts = posting.attempts + 1;
  // Throttling is Teams saying "not yet": it is no sign that they cannot be reached.
  if (attempts >= mostAttempts && result.reason !== 'throttled') return { ...rest, attempts, failed: result.reason };
  return { ...rest, attempts, putOffUntil: machineNow + result.after * 1_000 };
}

function outcomeOf(posting: Posting, result: Result): Outcome | undefined {
  if (posting.failed !== undefined) return { kind: 'failed', reason: posting.failed };
  return result.kind === 'sent' ? { kind: 'shown' } : undefined;
}

/** Again at once after a conflict; after any other error a little later, and only where `stumbles` allows some. */
async function untilItSticks<Value>(attempt: () => Promise<Value>, stumbles = 0): Promise<Value> {
  let stumbled = 0;
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= mostConflicts) throw error;
      if (error instanceof VersionConflict) continue;
      stumbled += 1;
      if (stumbled > stumbles) throw error;
      await pause(stumbled * 200);
    }
  }
}
