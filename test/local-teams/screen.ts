import type { ButtonView, CardView } from './card-view.ts';
import type { ConversationView, MessageView, PersonState } from './person-view.ts';
import type { Json } from './world.ts';

/** A title, or what tells the button from others of the same title. */
export type Which = string | { title?: string; index?: number; data?: Json };
/** `in`: a conversation by name or id; the chat with the app when left out. `on`: a certain message. */
export type Where = { in?: string; on?: string };
export type SeenCard = CardView & { message: MessageView };

export const conversationIn = (state: PersonState, where: Where): ConversationView | undefined =>
  state.conversations.find(({ id, name, kind }) =>
    where.in === undefined ? kind === 'personal' : id === where.in || (name === where.in && kind !== 'personal'),
  );

export function messagesIn(state: PersonState, where: Where = {}): MessageView[] {
  const messages = conversationIn(state, where)?.messages ?? [];
  return where.on === undefined ? messages : messages.filter(({ id }) => id === where.on);
}

/** The cards of a conversation, oldest first. Throws when one of them cannot be shown. */
export function cardsIn(state: PersonState, where: Where = {}): SeenCard[] {
  return messagesIn(state, where).flatMap((message) => {
    if (message.trouble !== undefined) throw new Error(message.trouble);
    return message.card === undefined ? [] : [{ ...message.card, message }];
  });
}

export const says = (text: string, words: string | RegExp) => (typeof words === 'string' ? text.includes(words) : words.test(text));
export const choice = (which: Which) => (typeof which === 'string' ? { title: which } : which);

function shows(card: CardView, which: Which): boolean {
  const { title, index, data = {} } = choice(which);
  const fits = (button: ButtonView) =>
    (title ?? button.title) === button.title &&
    (index ?? button.index) === button.index &&
    Object.entries(data).every(([key, value]) => button.data[key] === value);
  return card.buttons.some(fits);
}

/** Where a press lands. With nothing that fits it lands on the newest card, whose refusal then lists what it has. */
export function target(state: PersonState, which: Which, where: Where): { on: string; card?: CardView | undefined } {
  if (state.dialog !== undefined && where.in === undefined && where.on === undefined) return { on: 'dialog', card: state.dialog.card };
  const cards = cardsIn(state, where);
  const found = cards.findLast((card) => shows(card, which)) ?? cards.at(-1);
  if (found === undefined) throw new Error('There is no card to press anything on');
  return { on: found.message.id, card: found };
}

/** What is on the screen, for the message of a test that waited in vain. */
export function screen(state: PersonState): string {
  const dialog =
    state.dialog === undefined
      ? []
      : [`dialog "${state.dialog.title}": ${state.dialog.trouble ?? state.dialog.text ?? state.dialog.card?.text}`];
  const cards = state.conversations.flatMap(({ name, messages }) =>
    messages.slice(-3).map((message) => `${name}: ${message.trouble ?? message.card?.text ?? message.text}`),
  );
  return [...dialog, ...cards, ...state.notices.slice(-3).map(({ kind, text }) => `${kind}: ${text}`)].join('\n---\n') || 'nothing';
}
