import { peopleChangesCard } from '#cards/people-lists.card.ts';
import { dayOf } from '#domain/days.ts';
import { datedDay } from '#domain/training/day-words.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { pageOf } from '#features/page-of.ts';
import { pageIn } from '#features/read-data.ts';
import { nothingHere, runnerScreen } from '#features/training/training-screen.ts';
import { lately } from './lately.ts';

/** Who is new and who has left, newest first. */
export async function showChanges(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  if (screen === undefined) return nothingHere;
  const { calendar } = screen.world.settings;
  const { joined, left } = lately(deps.directory.members(request.actor.school), screen.today, calendar);
  const rows = [
    ...joined.map(({ name, kind, firstSeen }) => ({
      name,
      kind,
      on: dayOf(calendar, firstSeen ?? screen.world.now),
      what: 'joined' as const,
    })),
    ...left.map((one) => ({ name: one.name, kind: one.kind, on: one.left ?? screen.today, what: 'left' as const })),
  ].sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : one.name.localeCompare(other.name, 'en')));
  const { page, more, shown } = pageOf(rows, pageIn(request.data));
  const card = peopleChangesCard({ page, more, rows: shown.map((row) => ({ ...row, on: datedDay(row.on) })) });
  return { kind: 'dialog', title: 'People', card };
}
