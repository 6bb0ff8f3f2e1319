import { installActivities, messagePayload, openComposeDialog, textActivity } from './activities.ts';
import { applyDialogAnswer, applyMessageAnswer } from './answers.ts';
import { bring, type Hands } from './press.ts';
import {
  type Account,
  type AppState,
  type Conversation,
  type Door,
  deskOf,
  type Message,
  newMessage,
  personalChatOf,
  type World,
} from './world.ts';

/** What a person cannot do in Teams, said to whoever wrote the test or the script. */
export class CannotDo extends Error {}

function writeOwn(world: World, account: Account, conversation: Conversation, text: string, root: string | undefined): Message {
  const message: Message = { ...newMessage(world, conversation, account.id, root), text, readBy: new Set([account.id]) };
  conversation.messages.push(message);
  world.changed();
  return message;
}

export type Saying = { text: string; mention?: boolean | undefined; replyTo?: string | undefined };

/** Writes in a chat or channel. Outside its own chat the bot hears only what mentions it, and only where it is. */
export async function say(
  hands: Hands,
  account: Account,
  conversation: Conversation,
  { text, mention = false, replyTo }: Saying,
): Promise<Message> {
  if (!conversation.members.includes(account.id)) throw new CannotDo('This person is not in that conversation');
  const personal = conversation.kind === 'personal';
  if (personal && account.app !== 'installed') throw new CannotDo('The app is not installed for this person');
  if (mention && !conversation.appIn) throw new CannotDo('The app is not in that conversation, so it cannot be mentioned');
  const message = writeOwn(hands.world, account, conversation, text, replyTo);
  if (!personal && !mention) return message;
  const answer = await bring(hands, account, textActivity(hands.world, account, conversation, message, mention && !personal));
  applyMessageAnswer(hands.world, account.id, answer);
  return message;
}

async function openFromCompose(hands: Hands, account: Account, door: Door & { kind: 'compose' }): Promise<void> {
  if (account.app !== 'installed') throw new CannotDo('The app is not installed for this person, so its actions are not offered');
  applyDialogAnswer(hands.world, account.id, door, await bring(hands, account, openComposeDialog(hands.world, account, door)));
}

/** The action beside the compose box. It works in chats where the bot is not, too. */
export async function composeAction(hands: Hands, account: Account, conversation: Conversation, commandId: string): Promise<void> {
  await openFromCompose(hands, account, { kind: 'compose', conversation, commandId, context: 'compose' });
}

/** The action in the menu of a message. */
export async function messageAction(
  hands: Hands,
  account: Account,
  conversation: Conversation,
  message: Message,
  commandId: string,
): Promise<void> {
  const payload = messagePayload(hands.world, conversation, message);
  const root = message.root === undefined ? {} : { root: message.root };
  await openFromCompose(hands, account, { kind: 'compose', conversation, commandId, context: 'message', payload, ...root });
}

/** Installs, removes or blocks the app for a person. The bot is told of the first two; of blocking it learns by being refused. */
export async function setApp(hands: Hands, account: Account, app: AppState): Promise<void> {
  const before = account.app;
  const chat = personalChatOf(hands.world, account.id);
  account.app = app;
  chat.appIn = app === 'installed';
  if (app === before || app === 'blocked' || (app === 'installed' && before === 'blocked')) return;
  await tellOfApp(hands, account, chat, app === 'installed');
}

async function tellOfApp(hands: Hands, account: Account, conversation: Conversation, added: boolean): Promise<void> {
  for (const activity of installActivities(hands.world, account, conversation, added)) await hands.door.deliver(activity);
}

/** Adds the app to a chat or channel, or takes it out; `account` is who does it. */
export async function setAppInPlace(hands: Hands, account: Account, conversation: Conversation, added: boolean): Promise<void> {
  if (conversation.appIn === added) return;
  conversation.appIn = added;
  await tellOfApp(hands, account, conversation, added);
}

/** Tells the bot of every place and person that it is installed for, as if all had been added just now. */
export async function announce(hands: Hands): Promise<void> {
  for (const conversation of hands.world.conversations.values()) {
    const adder = hands.world.accounts.find(({ id }) => id === conversation.members[0]);
    if (conversation.appIn && adder !== undefined) await tellOfApp(hands, adder, conversation, true);
  }
}

/** Brings the person's last activity once more: under the same id, or as Teams does later, under another one. Answers are lost. */
export async function again(hands: Hands, account: Account, newId: boolean): Promise<void> {
  const last = deskOf(hands.world, account.id).lastActivity;
  if (last === undefined) throw new CannotDo('This person has done nothing yet');
  await hands.door.deliver(newId ? { ...last, id: `f:${hands.world.newId()}` } : last);
}
