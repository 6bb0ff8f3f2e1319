import { createHash } from 'node:crypto';
import type { SchoolFile } from '#bot/graph/school-file.ts';
import type { Fault } from './faults.ts';
import type { KeptFile, SharedFile } from './files.ts';
import type { Limits } from './rate-limits.ts';

/** Entra object id. */
export type Guid = string;
export type Json = Record<string, unknown>;

/** `blocked`: installed once, and then the person blocked the app. */
export type AppState = 'installed' | 'absent' | 'blocked';
export type Account = { id: Guid; name: string; jobTitle: string; kind: 'staff' | 'volunteer' | 'governor' | 'pupil'; app: AppState };

/** A card as it stands somewhere. `trouble` says why Teams cannot show it. */
export type Shown = { card: Json; trouble?: string };

export type Message = {
  id: string;
  /** The first message of the thread, in a channel. */
  root?: string;
  from: Guid | 'bot';
  at: string;
  text?: string;
  shown?: Shown;
  file?: SharedFile;
  summary?: string;
  alert: boolean;
  mentioned: Guid[];
  edited: boolean;
  deleted: boolean;
  /** Goes up each time that the card changes for anybody. */
  revision: number;
  /** What an answered click put in the card's place, for the clicker only, until the next update of the message. */
  own: Map<Guid, Shown>;
  readBy: Set<Guid>;
};

export type Conversation = {
  id: string;
  kind: 'personal' | 'groupChat' | 'channel';
  name: string;
  team?: { id: string; name: string };
  channelKind?: string;
  members: Guid[];
  /** Members without an Entra id, such as anonymous guests. */
  guests: number;
  appIn: boolean;
  rosterFails: boolean;
  messages: Message[];
};

export type Door =
  | { kind: 'task'; conversation: Conversation; replyTo?: string }
  | { kind: 'compose'; conversation: Conversation; commandId: string; context: 'compose' | 'message'; payload?: Json; root?: string };

export type Dialog = { id: string; title: string; door: Door; shown?: Shown; text?: string };
/** `preview` is what a notification shows, on a lock screen too. */
export type Notice = {
  id: string;
  kind: 'message' | 'error' | 'preview';
  text: string;
  at: string;
  conversation?: string;
  alert?: boolean;
};

/** What one person's own Teams window holds. */
export type Desk = {
  dialog?: Dialog;
  notices: Notice[];
  waiting: number;
  /** By surface and element: what ToggleVisibility has shown or hidden. */
  toggles: Map<string, Map<string, boolean>>;
  lastActivity?: Json;
};

export type Recorded = {
  n: number;
  direction: 'from-bot' | 'to-bot';
  method: string;
  path: string;
  status: number | 'hang' | 'reset' | 'late';
  body: unknown;
  reply?: unknown;
};

export type World = {
  file: SchoolFile;
  botId: string;
  serviceUrl: string;
  accounts: Account[];
  conversations: Map<string, Conversation>;
  desks: Map<Guid, Desk>;
  record: Recorded[];
  faults: Fault[];
  /** Everybody's OneDrive. */
  files: Map<string, KeptFile>;
  limits: Limits;
  now(): string;
  newId(): string;
  /** Tells every open page and every waiting test that something is different now. */
  changed(): void;
};

export const botName = 'Online Safety';
const short = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 32);

/** A person's `29:` id: another one for each bot, as in Teams. */
export const mriOf = (world: Pick<World, 'botId'>, guid: Guid) => `29:1${short(`${world.botId}/${guid}`)}`;
export const personalIdOf = (world: Pick<World, 'botId'>, guid: Guid) => `a:1${short(`${guid}/${world.botId}/chat`)}`;

export function deskOf(world: World, guid: Guid): Desk {
  const desk = world.desks.get(guid) ?? { notices: [], waiting: 0, toggles: new Map() };
  world.desks.set(guid, desk);
  return desk;
}

/** By object id, `29:` id, or part of the name that only one person has ("robyn"). Undefined when there is nobody or more than one. */
export function findAccount(world: World, who: string): Account | undefined {
  const wanted = who.toLowerCase();
  const exact = world.accounts.find(
    (account) => account.id === wanted || mriOf(world, account.id) === who || account.name.toLowerCase() === wanted,
  );
  if (exact !== undefined) return exact;
  const named = world.accounts.filter((account) => account.name.toLowerCase().split(' ').includes(wanted));
  return named.length === 1 ? named[0] : undefined;
}

export function personalChatOf(world: World, guid: Guid): Conversation {
  const found = world.conversations.get(personalIdOf(world, guid));
  if (found === undefined) throw new Error('Every account has a personal chat with the app');
  return found;
}

/** A conversation by its id, with or without `;messageid=`. */
export function findConversation(world: World, id: string): { conversation: Conversation; root?: string } | undefined {
  const [plainId = '', root] = id.split(';messageid=');
  const conversation = world.conversations.get(plainId);
  if (conversation === undefined) return undefined;
  return root === undefined ? { conversation } : { conversation, root };
}

/** A message as it begins; in a channel one without a `root` begins a thread. */
export function newMessage(world: World, conversation: Conversation, from: Message['from'], root: string | undefined): Message {
  const id = world.newId();
  const thread = conversation.kind === 'channel' ? { root: root ?? id } : {};
  return {
    id,
    ...thread,
    from,
    at: world.now(),
    alert: false,
    mentioned: [],
    edited: false,
    deleted: false,
    revision: 0,
    own: new Map(),
    readBy: new Set(),
  };
}

export function notify(world: World, guid: Guid, notice: Omit<Notice, 'id' | 'at'>): void {
  const desk = deskOf(world, guid);
  desk.notices = [...desk.notices, { id: world.newId(), at: world.now(), ...notice }].slice(-50);
}
