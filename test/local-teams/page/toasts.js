import { h, iconButton } from './dom.js';
import { go, view } from './store.js';

const list = document.getElementById('toast-list');
const inDialog = document.getElementById('dialog-toasts');

/** Beside an open dialog nothing else can be read or pressed, so its notices stand inside it. */
const place = () => (inDialog.closest('dialog').open ? inDialog : list);
const headings = { preview: 'Online Safety', message: 'Online Safety', error: 'Problem' };
let lastSeen;

/** Shows a short notice. Problems stay until they are put away; the rest go by themselves. */
export function toast({ kind, text, conversation }) {
  const remove = () => element.remove();
  const open = () => {
    remove();
    go({ conversation });
  };
  const opener =
    conversation !== undefined && conversation !== view.conversation ? h('button', { type: 'button', onclick: open }, 'Open') : undefined;
  const element = h(
    'div',
    { class: `toast ${kind}` },
    h('div', { class: 'toast-text' }, h('strong', {}, headings[kind]), h('span', {}, text)),
    opener,
    iconButton('close', 'Dismiss', { onclick: remove }),
  );
  place().append(element);
  if (kind !== 'error') setTimeout(remove, 8000);
}

/** Teams does not announce what comes into the chat that is open, unless it is an alert. */
const isOnScreen = ({ kind, conversation, alert }) =>
  kind === 'preview' && conversation === view.conversation && !alert && document.visibilityState === 'visible';

/** What has come for this person since the page last looked. Somebody else's are never shown. */
export function showNotices() {
  const { notices, me } = view.state;
  const newest = notices.at(-1)?.id ?? '0';
  if (lastSeen?.me !== me.id) {
    list.replaceChildren();
    inDialog.replaceChildren();
    lastSeen = { me: me.id, id: newest };
    return;
  }
  for (const notice of notices) if (Number(notice.id) > Number(lastSeen.id) && !isOnScreen(notice)) toast(notice);
  lastSeen.id = newest;
}

/** After a dialog has closed, what it still had to say goes on outside. */
export function freeToasts() {
  if (inDialog.childElementCount > 0) list.append(...inDialog.childNodes);
}
