import { longestPaste } from '#cards/import.card.ts';
import { newPosting } from '#domain/posting.ts';
import { newImport } from '#domain/training/import-job.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { pressOf } from '#features/press-of.ts';
import { nothingHere, runnerScreen, type TrainingScreen } from '#features/training/training-screen.ts';
import { createImport, loadImport } from '#stores/import-record.ts';
import { checkSheet } from './check-sheet.ts';
import { drawImport, titleOf } from './draw-import.ts';
import { formAnswer, type Pasted, pastedIn } from './open.ts';
import { readSheet } from './read-sheet.ts';
import { withChecked } from './with-checked.ts';

/** *Check*: a dry run of what was pasted. It is kept with its rows until somebody says yes or no; nothing else is written. */
export async function checkPaste(request: CardRequest, deps: Deps): Promise<Answer> {
  const [screen, pasted] = [await runnerScreen(request, deps), pastedIn(request)];
  if (screen === undefined || pasted === undefined) return nothingHere;
  if (pasted.text.trim() === '') return formAnswer(screen, pasted, { problem: 'Please paste some rows first.' });
  if (pasted.text.length > longestPaste)
    return formAnswer(screen, pasted, { problem: 'This is too long to be pasted. Save it as a CSV file and send that in our chat.' });
  // What is mended and checked again is another list.
  const key = pressOf(pasted.command, [pasted.text, pasted.kind]);
  return (await shown(screen, key)) ?? (await check(screen, pasted, key));
}

async function check(screen: TrainingScreen, pasted: Pasted, key: string): Promise<Answer> {
  const { request, deps, world } = screen;
  const { school, person } = request.actor;
  const read = await readSheet(pasted.text);
  if ('problem' in read) return formAnswer(screen, pasted, { problem: read.problem });
  const kind = pasted.kind === '' ? undefined : pasted.kind;
  const result = await checkSheet(deps, world, { school, by: person.id, sheet: read.sheet, kind });
  if ('unclear' in result)
    return formAnswer(
      screen,
      { ...pasted, asked: true },
      { problem: 'The names of the columns do not say what this is a list of. Please choose.' },
    );
  if ('problem' in result) return formAnswer(screen, pasted, { problem: result.problem });
  const job = newImport({ by: person.id, at: world.now, from: 'paste' });
  const checked = await withChecked(deps.records, { school, key, job }, result.checked);
  // In the chat as well: whoever closes this window finds it there.
  const postings = [newPosting(`${key}-1`, { person: person.id }, 'import', false)];
  await createImport(deps.records, { school, key, job: checked, postings, now: world.now });
  deps.nudge();
  return (await shown(screen, key)) ?? formAnswer(screen, pasted);
}

/** What became of it, when this press has been here before. */
async function shown({ request, deps }: TrainingScreen, key: string): Promise<Answer | undefined> {
  const loaded = await loadImport(deps.records, request.actor.school, key);
  if (loaded === undefined || loaded.job.by !== request.actor.person.id) return undefined;
  return { kind: 'dialog', title: titleOf(loaded.job.kind), card: drawImport(loaded, deps, { command: deps.newId(), inDialog: true }) };
}
