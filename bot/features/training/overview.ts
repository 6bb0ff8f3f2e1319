import { trainingOverviewCard } from '#cards/training-overview.card.ts';
import { standingRows } from '#domain/training/standing.ts';
import { clockTime } from '#domain/when.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { nothingHere, screenFor, type TrainingScreen } from './training-screen.ts';

/** *Training*: where the school stands. */
export async function openTraining(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await screenFor(request, deps);
  return screen === undefined ? nothingHere : overviewAnswer(screen);
}

export async function overviewAnswer(screen: TrainingScreen, said?: string): Promise<Answer> {
  const { deps, world, request, label, mayRun } = screen;
  const { standing, at } = await deps.trainingCounts.of(deps, world, request.actor.school);
  const rows = standingRows(standing).map(({ topic, ...row }) => ({ label: label(topic), ...row }));
  const card = trainingOverviewCard({
    rows,
    people: standing.people,
    asOf: clockTime(at, world.settings.calendar.zone, world.now),
    mayRun,
    ...(said === undefined ? {} : { said }),
  });
  return { kind: 'dialog', title: 'Training', card };
}
