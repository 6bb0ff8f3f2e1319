import { peopleChangesCard } from '#cards/people-lists.card.ts';
import { dayOf } from '#domain/days.ts';
import { datedDay } from '#domain/training/day-words.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { nothingHere, runnerFor } from '#features/training/register-context.ts';
import { lately } from './lately.ts';
import { pageOf } from './page.ts';

/** Who is new and who has left, newest first. */
export async function showChanges(request: CardRequest, deps: Deps): Promise<Answer> {
  const register = await runnerFor(request, deps);
  if (register === undefined) return nothingHere;
  const { calendar } = register.world.settings;
  const { joined, left } = lately(deps.directory.members(request.actor.school), register.today, calendar);
  const rows = [
    ...joined.map(({ name, kind, firstSeen }) => ({
      name,
      kind,
      on: dayOf(calendar, firstSeen ?? register.world.now),
      what: 'joined' as const,
    })),
    ...left.map((one) => ({ name: one.name, kind: one.kind, on: one.left ?? register.today, what: 'left' as const })),
  ].sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : one.name.localeCompare(other.name, 'en')));
  const { page, more, shown } = pageOf(rows, request.data['page']);
  const card = peopleChangesCard({ page, more, rows: shown.map((row) => ({ ...row, on: datedDay(row.on) })) });
  return { kind: 'dialog', title: 'People', card };
}
