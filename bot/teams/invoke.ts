import type { Verb } from '#cards/verbs.ts';
import { verbs } from '#cards/verbs.ts';

/** What an invoke asks for, before any of it is believed. `verb` is undefined when it is not one of ours. */
export type Asked = { verb: Verb | undefined; data: Record<string, unknown>; messagePayload?: unknown };
type Door = 'dialog' | 'card' | 'chat';

type Value = Record<string, unknown>;

/** The invokes that carry a verb: through which door the answer goes, and where the verb stands. */
export const invokes: { name: string; door: Door; read: (value: Value) => Asked }[] = [
  { name: 'task/submit', door: 'dialog', read: (value) => fromData(value.data) },
  { name: 'adaptiveCard/action', door: 'card', read: fromAction },
  { name: 'task/fetch', door: 'dialog', read: (value) => fromData(value.data) },
  {
    name: 'composeExtension/submitAction',
    door: 'dialog',
    read: (value) => ({ ...fromData(value.data), messagePayload: value.messagePayload }),
  },
  { name: 'composeExtension/fetchTask', door: 'dialog', read: fromCommand },
];

/** The data of a button: Action.Submit in a chat or a dialog. */
export function fromData(data: unknown): Asked {
  const read = record(data);
  return { verb: known(read.verb), data: read };
}

/** Action.Execute names its verb beside the data. */
function fromAction(value: Value): Asked {
  const action = record(value.action);
  const data = record(action.data);
  return { verb: known(action.verb ?? data.verb), data };
}

// A command only opens; every later step says its own verb.
function fromCommand({ commandId, messagePayload }: Value): Asked {
  const opens = commandId === 'report' || commandId === 'report-message';
  return { verb: opens ? 'report.open' : undefined, data: {}, messagePayload };
}

// Found by comparing, never by indexing: `toString` must not be a verb.
function known(verb: unknown): Verb | undefined {
  return verbs.find((one) => one === verb);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
