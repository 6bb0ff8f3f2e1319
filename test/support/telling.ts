import { setTimeout as pause } from 'node:timers/promises';
import type { Persona, Typing } from '#test/local-teams/client.ts';
import type { TestSchool } from './school.ts';

/** The tiles by their key, as they are written on the screen. */
export const tiles = {
  imagery: 'Nude or sexual picture or video of a child',
  bullying: 'Bullying, hate or cruel messages',
  adult: 'Worry about an adult who works or volunteers here',
  rules: 'Rule-breaking: phones, games, copying, accounts',
  content: 'Harmful or upsetting content, games, dares or scams',
  other: 'Something else, or not sure',
  technical: 'Filtering or technical problem',
};
export type TileName = keyof typeof tiles;

/** The dialog, with the tiles in it. */
export async function openForm(reporter: Persona): Promise<void> {
  await reporter.say('report');
  await reporter.press('Report a concern');
}

/** The dialog, with a tile's questions in it. */
export async function openTile(reporter: Persona, tile: TileName): Promise<void> {
  await openForm(reporter);
  await reporter.press(tiles[tile]);
}

/** The text of the open dialog. Throws when none is open. */
export async function onScreen(reporter: Persona): Promise<string> {
  const dialog = await reporter.dialog();
  if (dialog === undefined) throw new Error('No dialog is open');
  return dialog.text ?? dialog.card?.text ?? dialog.trouble ?? '';
}

/** Sends what the open questions were answered with, and closes the dialog. Gives the key of the report. */
export async function sendOpen(reporter: Persona, typing: Typing = {}): Promise<string> {
  if (Object.keys(typing).some((id) => id.startsWith('x.'))) await showMore(reporter);
  await reporter.press('Send', typing);
  const [, first, second] = /Sent: OS-(\w{4})-(\w{4})/.exec(await onScreen(reporter)) ?? [];
  if (first === undefined || second === undefined) throw new Error(`Not sent: ${await onScreen(reporter)}`);
  await reporter.closeDialog();
  return `${first}${second}`;
}

/** What few reports need is one tap away. */
export async function showMore(reporter: Persona): Promise<void> {
  const more = (await reporter.dialog())?.card?.buttons.find(({ title }) => title.startsWith('More'));
  await reporter.press({ title: more?.title ?? 'More' });
}

/** The whole report, by the buttons. */
export async function sendReport(reporter: Persona, tile: TileName, typing: Typing = {}): Promise<string> {
  await openTile(reporter, tile);
  return await sendOpen(reporter, typing);
}

/** Once no turn is under way and nothing is owed: what has not come by now does not come. */
export async function quiet(school: TestSchool): Promise<void> {
  const deadline = AbortSignal.timeout(8_000);
  await school.teams.settled();
  for (;;) {
    const [due] = await school.store.records.due(school.clock.now(), 1);
    if (due === undefined) return;
    if (deadline.aborted) throw new Error(`Still owed after 8 seconds: ${due.id}`);
    // Not at once: looking without a rest takes the processor from what is waited for.
    await pause(5);
  }
}

/** Moves the clock and waits until all that came due has been sent. */
export async function pass(school: TestSchool, minutes: number): Promise<void> {
  await school.later(minutes);
  await quiet(school);
}

/** Everything that somebody reads anywhere in Teams: texts, cards and previews. */
export async function everythingSeen(person: Persona): Promise<string> {
  const { conversations } = await person.state();
  return conversations
    .flatMap(({ messages }) => messages.flatMap(({ text, card, summary }) => [text, card?.text, card?.speak, summary]))
    .filter(Boolean)
    .join('\n');
}

/** Everything that somebody reads in their own chat with the app. */
export async function ownChat(person: Persona): Promise<string> {
  const messages = await person.messages();
  return messages.flatMap(({ text, card, summary }) => [text, card?.text, card?.speak, summary].filter(Boolean)).join('\n');
}

/** How many messages about this reference have made a sound for somebody. */
export async function rung(person: Persona): Promise<number> {
  return (await person.messages()).filter(({ alert }) => alert).length;
}
