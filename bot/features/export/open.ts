import type { Broke } from '#cards/broke.ts';
import { exportAskedCard, exportCard } from '#cards/export.card.ts';
import { type FileFormat, fileFormats, newFile } from '#domain/training/made-file.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { pressOf } from '#features/press-of.ts';
import { commandIn, oneOfIn } from '#features/read-data.ts';
import { nothingHere, rememberedScreen, screenFor } from '#features/training/training-screen.ts';
import { createFile } from '#stores/file-record.ts';

const title = 'Download';

/** *Download*: as what the register is wanted. */
export async function openExport(request: CardRequest, deps: Deps): Promise<Answer> {
  if ((await screenFor(request, deps)) === undefined) return nothingHere;
  return { kind: 'dialog', title, card: exportCard({ command: deps.newId(), format: 'xlsx' }) };
}

/** *Make it*: the worker makes the file and offers it in the chat. The press names it, so that a second one makes nothing more. */
export async function askForExport(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await screenFor(request, deps);
  const command = commandIn(request.data);
  if (screen === undefined || command === undefined) return nothingHere;
  const { school, person } = request.actor;
  const given = { by: person.id, at: screen.world.now, format: formatIn(request), day: screen.today };
  await createFile(deps.records, school, pressOf(command, given.format), newFile({ what: 'register' }, given));
  deps.nudge();
  return { kind: 'dialog', title, card: exportAskedCard('register') };
}

function formatIn({ data }: CardRequest): FileFormat {
  return oneOfIn(data, 'format', fileFormats) ?? 'xlsx';
}

export function sameExport(request: CardRequest, deps: Deps, trouble: Broke): Answer | undefined {
  const command = commandIn(request.data);
  if (command === undefined || rememberedScreen(request, deps) === undefined) return undefined;
  return { kind: 'dialog', title, card: exportCard({ command, format: formatIn(request), trouble }) };
}
