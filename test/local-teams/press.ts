import { executeActivity, openTaskDialog, submitActivity, submitDialog } from './activities.ts';
import { applyCardAnswer, applyDialogAnswer, applyMessageAnswer } from './answers.ts';
import type { BotDoor } from './bot-door.ts';
import { collectInputs, NotOnTheCard } from './card-inputs.ts';
import { allActions, type ButtonView, type CardView, toggled } from './card-view.ts';
import { viewDialog, viewMessage } from './person-view.ts';
import { isObject } from './rules.ts';
import { type Account, type Conversation, deskOf, type Json, type Message, type World } from './world.ts';

/** Which button: by its title, its place on the card, part of its data, or several of these. */
export type ButtonChoice = { title?: string | undefined; index?: number | undefined; data?: Json | undefined };
export type Pressed = { opened?: string };

/** Where a person works: the world, the way to the bot, and how a turn is counted as under way. */
export type Hands = { world: World; door: BotDoor };

/** Brings an activity to the bot while the person's window shows that it waits. */
export async function bring(hands: Hands, account: Account, activity: Json): ReturnType<BotDoor['deliver']> {
  const desk = deskOf(hands.world, account.id);
  desk.lastActivity = activity;
  desk.waiting += 1;
  hands.world.changed();
  try {
    return await hands.door.deliver(activity);
  } finally {
    desk.waiting -= 1;
  }
}

function matches(button: ButtonView, choice: ButtonChoice): boolean {
  const data = Object.entries(choice.data ?? {});
  const sameTitle = choice.title === undefined || button.title === choice.title;
  const sameIndex = choice.index === undefined || button.index === choice.index;
  return sameTitle && sameIndex && data.every(([key, value]) => button.data[key] === value);
}

/** The one button that is meant. Throws when the card does not show it, or shows several. */
export function findButton(view: CardView, choice: ButtonChoice): ButtonView {
  const found = view.buttons.filter((button) => matches(button, choice));
  const [button] = found;
  const wanted = choice.title ?? JSON.stringify(choice);
  const offered = view.buttons.map(({ title }) => `"${title}"`).join(', ') || 'none';
  if (button === undefined) throw new NotOnTheCard(`There is no button "${wanted}" on this card. It has: ${offered}`);
  if (found.length > 1) throw new NotOnTheCard(`There are ${found.length} buttons "${wanted}" on this card: say which by index or data`);
  if (!button.enabled) throw new NotOnTheCard(`The button "${wanted}" is switched off`);
  return button;
}

/** What is done on the card itself, without the bot. Undefined when the bot is needed. */
function pressLocally(world: World, account: Account, view: CardView, action: Json): Pressed | undefined {
  if (action.type === 'Action.OpenUrl') return { opened: String(action.url) };
  if (action.type === 'Action.ShowCard') throw new NotOnTheCard('Local Teams does not open cards inside cards');
  if (action.type !== 'Action.ToggleVisibility') return undefined;
  const { toggles } = deskOf(world, account.id);
  toggles.set(view.key, toggled(view.card, action, toggles.get(view.key) ?? new Map()));
  return {};
}

type Ready = { action: Json; data: Json; local: Pressed | undefined };

function makeReady(world: World, account: Account, view: CardView, choice: ButtonChoice, typed: Record<string, string>): Ready {
  const button = findButton(view, choice);
  const action = allActions(view.card)[button.index] ?? {};
  const local = pressLocally(world, account, view, action);
  if (local !== undefined) return { action, data: {}, local };
  return { action, data: { ...(isObject(action.data) ? action.data : {}), ...collectInputs(world, view, action, typed) }, local };
}

export async function pressInDialog(hands: Hands, account: Account, choice: ButtonChoice, typed: Record<string, string>): Promise<Pressed> {
  const dialog = deskOf(hands.world, account.id).dialog;
  const view = viewDialog(hands.world, account.id);
  if (dialog === undefined || view === undefined) throw new NotOnTheCard('No dialog is open');
  if (view.card === undefined) throw new NotOnTheCard(view.trouble ?? 'The dialog shows a message and has no buttons');
  const { action, data, local } = makeReady(hands.world, account, view.card, choice, typed);
  if (local !== undefined) return local;
  if (action.type !== 'Action.Submit') throw new NotOnTheCard(`${action.type} does nothing in a dialog`);
  const answer = await bring(hands, account, submitDialog(hands.world, account, dialog.door, data));
  // Somebody who closed the dialog in the meantime does not get it back.
  if (deskOf(hands.world, account.id).dialog?.id === dialog.id) applyDialogAnswer(hands.world, account.id, dialog.door, answer);
  return {};
}

export async function pressOnMessage(
  hands: Hands,
  account: Account,
  where: { conversation: Conversation; message: Message },
  choice: ButtonChoice,
  typed: Record<string, string>,
): Promise<Pressed> {
  const { conversation, message } = where;
  const { world } = hands;
  const view = viewMessage(world, account.id, message);
  if (view.card === undefined) throw new NotOnTheCard(view.trouble ?? 'There is no card on this message');
  const { action, data, local } = makeReady(world, account, view.card, choice, typed);
  if (local !== undefined) return local;
  if (!conversation.appIn) throw new NotOnTheCard('The app is no longer here');
  if (action.type === 'Action.Execute') {
    const { type, id, verb } = action;
    const answer = await bring(
      hands,
      account,
      executeActivity(world, account, conversation, message, { type, ...(id === undefined ? {} : { id }), verb, data }),
    );
    applyCardAnswer(world, account.id, message, answer);
  } else if (isObject(data.msteams) && data.msteams.type === 'task/fetch') {
    const door = { kind: 'task' as const, conversation, replyTo: message.id };
    applyDialogAnswer(world, account.id, door, await bring(hands, account, openTaskDialog(world, account, conversation, message, data)));
  } else applyMessageAnswer(world, account.id, await bring(hands, account, submitActivity(world, account, conversation, message, data)));
  return {};
}
