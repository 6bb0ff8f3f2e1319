import { button, type Card, card, opener } from '#cards/parts.ts';
import type { Verb } from '#cards/verbs.ts';
import { newMessage, personalChatOf } from '#test/local-teams/world.ts';
import type { TestSchool } from './school.ts';

/**
 * What somebody could send whose card never showed the button: a card of their own making is put into their chat and pressed.
 * Gives all that they then see of the answer: the dialog, the card, or the notice.
 */
export async function pressForged(
  school: TestSchool,
  who: string,
  verb: Verb,
  data: Record<string, string>,
  dialog = false,
): Promise<string> {
  const { world } = school.teams;
  const person = school.teams.as(who);
  const id = await school.teams.idOf(who);
  const chat = personalChatOf(world, id);
  const made: Card = card([], [dialog ? opener('Forged', verb, data) : button('Forged', verb, data)]);
  const message = { ...newMessage(world, chat, 'bot', undefined), shown: { card: made } };
  chat.messages.push(message);
  const before = (await person.notices()).length;
  const state = await person.press('Forged', {}, { on: message.id });
  const answered = state.conversations.flatMap(({ messages }) => messages).find((one) => one.id === message.id)?.card?.text ?? '';
  const opened = state.dialog?.text ?? state.dialog?.card?.text ?? '';
  await person.closeDialog();
  chat.messages.splice(chat.messages.indexOf(message), 1);
  const notices = state.notices.slice(before).filter(({ kind }) => kind !== 'preview');
  return [opened, answered, ...notices.map(({ text }) => text)].filter(Boolean).join('\n');
}
