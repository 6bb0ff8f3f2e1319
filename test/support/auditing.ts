import type { Persona } from '#test/local-teams/client.ts';
import { onScreen } from './telling.ts';
import { openOverview } from './training.ts';

/** The ten statements, from *my training*. */
export async function openAudit(person: Persona): Promise<string> {
  await person.closeDialog();
  await person.say('my training');
  await person.press('Answer the self-audit');
  return onScreen(person);
}

/** Statements and levels, from 1 to 4. */
export async function answerAudit(person: Persona, levels: Record<string, number>): Promise<string> {
  await openAudit(person);
  await person.press('Save', Object.fromEntries(Object.entries(levels).map(([key, level]) => [`level.${key}`, String(level)])));
  const screen = await onScreen(person);
  await person.closeDialog();
  return screen;
}

/** The results, from the overview of the register. */
export async function openResults(person: Persona): Promise<string> {
  await openOverview(person);
  await person.press('Self-audit results');
  return onScreen(person);
}
