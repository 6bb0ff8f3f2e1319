import { post } from './api.js';
import { drawCard } from './cards.js';
import { avatar, h } from './dom.js';
import { fileArea } from './files.js';
import { menuButton } from './menu.js';
import { view } from './store.js';
import { dayOf, timeOf } from './times.js';

function actionItems(message) {
  const actions =
    view.state.me.app === 'installed' && !message.deleted ? view.commands.actions.filter(({ context }) => context.includes('message')) : [];
  const open = (id) => () => post('/local/message-action', { as: view.me, message: message.id, command: id });
  return actions.map(({ id, title, description }) => ({ title, hint: description, run: open(id) }));
}

function replyItem(message, redraw) {
  const run = () => {
    view.replyTo = message.root;
    redraw();
    document.querySelector('.compose textarea')?.focus();
  };
  return message.root === undefined ? [] : [{ title: 'Reply in thread', run }];
}

function cardArea(message, when) {
  if (message.trouble !== undefined) return h('p', { class: 'trouble' }, message.trouble);
  if (message.card === undefined) return undefined;
  const press = (index, inputs) => post('/local/press', { as: view.me, on: message.id, button: { index }, inputs });
  return h('article', { class: 'card', 'aria-label': `Card from ${message.from.name}, ${when}` }, drawCard(message.card.card, press));
}

function body(message, when) {
  if (message.deleted) return [h('p', { class: 'deleted' }, 'This message has been deleted.')];
  return [message.text === undefined ? undefined : h('p', { class: 'words' }, message.text), fileArea(message), cardArea(message, when)];
}

function drawMessage(message, redraw) {
  const when = timeOf(message.at);
  const name = message.mine ? 'You' : message.from.name;
  const items = [...replyItem(message, redraw), ...actionItems(message)];
  const more = items.length > 0 ? menuButton('more', `More actions on the message from ${name}, ${when}`, items) : undefined;
  const head = h(
    'p',
    { class: 'message-head' },
    h('strong', {}, name),
    ' ',
    h('time', { datetime: message.at }, when),
    message.edited ? ' · Edited' : '',
    message.alert ? ' · Alert' : '',
  );
  const classes = ['message', message.mine ? 'mine' : '', message.root !== undefined && message.root !== message.id ? 'reply' : ''].filter(
    Boolean,
  );
  const inner = h('div', { class: 'bubble' }, head, ...body(message, when));
  return h(
    'div',
    { class: classes.join(' '), tabIndex: -1, 'data-id': message.id },
    message.mine ? undefined : avatar(message.from.name, message.from.bot),
    inner,
    more,
  );
}

/** A channel's posts, each followed by its thread. */
function inOrder({ kind, messages }) {
  if (kind !== 'channel') return messages;
  const roots = messages.filter(({ id, root }) => id === root);
  return roots.flatMap((root) => [root, ...messages.filter((one) => one.root === root.id && one.id !== root.id)]);
}

const keyOf = (message) =>
  JSON.stringify([message.card?.key, message.text, message.deleted, message.edited, message.trouble, message.file, view.state.me.app]);

function place(log, element, before) {
  if (before === null) log.append(element);
  else before.after(element);
}

/** Draws only what is new or different: a card in which somebody is typing stays as it is. */
export function drawMessages(log, conversation) {
  const redraw = () => document.dispatchEvent(new CustomEvent('redraw'));
  const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  const known = new Map([...log.querySelectorAll('.message')].map((element) => [element.dataset.id, element]));
  let before = null;
  let lastDay = '';
  for (const old of log.querySelectorAll('.day')) old.remove();
  for (const message of inOrder(conversation)) {
    const day = dayOf(message.at);
    if (day !== lastDay) {
      const line = h('p', { class: 'day' }, day);
      if (before === null) log.prepend(line);
      else before.after(line);
      before = line;
    }
    lastDay = day;
    const key = keyOf(message);
    const old = known.get(message.id);
    if (old?.dataset.key === key) {
      if (before.nextSibling !== old) place(log, old, before);
      before = old;
      continue;
    }
    const hadFocus = old?.contains(document.activeElement) === true;
    const element = drawMessage(message, redraw);
    element.dataset.key = key;
    old?.remove();
    place(log, element, before);
    if (hadFocus) element.focus();
    before = element;
  }
  if (isAtEnd) log.scrollTop = log.scrollHeight;
}
