import { setTimeout as pause } from 'node:timers/promises';
import { atOnce } from '#bot/at-once.ts';
import { type PeopleSource, SourceTrouble } from '#bot/graph/people-source.ts';
import { minutesAfter } from '#domain/minutes.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import { type InstallBody, loadInstall, saveInstall } from '#stores/install-record.ts';
import { keepReach, reachOf } from '#stores/reach-record.ts';
import type { Records } from '#stores/records.ts';
import type { RollDeps } from './apply-roll.ts';
import { takeLease } from './lease.ts';

/** Milliseconds between two on the whole: Graph takes 30 installations a second of one app in one tenant. */
const apart = 50;
/** People looked at between two writes of the cursor, and at a time. */
const slice = 100;
const writers = 4;
/** Seconds after which Graph is asked again when it gave nothing, and how often in a row. */
const again = 60;
const mostStumbles = 5;

/** What the worker does when it is woken for `roll.install`: some more people. Gives 0 to go on at once; while Graph is to be left alone the record is the timer. */
export async function keepInstall(deps: RollDeps, school: SchoolKey): Promise<number | undefined> {
  const lease = await takeLease(deps, school, 'install');
  if (typeof lease === 'number') return undefined;
  try {
    const stored = await loadInstall(deps.records, school);
    if (stored?.body.state !== 'running' || (stored.body.nextAt ?? '') > deps.now()) return undefined;
    const { nextAt: _past, ...body } = stored.body;
    const next = await installSome(deps, school, body);
    await saveInstall(deps.records, stored, next);
    return next.state === 'running' && next.nextAt === undefined ? 0 : undefined;
  } finally {
    await lease.giveBack();
  }
}

async function installSome(deps: RollDeps, school: SchoolKey, body: InstallBody): Promise<InstallBody> {
  const here = deps.directory.members(school).flatMap(({ id, left }) => (left === undefined && id > body.after ? [id] : []));
  const people = here.sort().slice(0, slice);
  const last = people.at(-1);
  const install = deps.peopleSource?.install;
  if (install === undefined) return { ...body, state: 'stopped', trouble: 'unclear', endedAt: deps.now() };
  if (last === undefined) return { ...body, state: 'done', endedAt: deps.now() };
  const next = { ...body, stumbles: 0 };
  try {
    await atOnce(people, writers, async (person) => {
      const came = await installFor(deps.records, school, person, install);
      if (came !== undefined) next[came] += 1;
    });
    return { ...next, after: last };
  } catch (error) {
    if (!(error instanceof SourceTrouble)) throw error;
    return stumbled(next, body.stumbles + 1, error, deps.now());
  }
}

/** Those who were done before the trouble are asked for once more and found to have it; they are not counted twice then. */
function stumbled(body: InstallBody, stumbles: number, { reason, after = again }: SourceTrouble, now: Instant): InstallBody {
  const passing = reason === 'throttled' || reason === 'down';
  if (passing && stumbles < mostStumbles) return { ...body, stumbles, nextAt: minutesAfter(now, after / 60) };
  return { ...body, stumbles, state: 'stopped', trouble: reason, endedAt: now };
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
  await pause(apart * writers);
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
