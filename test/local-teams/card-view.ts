import { isObject } from './rules.ts';
import { seenText } from './seen-text.ts';
import type { Json } from './world.ts';

export type ButtonView = { index: number; title: string; type: string; style?: string; data: Json; enabled: boolean };
export type InputView = {
  id: string;
  type: string;
  label: string;
  value: string;
  visible: boolean;
  people: boolean;
  multiple: boolean;
  choices: { title: string; value: string }[];
};
/** A card as one person sees it: what is hidden is left out, except from `inputs`, which are all sent. */
export type CardView = {
  card: Json;
  /** Changes whenever the card does. */
  key: string;
  text: string;
  speak?: string;
  buttons: ButtonView[];
  inputs: InputView[];
};

type Visibility = ReadonlyMap<string, boolean>;
type Seen = { lines: string[]; buttons: Json[]; inputs: { input: Json; visible: boolean }[] };

const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const words = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : []);

/** All buttons of a card, depth first in the order of the JSON: the page counts them in the same way. */
export function allActions(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(allActions);
  if (!isObject(value)) return [];
  const own = typeof value.type === 'string' && value.type.startsWith('Action.') ? [value] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => (key === 'data' ? [] : allActions(inner)))];
}

function isShown(element: Json, toggles: Visibility): boolean {
  return toggles.get(String(element.id)) ?? element.isVisible !== false;
}

function ownWords(element: Json): string[] {
  const facts = list(element.facts).map((fact) => seenText(`${fact.title}: ${fact.value}`));
  const runs = Array.isArray(element.inlines) ? [element.inlines.map((run) => (isObject(run) ? run.text : run)).join('')] : [];
  const choices = element.style === 'expanded' ? list(element.choices).flatMap((choice) => words(choice.title)) : [];
  const title = String(element.type).startsWith('Input.') ? words(element.title) : [];
  return [
    ...words(element.label),
    ...words(element.text).map(seenText),
    ...words(element.altText),
    ...runs,
    ...facts,
    ...title,
    ...choices,
  ];
}

function look(element: Json, toggles: Visibility, parentShown: boolean, seen: Seen): void {
  const shown = parentShown && isShown(element, toggles);
  if (String(element.type).startsWith('Input.')) seen.inputs.push({ input: element, visible: shown });
  if (shown) seen.lines.push(...ownWords(element));
  if (shown) seen.buttons.push(...list([element.selectAction, element.inlineAction]), ...list(element.actions));
  for (const key of ['items', 'columns', 'rows', 'cells']) for (const child of list(element[key])) look(child, toggles, shown, seen);
}

function buttonView(action: Json, index: number): ButtonView {
  return {
    index,
    title: String(action.title ?? ''),
    type: String(action.type),
    ...(typeof action.style === 'string' ? { style: action.style } : {}),
    data: isObject(action.data) ? action.data : {},
    enabled: action.isEnabled !== false,
  };
}

function inputView({ input, visible }: Seen['inputs'][number]): InputView {
  const query = isObject(input['choices.data']) ? String(input['choices.data'].dataset) : '';
  return {
    id: String(input.id),
    type: String(input.type),
    label: String(input.label ?? input.title ?? ''),
    value: String(input.value ?? ''),
    visible,
    people: query.startsWith('graph.microsoft.com/users'),
    multiple: input.isMultiSelect === true,
    choices: list(input.choices).map((choice) => ({ title: String(choice.title), value: String(choice.value) })),
  };
}

export function viewCard(card: Json, key: string, toggles: Visibility = new Map()): CardView {
  const seen: Seen = { lines: [], buttons: [], inputs: [] };
  for (const element of list(card.body)) look(element, toggles, true, seen);
  seen.buttons.push(...list(card.actions));
  const order = allActions(card);
  return {
    card,
    key,
    text: seen.lines.join('\n'),
    ...(typeof card.speak === 'string' ? { speak: card.speak } : {}),
    buttons: seen.buttons.map((action) => buttonView(action, order.indexOf(action))),
    inputs: seen.inputs.map(inputView),
  };
}

/** What a ToggleVisibility button does, given what is shown now. */
export function toggled(card: Json, action: Json, toggles: Visibility): Map<string, boolean> {
  const next = new Map(toggles);
  const targets = Array.isArray(action.targetElements) ? action.targetElements : [];
  for (const target of targets) {
    const id = isObject(target) ? String(target.elementId) : String(target);
    const wanted = isObject(target) && typeof target.isVisible === 'boolean' ? target.isVisible : undefined;
    next.set(id, wanted ?? !(next.get(id) ?? startsShown(card, id)));
  }
  return next;
}

function startsShown(value: unknown, id: string): boolean {
  if (Array.isArray(value)) return value.every((item) => startsShown(item, id));
  if (!isObject(value)) return true;
  if (value.id === id && value.isVisible === false) return false;
  return Object.values(value).every((item) => startsShown(item, id));
}
