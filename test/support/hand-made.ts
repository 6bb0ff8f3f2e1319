import { executeActivity, openTaskDialog, submitActivity, submitDialog } from '#test/local-teams/activities.ts';
import { findAccount, type Json, newMessage, personalChatOf } from '#test/local-teams/world.ts';
import { textOf } from './check-card.ts';
import type { TestSchool } from './school.ts';

/** What came back: all words of the card or the sentence, and what a dialog's fields hold. */
export type Came = { status: number; said: string; inputs: Record<string, string> };

/**
 * Activities that a person's own account could send with any data in them, past every card of ours and past what Teams' own client
 * checks. Each is made first and brought afterwards, so that the same one can be brought twice, or two at once.
 */
export function handMade({ teams, botUrl }: TestSchool, who: string) {
  const { world } = teams;
  const account = findAccount(world, who);
  if (account === undefined) throw new Error(`Nobody is called ${who}`);
  const chat = personalChatOf(world, account.id);
  const card = newMessage(world, chat, 'bot', undefined);
  const submitted = (data: Json) => submitDialog(world, account, { kind: 'task', conversation: chat }, data);
  const executed = (verb: unknown, data: Json) => executeActivity(world, account, chat, card, { type: 'Action.Execute', verb, data });
  const bring = async (activity: Json): Promise<Came> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(botUrl, { method: 'POST', headers, body: JSON.stringify(activity) });
    return { status: response.status, ...read(await response.text()) };
  };
  return {
    submitted,
    executed,
    bring,
    /** A button inside a dialog. */
    submit: (data: Json) => bring(submitted(data)),
    /** A button that opens a dialog. */
    open: (data: Json) => bring(openTaskDialog(world, account, chat, card, data)),
    /** A button on a card in the chat. */
    execute: (verb: unknown, data: Json) => bring(executed(verb, data)),
    /** A plain Action.Submit in the chat; its answer comes as a message. */
    post: (data: Json) => bring(submitActivity(world, account, chat, card, data)),
  };
}

function read(text: string): Pick<Came, 'said' | 'inputs'> {
  if (!text.startsWith('{')) return { said: text, inputs: {} };
  const body = JSON.parse(text) as { task?: { value: unknown }; value?: unknown };
  const value = body.task?.value ?? body.value;
  if (typeof value === 'string') return { said: value, inputs: {} };
  return { said: textOf(value), inputs: Object.fromEntries(inputsOf(value)) };
}

function inputsOf(value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.flatMap(inputsOf);
  if (typeof value !== 'object' || value === null) return [];
  const part = value as Json;
  const own: [string, string][] = String(part.type).startsWith('Input.') ? [[String(part.id), String(part.value ?? '')]] : [];
  return [...own, ...Object.values(part).flatMap(inputsOf)];
}

/** Text of exactly so many characters. */
export const long = (length: number): string => 'a'.repeat(length);
