import { type CardView, viewCard } from './card-view.ts';
import type { SharedFile } from './files.ts';
import { type Account, botName, type Conversation, deskOf, type Guid, type Message, type Notice, type Shown, type World } from './world.ts';

export type MessageView = {
  id: string;
  root?: string;
  from: { id?: Guid; name: string; bot: boolean };
  mine: boolean;
  at: string;
  text?: string;
  card?: CardView;
  /** Why Teams cannot show the card. */
  trouble?: string;
  /** A file that was sent, that is offered (`bytes` long), or that is there (`url`). */
  file?: { kind: SharedFile['kind']; name: string; words?: string; bytes?: number; url?: string; answered?: 'accept' | 'decline' };
  summary?: string;
  alert: boolean;
  edited: boolean;
  deleted: boolean;
};

export type ConversationView = {
  id: string;
  kind: Conversation['kind'];
  name: string;
  team?: { id: string; name: string };
  /** Whether the app is here. */
  app: boolean;
  unread: number;
  members: { id: Guid; name: string }[];
  messages: MessageView[];
};

export type DialogView = { id: string; title: string; text?: string; card?: CardView; trouble?: string };

/** Everything that one person sees. */
export type PersonState = {
  me: Account;
  now: string;
  conversations: ConversationView[];
  dialog?: DialogView;
  notices: Notice[];
  /** How many answers of the bot are being waited for. */
  waiting: number;
};

const nothingToggled: ReadonlyMap<string, boolean> = new Map();

function shownView(
  shown: Shown,
  key: string,
  toggles: ReadonlyMap<string, boolean> = nothingToggled,
): { card?: CardView; trouble?: string } {
  return shown.trouble === undefined
    ? { card: viewCard(shown.card, key, toggles) }
    : { trouble: `The card cannot be shown: ${shown.trouble}` };
}

export const messageKey = (message: Message) => `${message.id}.${message.revision}`;

export function viewMessage(world: World, guid: Guid, message: Message): MessageView {
  const shown = message.own.get(guid) ?? message.shown;
  const key = messageKey(message);
  const author = world.accounts.find((account) => account.id === message.from);
  return {
    id: message.id,
    ...(message.root === undefined ? {} : { root: message.root }),
    from: author === undefined ? { name: botName, bot: true } : { id: author.id, name: author.name, bot: false },
    mine: message.from === guid,
    at: message.at,
    ...(message.text === undefined || message.deleted ? {} : { text: message.text }),
    ...(shown === undefined || message.deleted ? {} : shownView(shown, key, deskOf(world, guid).toggles.get(key))),
    ...(message.file === undefined || message.deleted ? {} : { file: fileView(message.file) }),
    ...(message.summary === undefined ? {} : { summary: message.summary }),
    alert: message.alert,
    edited: message.edited,
    deleted: message.deleted,
  };
}

function fileView(file: SharedFile): NonNullable<MessageView['file']> {
  if (file.kind !== 'offered') return file.kind === 'kept' ? file : { kind: file.kind, name: file.name };
  const { contexts: _contexts, ...seen } = file;
  return seen;
}

const isUnread = (guid: Guid) => (message: Message) => message.from !== guid && !message.deleted && !message.readBy.has(guid);

/** Everybody with an account, and how much they have not read. */
export function viewPeople(world: World): (Account & { unread: number })[] {
  const all = [...world.conversations.values()];
  const unread = ({ id }: Account) =>
    all.filter(({ members }) => members.includes(id)).flatMap(({ messages }) => messages.filter(isUnread(id))).length;
  return world.accounts.map((account) => ({ ...account, unread: unread(account) }));
}

function viewConversation(world: World, guid: Guid, conversation: Conversation): ConversationView {
  const names = conversation.members.flatMap((id) => world.accounts.find((account) => account.id === id) ?? []);
  return {
    id: conversation.id,
    kind: conversation.kind,
    name: conversation.name,
    ...(conversation.team === undefined ? {} : { team: conversation.team }),
    app: conversation.appIn,
    unread: conversation.messages.filter(isUnread(guid)).length,
    members: names.map(({ id, name }) => ({ id, name })),
    messages: conversation.messages.map((message) => viewMessage(world, guid, message)),
  };
}

export function viewDialog(world: World, guid: Guid): DialogView | undefined {
  const { dialog, toggles } = deskOf(world, guid);
  if (dialog === undefined) return undefined;
  const shown = dialog.shown === undefined ? {} : shownView(dialog.shown, dialog.id, toggles.get(dialog.id));
  return { id: dialog.id, title: dialog.title, ...(dialog.text === undefined ? {} : { text: dialog.text }), ...shown };
}

export function viewPerson(world: World, me: Account): PersonState {
  const mine = [...world.conversations.values()].filter((conversation) => conversation.members.includes(me.id));
  const dialog = viewDialog(world, me.id);
  const { notices, waiting } = deskOf(world, me.id);
  return {
    me,
    now: world.now(),
    conversations: mine.map((conversation) => viewConversation(world, me.id, conversation)),
    ...(dialog === undefined ? {} : { dialog }),
    notices,
    waiting,
  };
}
