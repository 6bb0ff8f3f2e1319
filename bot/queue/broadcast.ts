import { errorKind, type Log } from '#bot/log.ts';
import type { World } from '#domain/decide.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Campaign } from '#domain/training/campaign.ts';
import type { Fate, Progress } from '#domain/training/progress.ts';
import { NotWrittenDown, type ReceiptDeps } from './receipts.ts';
import { giveUpOn, type RemindDeps, remindOne } from './remind-one.ts';
import type { SendResult } from './sender.ts';

/** Enough that Teams' limit, and not its answering time, sets the speed; few enough that nobody waits 2 s for their turn in the budget. */
const inFlight = 80;
/** After so many tries somebody cannot be reached, if Teams took messages for others in the meantime; else after `mostTries`. */
const tries = 5;
const mostTries = 30;
/** So many in a row without one that Teams takes: it is Teams, not they, so nobody new is tried for a while (milliseconds). */
const dryRun = 20;
const drought = 5_000;
const mostWait = 60;
/** Seconds after which the store is asked again that could not be read. */
const storeRests = 2;
/** Milliseconds from one lane to the next: while the first connections are opened, messages are slower on their way than later ones. */
const apart = 40;
/** Milliseconds between looks at whether to stop, while all that is left must wait. */
const look = 100;

export type Broadcast = {
  school: SchoolKey;
  campaign: Campaign;
  people: readonly PersonId[];
  progress: Progress;
  /** Asked before each message. */
  mayGo: () => boolean;
  world: () => World;
};

type Later = { kind: 'later'; after: number; reason: Extract<SendResult, { kind: 'later' }>['reason'] | 'store' };
type Deps = RemindDeps & Pick<ReceiptDeps, 'pause'> & { machineNow: () => number; log: Log };
type PutOff = { position: number; tried: number; since: number; at: number };
type State = { next: number; putOff: PutOff[]; dry: number; holdUntil: number; tookOne: number; broken?: { error: unknown } };

/** Sends to everybody who is not settled yet, several at once, until none is left or it may not go on. Those in hand are always finished. */
export async function broadcast(deps: Deps, run: Broadcast): Promise<void> {
  const state: State = { next: run.progress.cursor(), putOff: [], dry: 0, holdUntil: 0, tookOne: 0 };
  const lane = async () => {
    for (let turn = take(run, state, deps.machineNow()); turn !== undefined; turn = take(run, state, deps.machineNow())) {
      await sendTo(deps, run, state, turn).catch((error: unknown) => {
        // What cannot be written down must not be sent: so nobody else begins. Those in hand break after it, and say less of why.
        state.broken ??= { error };
      });
    }
  };
  while (run.mayGo() && run.progress.cursor() < run.people.length) {
    const lanes: Promise<void>[] = [];
    while (lanes.length < inFlight && hasTurn(run, state, deps.machineNow())) {
      lanes.push(lane());
      await deps.pause(apart);
    }
    await Promise.all(lanes);
    if (state.broken !== undefined) throw state.broken.error;
    if (run.progress.cursor() < run.people.length) await deps.pause(look);
  }
}

function hasTurn(run: Broadcast, state: State, now: number): boolean {
  if (state.broken !== undefined || !run.mayGo() || now < state.holdUntil) return false;
  return state.next < run.people.length || state.putOff.some(({ at }) => at <= now);
}

/** Whose turn it is: first whoever has waited long enough, then the next of the list. */
function take(run: Broadcast, state: State, now: number): PutOff | undefined {
  if (!hasTurn(run, state, now)) return undefined;
  const ready = state.putOff.findIndex(({ at }) => at <= now);
  if (ready >= 0) return state.putOff.splice(ready, 1)[0];
  while (state.next < run.people.length && run.progress.isSettled(state.next)) state.next += 1;
  if (state.next >= run.people.length) return undefined;
  state.next += 1;
  return { position: state.next - 1, tried: 0, since: now, at: now };
}

async function sendTo(deps: Deps, run: Broadcast, state: State, one: PutOff): Promise<void> {
  const person = run.people[one.position];
  if (person === undefined) return;
  const turn = { school: run.school, campaign: run.campaign, position: one.position, person };
  const result = await remindOne(deps, turn, run.world()).catch((error: unknown) => storeTrouble(deps.log, error));
  const now = deps.machineNow();
  if (result.kind !== 'later') return settle(run, state, one.position, result, now);
  state.dry += 1;
  if (state.dry >= dryRun) state.holdUntil = now + (isTheirs(result) ? drought : result.after * 1_000);
  const tried = one.tried + (isTheirs(result) ? 1 : 0);
  if (tried >= mostTries || (tried >= tries && state.tookOne > one.since))
    return settle(run, state, one.position, await giveUpOn(deps, turn, result.reason, run.world()), now);
  state.putOff.push({ ...one, tried, at: now + waitOf(result, tried) });
}

function settle({ progress }: Broadcast, state: State, position: number, fate: Fate, now: number): void {
  progress.settle(position, fate);
  if (fate.kind !== 'delivered') return;
  state.dry = 0;
  state.tookOne = now;
}

/** Nothing had been sent yet, so they are only put off. */
function storeTrouble(log: Log, error: unknown): Later {
  if (error instanceof NotWrittenDown) throw error;
  log.error('worker.broke', { reason: 'store', error: errorKind(error) });
  return { kind: 'later', after: storeRests, reason: 'store' };
}

/** Throttling is Teams saying "not yet", and the store's trouble is ours: no sign that they cannot be reached. */
const isTheirs = ({ reason }: Later) => reason === 'busy' || reason === 'no-answer';

const waitOf = (later: Later, tried: number) =>
  (isTheirs(later) ? Math.max(later.after, Math.min(mostWait, 2 ** tried)) : later.after) * 1_000;
