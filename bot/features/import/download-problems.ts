import { exportAskedCard } from '#cards/export.card.ts';
import { newFile } from '#domain/training/made-file.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { commandIn } from '#features/read-data.ts';
import { nothingHere, runnerScreen } from '#features/training/training-screen.ts';
import { createFile } from '#stores/file-record.ts';
import { importIn } from './press.ts';

/** *Send me the whole list*: every row that is wrong or left out, with its line and reason, as a file. */
export async function downloadProblems(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  const loaded = screen && (await importIn(screen));
  const command = commandIn(request.data);
  if (screen === undefined || loaded === undefined || command === undefined) return nothingHere;
  const { actor } = request;
  const content = { what: 'problems', import: loaded.key } as const;
  const file = newFile(content, { by: actor.person.id, at: screen.world.now, format: 'csv', day: screen.today });
  await createFile(deps.records, actor.school, command, file);
  deps.nudge();
  return { kind: 'dialog', title: 'Rows to look at', card: exportAskedCard('problems') };
}
