import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { commandIn } from '#features/read-data.ts';
import { nothingHere, runnerScreen } from '#features/training/training-screen.ts';
import { askRoll } from '#stores/roll-record.ts';
import { peopleAnswer } from './overview.ts';

/** *Update now*: the worker takes the list from its source. */
export const updatePeople = (request: CardRequest, deps: Deps): Promise<Answer> =>
  ask(request, deps, { said: 'The list is being brought up to date. Open this again in a minute to see it.', confirmed: false });

/** *It is right*: what was held back because so many would be gone is taken over all the same. */
export const confirmPeople = (request: CardRequest, deps: Deps): Promise<Answer> =>
  ask(request, deps, { said: 'Thank you. The new list is being taken over. Open this again in a minute to see it.', confirmed: true });

async function ask(request: CardRequest, deps: Deps, { said, confirmed }: { said: string; confirmed: boolean }): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  const command = commandIn(request.data);
  if (screen === undefined || command === undefined) return nothingHere;
  await askRoll(deps.records, request.actor.school, { what: 'sync', now: deps.now(), command, confirmed });
  deps.nudge();
  return peopleAnswer(screen, said);
}
