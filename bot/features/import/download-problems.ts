import { exportAskedCard } from '#cards/export.card.ts';
import { newFile } from '#domain/training/made-file.ts';
import { commandIn } from '#features/case/load-case.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { nothingHere, runnerFor } from '#features/training/register-context.ts';
import { createFile } from '#stores/file-record.ts';
import { importIn } from './press.ts';

/** *Send me the whole list*: every row that is wrong or left out, with its line and reason, as a file. */
export async function downloadProblems(request: CardRequest, deps: Deps): Promise<Answer> {
  const register = await runnerFor(request, deps);
  const loaded = register && (await importIn(register));
  const command = commandIn(request.data);
  if (register === undefined || loaded === undefined || command === undefined) return nothingHere;
  const { actor } = request;
  const content = { what: 'problems', import: loaded.key } as const;
  const file = newFile(content, { by: actor.person.id, at: register.world.now, format: 'csv', day: register.today });
  await createFile(deps.records, actor.school, command, file);
  deps.nudge();
  return { kind: 'dialog', title: 'Rows to look at', card: exportAskedCard('problems') };
}
