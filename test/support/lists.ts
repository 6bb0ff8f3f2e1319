import { setTimeout as pause } from 'node:timers/promises';
import type { Persona } from '#test/local-teams/client.ts';
import type { TestSchool } from './school.ts';
import { quiet } from './telling.ts';

/** A CSV as Excel would save it. */
export const csv = (...rows: string[][]): string => `${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;

/** Sends a list in the chat, and gives the card that says what is in it. */
export async function sendList(school: TestSchool, sender: Persona, content: string | Uint8Array, name = 'list.csv') {
  await sender.sendFile(name, content);
  await quiet(school);
  return await newestCard(sender);
}

/** Presses a button on the newest card, and gives the card that stands there once all is quiet. */
export async function pressOn(school: TestSchool, presser: Persona, title: string) {
  await presser.press(title);
  await quiet(school);
  return await newestCard(presser);
}

export async function newestCard(person: Persona) {
  const card = (await person.cards()).at(-1);
  if (card === undefined) throw new Error('There is no card in this chat');
  return card;
}

export const newestText = async (person: Persona) =>
  (await person.messages()).findLast(({ text, mine }) => text !== undefined && !mine)?.text ?? '';

/** Resolves once the bot has asked the storage for so many files, whatever it was answered. */
export async function fetchedOnce({ teams }: TestSchool, times = 1): Promise<void> {
  const deadline = AbortSignal.timeout(5_000);
  while ((await teams.record()).filter(({ path }) => path.startsWith('/files/content')).length < times) {
    if (deadline.aborted) throw new Error('The bot has not asked for the file');
    await pause(5);
  }
}
