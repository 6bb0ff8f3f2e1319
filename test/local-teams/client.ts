import type { CardView } from './card-view.ts';
import type { FaultOrder } from './faults.ts';
import { fileActions } from './file-client.ts';
import { type Listening, listen } from './listen.ts';
import type { DialogView, MessageView, PersonState } from './person-view.ts';
import { cardsIn, choice, conversationIn, messagesIn, type SeenCard, says, screen, target, type Where, type Which } from './screen.ts';
import type { AppState, Json, Notice, Recorded } from './world.ts';

export type { DialogView, MessageView, PersonState, SeenCard, Where, Which };

/** What is typed: id of the input → text; lists (people, several choices) are joined; true and false for toggles. */
export type Typing = Record<string, string | boolean | string[]>;
export type Bound = { within?: number };
/** One person at their own Teams. Names are matched by part ("robyn"); what they cannot do in Teams is thrown. */
export interface Persona {
  state(): Promise<PersonState>;
  say(text: string, where?: Where & { mention?: boolean; replyTo?: string }): Promise<PersonState>;
  /** Presses a button: in the dialog when one is open, else on the newest card that shows it. Default answers are sent with what is typed. */
  press(button: Which, typing?: Typing, where?: Where): Promise<PersonState & { opened?: string }>;
  /** Sends a file in the chat with the app. */
  sendFile(name: string, content: string | Uint8Array, options?: Where & { text?: string }): Promise<PersonState>;
  /** *Allow* or *Decline* on the newest question whether a file may be kept. */
  answerFile(action: 'accept' | 'decline'): Promise<PersonState>;
  /** The bytes of the newest file that the app has put into their OneDrive. */
  download(): Promise<Buffer>;
  closeDialog(): Promise<PersonState>;
  /** "More actions" on a message: by its id, or the newest message with these words. */
  messageAction(message: string, command?: string): Promise<PersonState>;
  composeAction(command?: string, where?: Where): Promise<PersonState>;
  setApp(app: AppState): Promise<PersonState>;
  /** Adds the app to a chat or channel, or takes it out. */
  setPlace(conversation: string, app: boolean): Promise<PersonState>;
  read(where?: Where): Promise<PersonState>;
  /** The last thing done reaches the bot once more, under the same id or a new one. */
  again(options?: { newId?: boolean }): Promise<PersonState>;
  messages(where?: Where): Promise<MessageView[]>;
  cards(where?: Where): Promise<SeenCard[]>;
  dialog(): Promise<DialogView | undefined>;
  notices(): Promise<Notice[]>;
  /** What the predicate finds, as soon as it finds it. Rejects after `within` milliseconds (5,000) with what is on the screen. */
  waitFor<T>(predicate: (state: PersonState) => T | undefined | false, options?: Bound): Promise<T>;
  /** The newest card with these words, once there is one. */
  card(words: string | RegExp, where?: Where & Bound): Promise<SeenCard>;
}

export interface LocalTeamsClient {
  url: string;
  as(who: string): Persona;
  /** Object id of somebody, for a people picker. */
  idOf(who: string): Promise<string>;
  fault(...faults: FaultOrder[]): Promise<void>;
  clearFaults(): Promise<void>;
  record(): Promise<Recorded[]>;
  roster(conversation: string, change: { fails?: boolean; guests?: number }): Promise<void>;
  announce(): Promise<void>;
  /** Once no turn, repeated or not, is under way. */
  settled(): Promise<void>;
  clock(): Promise<{ now: string; movable: boolean }>;
  skip(by: { minutes: number } | { to: 'next-school-day' }): Promise<void>;
  close(): Promise<void>;
}

type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>;

function caller(url: string): Call {
  return async (method, path, body) => {
    const options =
      body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await fetch(new URL(path, url), options);
    const answer = (await response.json()) as { error?: string };
    if (!response.ok) throw new Error(answer.error ?? `${method} ${path} was answered with ${response.status}`);
    return answer as never;
  };
}

const typed = (typing: Typing) =>
  Object.fromEntries(Object.entries(typing).map(([id, value]) => [id, Array.isArray(value) ? value.join(',') : String(value)]));

/** The page keeps what was typed before something was hidden; a test has no business typing into what is not there. */
function checkSeen(card: CardView | undefined, typing: Typing): void {
  const hidden = card?.inputs.find(({ id, visible }) => !visible && id in typing);
  if (hidden !== undefined) throw new Error(`The input "${hidden.id}" is hidden, so nobody can fill it in`);
}

async function waitFor<T>(
  persona: Pick<Persona, 'state'>,
  listening: Listening,
  predicate: (state: PersonState) => T | undefined | false,
  within: number,
): Promise<T> {
  const deadline = AbortSignal.timeout(within);
  for (;;) {
    const before = await listening.version();
    const state = await persona.state();
    const found = predicate(state);
    if (found !== undefined && found !== false) return found;
    const changed = await listening.after(before, deadline);
    if (!changed) throw new Error(`Waited ${within} ms in vain. On the screen of ${state.me.name}:\n${screen(state)}`);
  }
}

function persona(call: Call, listening: Listening, as: string): Persona {
  const post = <T = PersonState>(path: string, body: Json = {}) => call<T>('POST', `/local/${path}`, { as, ...body });
  const state = () => call<PersonState>('GET', `/local/state?as=${encodeURIComponent(as)}`);
  const wait = <T>(predicate: (state: PersonState) => T | undefined | false, within = 5000) =>
    waitFor({ state }, listening, predicate, within);
  const at = (where: Where) => (where.in === undefined ? {} : { conversation: where.in });
  return {
    state,
    say: (text, { mention, replyTo, ...where } = {}) => post('say', { text, ...at(where), mention, replyTo }),
    press: async (which, typing = {}, where = {}) => {
      const { on, card } = target(await state(), which, where);
      checkSeen(card, typing);
      return post('press', { on, button: choice(which), inputs: typed(typing) });
    },
    ...fileActions(post, state),
    closeDialog: () => post('dialog/close'),
    messageAction: async (message, command) => {
      const all = (await state()).conversations.flatMap(({ messages }) => messages);
      const found = all.find(({ id }) => id === message) ?? all.findLast(({ text }) => text?.includes(message) === true);
      return post('message-action', { message: found?.id ?? message, command });
    },
    composeAction: (command, where = {}) => post('compose-action', { command, ...at(where) }),
    setApp: (app) => post('app', { app }),
    setPlace: (conversation, app) => post('place', { conversation, app }),
    read: async (where = {}) => post('read', { conversation: conversationIn(await state(), where)?.id ?? '' }),
    again: (options = {}) => post('again', options),
    messages: async (where) => messagesIn(await state(), where),
    cards: async (where) => cardsIn(await state(), where),
    dialog: async () => (await state()).dialog,
    notices: async () => (await state()).notices,
    waitFor: (predicate, { within } = {}) => wait(predicate, within),
    card: (words, { within, ...where } = {}) => wait((seen) => cardsIn(seen, where).findLast(({ text }) => says(text, words)), within),
  };
}

/** A client of Local Teams at this address. Close it, or the process does not end. */
export function connectLocalTeams(url: string): LocalTeamsClient {
  const call = caller(url);
  const listening = listen(new URL('/local/events', url));
  return {
    url,
    as: (who) => persona(call, listening, who),
    idOf: async (who) => (await call<PersonState>('GET', `/local/state?as=${encodeURIComponent(who)}`)).me.id,
    fault: (...faults) => call('POST', '/local/faults', { faults }),
    clearFaults: () => call('DELETE', '/local/faults'),
    record: async () => (await call<{ record: Recorded[] }>('GET', '/local/record')).record,
    roster: (conversation, change) => call('POST', '/local/roster', { conversation, ...change }),
    announce: () => call('POST', '/local/announce', {}),
    settled: () => call('POST', '/local/settled', {}),
    clock: () => call('GET', '/local/clock'),
    skip: (by) => call('POST', '/local/clock/skip', by),
    close: async () => listening.close(),
  };
}
