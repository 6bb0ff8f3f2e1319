import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { commandIn } from '#features/read-data.ts';
import { nothingHere, runnerScreen } from '#features/training/training-screen.ts';
import { beginInstall } from '#stores/install-record.ts';
import { peopleAnswer } from './overview.ts';
import { unreachedIn } from './unreached.ts';

/** *Install for everybody who hasn’t got it*: the worker does it, some at a time; the screen shows how far it is. */
export async function installForAll(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  const command = commandIn(request.data);
  if (screen === undefined || command === undefined || deps.entra?.installs !== true) return nothingHere;
  const { school, person } = request.actor;
  const reading = unreachedIn(deps, school);
  const total = (await reading).length;
  const begun = await beginInstall(deps.records, school, { by: person.id, startedAt: deps.now(), total, command });
  deps.nudge();
  return peopleAnswer(
    screen,
    begun ? 'The app is being installed. This takes a while where many have not got it.' : 'It is being installed already.',
    reading,
  );
}
