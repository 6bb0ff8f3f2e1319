import { type PeopleView, peopleCard } from '#cards/people.card.ts';
import { clockTime } from '#domain/when.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { nothingHere, runnerScreen, type TrainingScreen } from '#features/training/training-screen.ts';
import { loadInstall } from '#stores/install-record.ts';
import { loadRoll } from '#stores/roll-record.ts';
import { lately } from './lately.ts';
import { stillEntered } from './still-entered.ts';
import { unreachedIn } from './unreached.ts';

/** *People*: who the app knows, where the list comes from and what is wrong with it. */
export async function openPeople(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  return screen === undefined ? nothingHere : peopleAnswer(screen);
}

/** `reading`: who cannot be reached, where that is read already, since it takes reading of everybody. */
export async function peopleAnswer(
  screen: TrainingScreen,
  said?: string,
  reading = unreachedIn(screen.deps, screen.request.actor.school),
): Promise<Answer> {
  const { deps, request, world, today } = screen;
  const { school } = request.actor;
  const [roll, unreached, install] = await Promise.all([loadRoll(deps.records, school), reading, installView(screen)]);
  const { source = 'file', syncedAt, trouble, held } = roll?.body ?? {};
  const { joined, left } = lately(deps.directory.members(school), today, world.settings.calendar);
  const view: PeopleView = {
    command: deps.newId(),
    counts: countsOf(screen),
    source,
    ...(syncedAt === undefined ? {} : { updated: clockTime(syncedAt, world.settings.calendar.zone, world.now) }),
    ...(trouble === undefined ? {} : { trouble: trouble.reason }),
    ...(held === undefined ? {} : { held: { doubt: held.doubt, here: held.here, leaving: held.leaving } }),
    changes: { joined: joined.length, left: left.length },
    unreached: unreached.length,
    stillEntered: stillEntered(screen),
    ...(install === undefined ? {} : { install }),
    ...(said === undefined ? {} : { said }),
  };
  return { kind: 'dialog', title: 'People', card: peopleCard(view) };
}

function countsOf({ deps, request }: TrainingScreen): PeopleView['counts'] {
  const counts = { staff: 0, volunteer: 0, governor: 0 };
  for (const { kind, left } of deps.directory.members(request.actor.school)) if (left === undefined) counts[kind] += 1;
  return counts;
}

async function installView({ deps, request, world }: TrainingScreen): Promise<PeopleView['install']> {
  if (deps.entra?.installs !== true) return undefined;
  const body = (await loadInstall(deps.records, request.actor.school))?.body;
  if (body === undefined) return {};
  const { installed, already, failed, total, endedAt, trouble } = body;
  if (body.state === 'running') return { running: { done: installed + already + failed, total } };
  const when = clockTime(endedAt ?? body.startedAt, world.settings.calendar.zone, world.now);
  return { ended: { installed, failed, when, ...(trouble === undefined ? {} : { trouble }) } };
}
