import { SourceTrouble } from '#bot/graph/people-source.ts';
import { dayOf, daysAfter, instantOn } from '#domain/days.ts';
import { minutesAfter } from '#domain/minutes.ts';
import type { SchoolKey } from '#domain/people.ts';
import type { Calendar } from '#domain/settings.ts';
import type { Instant } from '#domain/time.ts';
import type { Member } from '#domain/training/member.ts';
import type { RollRow } from '#domain/training/roll.ts';
import type { RollSource } from '#domain/training/roll-source.ts';
import { loadRoll } from '#stores/roll-record.ts';
import { applyHeld, type RollDeps } from './apply-roll.ts';
import { refreshOwed } from './refresh-owed.ts';
import { type HeldRoll, holdRoll } from './roll-lease.ts';
import { tellOfDoubt, tellOfTrouble } from './roll-telling.ts';

export type RollKeeperDeps = RollDeps & {
  /** The people of the school file, and what tells this file from another. */
  filePeople: { members: Member[]; digest: string };
};

/** In the school's own time: after the day's changes in Entra, and long before anybody is reminded. */
const nightly = '02:00';
/** Entra that is down or busy is asked again before the night. */
const soonMinutes = 60;

/**
 * What the worker does when it is woken for `roll.current`: takes the roll from its source when that is due or asked for, and moves
 * the training documents whose first due day has changed. While somebody else is at it: nothing, the sweep comes back.
 */
export async function keepRoll(deps: RollKeeperDeps, school: SchoolKey): Promise<undefined> {
  const roll = await loadRoll(deps.records, school);
  const now = deps.now();
  if (roll === undefined || (roll.index.dueAt ?? now) > now) return;
  const held = await holdRoll(deps, school);
  if (held === undefined) return;
  try {
    const wanted = held.body.syncAt <= now || held.asked.includes('sync');
    const syncAt = wanted ? await sync(deps, school, held) : held.body.syncAt;
    await deps.directory.freshen();
    await refreshOwed(deps, school, held.body.since, held.keep);
    await held.note((body) => ({ ...body, syncAt }));
    await held.giveBack(syncAt);
  } catch (error) {
    await held.giveBack();
    throw error;
  }
}

/** Gives when the roll is taken from its source next. */
async function sync(deps: RollKeeperDeps, school: SchoolKey, held: HeldRoll): Promise<Instant> {
  const { settings, now } = await deps.worldOf(school);
  const night = nextNight(settings.calendar, now);
  if (deps.peopleSource === undefined) {
    // A list that the coordinator sent stands until they send another.
    if (held.body.source !== 'csv') await takeFile(deps, school, held);
    return night;
  }
  try {
    await take(deps, school, held, 'graph', await deps.peopleSource.read(school, held.keep));
    return night;
  } catch (error) {
    if (!(error instanceof SourceTrouble)) throw error;
    // The roll as it was last known goes on; where there is none yet, the school file serves.
    if (held.body.source === 'file') await takeFile(deps, school, held);
    await tellOfTrouble(deps, school, held, error.reason);
    const soon = minutesAfter(now, soonMinutes);
    return (error.reason === 'down' || error.reason === 'throttled') && soon < night ? soon : night;
  }
}

async function takeFile(deps: RollKeeperDeps, school: SchoolKey, held: HeldRoll): Promise<void> {
  await take(deps, school, held, 'file', deps.filePeople.members);
}

async function take(deps: RollKeeperDeps, school: SchoolKey, held: HeldRoll, source: RollSource, rows: RollRow[]): Promise<void> {
  const file = deps.filePeople.digest;
  const result = await applyHeld(deps, school, rows, { source, file }, held);
  if (result.kind !== 'doubted') return;
  // Agreed to is what was shown; were it more by now, it is asked again.
  const { confirmed, held: asked } = held.body;
  const agreed = confirmed === true && asked?.doubt === result.doubt && result.leaving <= asked.leaving;
  if (agreed) await applyHeld(deps, school, rows, { source, file, confirmed: true }, held);
  else await tellOfDoubt(deps, school, held, { ...result, source });
}

function nextNight(calendar: Calendar, now: Instant): Instant {
  const today = dayOf(calendar, now);
  const night = instantOn(calendar, today, nightly);
  return night > now ? night : instantOn(calendar, daysAfter(today, 1), nightly);
}
