import type { Verb } from './verbs.ts';

/** Adaptive Card JSON, version 1.5. Only the elements that Teams draws on every client. */
export type Card = {
  type: 'AdaptiveCard';
  version: '1.5';
  $schema: string;
  lang: 'en';
  speak?: string;
  body: Element[];
  actions?: Action[];
  msteams?: { width?: 'Full'; entities?: Mention[] };
};

type Mention = { type: 'mention'; text: string; mentioned: { id: string; name: string } };

export type Element = {
  type: string;
  id?: string;
  isVisible?: boolean;
  separator?: boolean;
  spacing?: 'none' | 'small' | 'default' | 'medium' | 'large';
  [property: string]: unknown;
};

export type Action = {
  type: 'Action.Execute' | 'Action.Submit' | 'Action.ToggleVisibility' | 'Action.OpenUrl';
  title: string;
  id?: string;
  [property: string]: unknown;
};

/** What a button may carry: ids and choices, never names, text or roles. */
export type ButtonData = Record<string, string | number | boolean>;

const schema = 'http://adaptivecards.io/schemas/adaptive-card.json';

/** A whole card. `speak` is what a screen reader or an assistant reads out first. */
export function card(body: Element[], actions: Action[] = [], options: { speak?: string; mentions?: Mention[] } = {}): Card {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    $schema: schema,
    lang: 'en',
    ...(options.speak === undefined ? {} : { speak: options.speak }),
    body,
    ...(actions.length === 0 ? {} : { actions }),
    ...(options.mentions === undefined ? {} : { msteams: { entities: options.mentions } }),
  };
}

/**
 * Text that a person wrote, made safe to show: control characters go, and what Teams would read as Markdown, a link, a
 * mention or HTML is defused, so that a name such as `**Bob** <at>` is shown as it was typed.
 */
export function plain(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\\`*_{}[\]()#~|]/g, '\\$&')
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replace(/^(\s*)(\d+)\. /gm, '$1$2\\. ')
    .replace(/^(\s*)([-+]) /gm, '$1\\$2 ');
}

export function heading(text: string): Element {
  return { type: 'TextBlock', text, wrap: true, size: 'large', weight: 'bolder', style: 'heading' };
}

export function subheading(text: string): Element {
  return { type: 'TextBlock', text, wrap: true, weight: 'bolder', spacing: 'medium' };
}

/** A line of our own wording. What people wrote goes through `plain` first. */
export function line(
  text: string,
  look: Partial<{ subtle: boolean; bold: boolean; colour: 'attention' | 'good' | 'warning'; id: string; visible: boolean }> = {},
): Element {
  return {
    type: 'TextBlock',
    text,
    wrap: true,
    ...(look.subtle ? { isSubtle: true } : {}),
    ...(look.bold ? { weight: 'bolder' } : {}),
    ...(look.colour === undefined ? {} : { color: look.colour }),
    ...(look.id === undefined ? {} : { id: look.id }),
    ...(look.visible === undefined ? {} : { isVisible: look.visible }),
  };
}

export function facts(rows: [title: string, value: string][]): Element {
  return { type: 'FactSet', facts: rows.map(([title, value]) => ({ title, value })) };
}

/** A coloured box. `attention` is for danger and refusals only. */
export function box(items: Element[], style: 'emphasis' | 'attention' | 'good' | 'warning' = 'emphasis'): Element {
  return { type: 'Container', style, items };
}

/** Buttons in the body of the card, where `actions` would put them too far down. */
/** What stands above everything else: what went wrong, or is not done yet. */
export function notice(lines: string[], style: 'attention' | 'warning' = 'attention'): Element {
  return box(
    lines.map((text) => line(text, { bold: true })),
    style,
  );
}

export function buttons(actions: Action[]): Element {
  return { type: 'ActionSet', actions };
}

export function columns(items: Element[][]): Element {
  return { type: 'ColumnSet', columns: items.map((column) => ({ type: 'Column', width: 'stretch', items: column })) };
}

/** Words with what can be pressed beside them, which takes no more room than it needs. */
export function row(words: Element[], beside: Element): Element {
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: 'stretch', verticalContentAlignment: 'center', items: words },
      { type: 'Column', width: 'auto', items: [beside] },
    ],
  };
}

/** Lines that belong together, one close under the other. */
export function close(lines: Element[]): Element[] {
  return lines.map((one, i) => (i === 0 ? one : { ...one, spacing: 'small' }));
}

type Look = Partial<{ style: 'positive' | 'destructive'; id: string; tooltip: string }>;
const dressed = ({ style, id, tooltip }: Look) => ({
  ...(style === undefined ? {} : { style }),
  ...(id === undefined ? {} : { id }),
  ...(tooltip === undefined ? {} : { tooltip }),
});

/** A button on a card in a chat or channel: the answer replaces the card or is shown as a message. */
export function button(title: string, verb: Verb, data: ButtonData = {}, look: Look = {}): Action {
  return { type: 'Action.Execute', title, verb, data: { ...data, verb }, ...dressed(look) };
}

/** A button in a chat or channel that opens a dialog. */
export function opener(title: string, verb: Verb, data: ButtonData = {}, look: Look = {}): Action {
  return { type: 'Action.Submit', title, data: { ...data, verb, msteams: { type: 'task/fetch' } }, ...dressed(look) };
}

/** A button inside a dialog. It always sends every input of the card, so that nothing typed is lost. */
export function submit(title: string, verb: Verb, data: ButtonData = {}, look: Look = {}): Action {
  return { type: 'Action.Submit', title, data: { ...data, verb }, ...dressed(look) };
}

/** Shows or hides parts of the card without asking the server. */
export function toggle(title: string, targets: string[], look: Look = {}): Action {
  return { type: 'Action.ToggleVisibility', title, targetElements: targets, ...dressed(look) };
}

/** `7K3M9QTX` as people read it aloud: `OS-7K3M-9QTX`. */
export function reference(key: string): string {
  return `OS-${key.slice(0, 4)}-${key.slice(4)}`;
}
