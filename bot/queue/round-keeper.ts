import type { Log } from '#bot/log.ts';
import { dayOf } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import type { SchoolKey } from '#domain/people.ts';
import { mayRunNow, nextRound, tellsToday, toldAfter, toldFrom } from '#domain/training/round.ts';
import { createRound, loadRound, type RoundBody, type RoundScan, writeRound } from '#stores/round-record.ts';
import type { RollDeps } from './apply-roll.ts';
import { type HeldRound, holdRound } from './round-lease.ts';
import { headReadsBoth, tellOfOthers } from './round-notices.ts';
import { confirmRound, endRound, notReached, remindedSince, unfinished } from './round-reminders.ts';
import { nothingRead, type Scanning, scanRegister } from './round-scan.ts';

type RoundDeps = RollDeps & { log: Log };

/** Once the school has a roll it has rounds; the first of them on the next staffed day. */
export async function beginRound({ records, worldOf }: RoundDeps, school: SchoolKey): Promise<void> {
  if ((await loadRound(records, school)) !== undefined) return;
  const { settings, now } = await worldOf(school);
  const told = toldFrom(dayOf(settings.calendar, now));
  await createRound(records, school, { ...told, nextAt: nextRound(settings.calendar, now) });
}

/** Hours or terms may have changed, and with them the time of the next round. One that is under way works it out itself. */
export async function retimeRound({ records, worldOf }: RoundDeps, school: SchoolKey): Promise<void> {
  const loaded = await loadRound(records, school);
  if (loaded === undefined || loaded.body.under !== undefined) return;
  const { settings, now } = await worldOf(school);
  if (loaded.body.nextAt <= now) return;
  const nextAt = nextRound(settings.calendar, now);
  // Somebody else wrote first: a round, which has worked it out from the same settings.
  if (nextAt !== loaded.body.nextAt) await writeRound(records, loaded, { ...loaded.body, nextAt });
}

/**
 * What the worker does when it is woken for `round.current`: once a staffed day, reminds whoever is to be reminded today and makes the
 * messages about others. Killed anywhere it is taken up where it was; with several replicas only one of them does it.
 */
export async function keepRound(deps: RoundDeps, school: SchoolKey): Promise<void> {
  const held = await holdRound(deps, school);
  if (held === undefined) return;
  try {
    const world = await deps.worldOf(school);
    const { calendar, ruleSet } = world.settings;
    const nextAt = nextRound(calendar, world.now);
    // Until set-up has chosen the school's rules, nobody knows what anybody owes.
    if (ruleSet === undefined || !mayRunNow(calendar, world.now)) return await held.giveBack((body) => ({ ...body, nextAt }));
    const done = await runRound(deps, school, world, held);
    await held.giveBack(({ under: _read, cutShort: _over, ...body }) => ({ ...body, ...done, nextAt }));
  } catch (error) {
    // What broke is tried again soon: nobody need wait until the lease runs out.
    await held.giveBack();
    throw error;
  }
}

/** Gives what is to be remembered of it. */
async function runRound(deps: RoundDeps, school: SchoolKey, world: World, held: HeldRound): Promise<Partial<RoundBody>> {
  const { records } = deps;
  await deps.directory.freshen();
  const today = dayOf(world.settings.calendar, world.now);
  const { lastRun, before, later: put = {} } = held.body();
  // The clock of a machine may be set back: what has gone out stays gone.
  if (lastRun !== undefined && lastRun >= today) return {};
  await endEarlier(deps, school, world, held);
  const tells = tellsToday(held.body(), today, headReadsBoth(world));
  const { cutShort } = held.body();
  const missed = new Set(cutShort === undefined ? [] : await notReached(records, school, cutShort));
  const reminded = await remindedSince(records, school, world, lastRun ?? today);
  const scanning: Scanning = { ...deps, school, world, today, lastRun, since: before?.at, tells, reminded, put, missed };
  const scan = await readOn(scanning, held);
  const { told, summed } = await tellOfOthers(scanning, scan, before);
  const untold = scan.remind.filter((person) => !told.has(person));
  const people = untold.filter((person) => scan.later[person] === undefined);
  await confirmRound(records, school, world, today, people);
  deps.log.info('round.done', { count: people.length });
  const sum = summed ? { before: { at: world.now, people: scan.standing.people } } : {};
  const later = Object.fromEntries(untold.flatMap((person) => (scan.later[person] ? [[person, scan.later[person]]] : [])));
  return { lastRun: today, later, ...toldAfter(held.body(), tells, today), ...sum };
}

/** A day's round that is not through by the next one ends there. It is noted first: killed in between, nobody is forgotten. */
async function endEarlier({ records }: RoundDeps, school: SchoolKey, { now }: World, held: HeldRound): Promise<void> {
  const { lastRun } = held.body();
  if (lastRun === undefined) return;
  const key = await unfinished(records, school, lastRun);
  if (key !== undefined) await held.note((body) => ({ ...body, cutShort: key }));
  await endRound(records, school, lastRun, now);
}

/** Goes on where an earlier one of the same day was killed. */
async function readOn(scanning: Scanning, held: HeldRound): Promise<RoundScan> {
  const { under } = held.body();
  const begun = under?.day === scanning.today ? under : undefined;
  if (begun?.read) return begun.scan;
  const scan = await scanRegister(scanning, begun ?? { scan: nothingRead(scanning.world.ruleSet) }, async (after, read) => {
    const day = scanning.today;
    await held.keep((body) => ({
      ...body,
      under: { day, read: after === undefined, scan: read, ...(after === undefined ? {} : { after }) },
    }));
  });
  await held.note((body) => ({ ...body, under: { day: scanning.today, read: true, scan } }));
  return scan;
}
