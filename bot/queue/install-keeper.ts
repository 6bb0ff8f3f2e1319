import { setTimeout as pause } from 'node:timers/promises';
import type { RollDeps } from '#bot/graph/apply-roll.ts';
import { atOnce } from '#bot/graph/at-once.ts';
import { type PeopleSource, SourceTrouble } from '#bot/graph/people-source.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import { type InstallBody, loadInstall, saveInstall } from '#stores/install-record.ts';
import { keepReach, reachOf } from '#stores/reach-record.ts';
import type { Records } from '#stores/records.ts';

/** Milliseconds between two: Graph takes 30 installations a second of one app, and others in the tenant may be installing too. */
const apart = 50;
/** People looked at between two writes of the cursor, and at a time. */
const slice = 100;
const writers = 4;
/** Milliseconds. Longer than a slice takes with Graph's longest pauses. */
const leaseFor = 300_000;
/** Seconds after which Graph is asked again when it gave nothing, and how often in a row. */
const again = 60;
const mostStumbles = 5;

type InstallDeps = RollDeps & { peopleSource?: PeopleSource | undefined };

/** What the worker does when it is woken for `roll.install`: some more people. Gives the seconds after which to go on; undefined at the end. */
export async function keepInstall(deps: InstallDeps, school: SchoolKey): Promise<number | undefined> {
  const stored = await loadInstall(deps.records, school);
  if (stored === undefined || stored.body.state !== 'running') return undefined;
  if ((stored.body.leasedUntil ?? 0) > deps.machineNow()) return undefined;
  const held = await saveInstall(deps.records, stored, { ...stored.body, leasedUntil: deps.machineNow() + leaseFor });
  if (held === undefined) return undefined;
  const { leasedUntil: _ours, ...body } = held.body;
  const { next, after } = await installSome(deps, school, body);
  await saveInstall(deps.records, held, next);
  return next.state === 'running' ? after : undefined;
}

async function installSome(deps: InstallDeps, school: SchoolKey, body: InstallBody): Promise<{ next: InstallBody; after: number }> {
  const here = deps.directory.members(school).flatMap(({ id, left }) => (left === undefined && id > body.after ? [id] : []));
  const people = here.sort().slice(0, slice);
  const last = people.at(-1);
  const install = deps.peopleSource?.install;
  if (install === undefined) return { next: { ...body, state: 'stopped', trouble: 'unclear', endedAt: deps.now() }, after: 0 };
  if (last === undefined) return { next: { ...body, state: 'done', endedAt: deps.now() }, after: 0 };
  const next = { ...body, stumbles: 0 };
  try {
    await atOnce(people, writers, async (person) => {
      const came = await installFor(deps.records, school, person, install);
      if (came !== undefined) next[came] += 1;
    });
    return { next: { ...next, after: last }, after: 0 };
  } catch (error) {
    if (!(error instanceof SourceTrouble)) throw error;
    return stumbled(next, body.stumbles + 1, error, deps.now());
  }
}

/** Those who were done before the trouble are asked for once more and found to have it; they are not counted twice then. */
function stumbled(body: InstallBody, stumbles: number, { reason, after = again }: SourceTrouble, now: string) {
  const passing = reason === 'throttled' || reason === 'down';
  if (passing && stumbles < mostStumbles) return { next: { ...body, stumbles }, after: Math.max(1, after) };
  return { next: { ...body, stumbles, state: 'stopped' as const, trouble: reason, endedAt: now }, after: 0 };
}

/** Undefined for whoever can be written to already. */
async function installFor(
  records: Records,
  school: SchoolKey,
  person: PersonId,
  install: NonNullable<PeopleSource['install']>,
): Promise<'installed' | 'already' | 'failed' | undefined> {
  const reach = await reachOf(records, school, person);
  if (reach !== undefined && reach.failed === undefined) return undefined;
  await pause(apart);
  const came = await install(person.slice(person.indexOf(':') + 1));
  if (came === 'no-account' || came === 'refused') {
    await keepReach(records, school, person, { ...reach, failed: came === 'no-account' ? 'gone' : 'not-installed' });
    return 'failed';
  }
  // Teams tells the bot where they can be written to; until it does, the chat is made by their id.
  const { failed, ...known } = (await reachOf(records, school, person)) ?? {};
  if (failed !== undefined || reach === undefined) await keepReach(records, school, person, known);
  return came;
}
