import './charts.js';
import { hostConfig } from './host-config.js';
import { markdown } from './markdown.js';
import { toggleMenu } from './menu.js';
import { PeopleInput } from './people-input.js';

const AC = globalThis.AdaptiveCards;

AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown(text);
  result.didProcess = true;
};
// As in Teams, what does not fit beside the others goes into a menu instead of going missing.
AC.GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;
AC.GlobalRegistry.elements.register(PeopleInput.typeName, PeopleInput);

const isObject = (value) => typeof value === 'object' && value !== null;

/** Names every button by its place, counted as the server counts (depth first, in the order of the JSON), and finds people pickers. */
function marked(card) {
  let count = 0;
  const walk = (value) => {
    if (Array.isArray(value)) return value.map(walk);
    if (!isObject(value)) return value;
    const isAction = String(value.type).startsWith('Action.');
    const id = isAction ? { id: `press-${count++}` } : {};
    const isPicker = String(value['choices.data']?.dataset).startsWith('graph.microsoft.com/users');
    const inner = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === 'data' ? part : walk(part)]));
    return { ...inner, ...id, ...(isPicker ? { type: PeopleInput.typeName } : {}) };
  };
  return walk(card);
}

function typedIn(card) {
  const filled = card.getAllInputs().filter(({ id, value }) => id && value !== undefined && value !== null);
  return Object.fromEntries(filled.map(({ id, value }) => [id, String(value)]));
}

function run(card, action, press) {
  if (action.getJsonTypeName() === 'Action.OpenUrl') window.open(action.url, '_blank', 'noopener');
  else press(Number(action.id.replace('press-', '')), action.getJsonTypeName() === 'Action.ToggleVisibility' ? {} : typedIn(card));
}

const wordsOf = (element) =>
  element.textContent
    .replace(/\p{Extended_Pictographic}|\ufe0f/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

const labelBefore = (group) => group.closest('.ac-input-container').parentElement.querySelector('label');

/** What the renderer gets wrong for assistive technology. */
function tidy(element) {
  // What a button shows or hides is marked as expanded; that mark belongs to buttons only.
  for (const part of element.querySelectorAll('[aria-expanded]:not(button, input, select, a, [role])'))
    part.removeAttribute('aria-expanded');
  // A box that is a button is named by its action alone; somebody who speaks to the computer reads out what stands in it.
  for (const box of element.querySelectorAll('.ac-selectable[role=button][aria-label]')) {
    if (!box.ariaLabel.includes(wordsOf(box))) box.ariaLabel = wordsOf(box);
  }
  // The question stands on the first choice only; all of them together are what it asks.
  for (const group of element.querySelectorAll('.ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect')) {
    const label = labelBefore(group);
    group.setAttribute('role', group.querySelector('[type=radio]') === null ? 'group' : 'radiogroup');
    if (label !== null) group.setAttribute('aria-label', wordsOf(label));
    for (const choice of group.querySelectorAll('input')) choice.removeAttribute('aria-labelledby');
  }
}

/** A card as an element, drawn by Microsoft's own renderer. `press(index, inputs)` is called for what the bot must hear of. */
export function drawCard(json, press) {
  const card = new AC.AdaptiveCard();
  card.hostConfig = new AC.HostConfig(hostConfig);
  card.onDisplayOverflowActionMenu = (actions, button) => {
    toggleMenu(
      button,
      'More actions',
      actions.map((action) => ({ title: action.title, run: () => action.execute() })),
    );
    return true;
  };
  card.parse(marked(json));
  const element = card.render();
  card.onExecuteAction = (action) => {
    run(card, action, press);
    queueMicrotask(() => tidy(element));
  };
  element.lang = json.lang ?? 'en-GB';
  tidy(element);
  return element;
}
