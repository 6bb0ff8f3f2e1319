import { post } from './api.js';
import { drawCard } from './cards.js';
import { h, iconButton } from './dom.js';
import { view } from './store.js';
import { freeToasts } from './toasts.js';

const element = document.getElementById('dialog');
const step = document.getElementById('dialog-step');

const close = () => post('/local/dialog/close', { as: view.me });

// Escape asks for the same as the button; the window goes when the state says so.
element.addEventListener('cancel', (event) => {
  event.preventDefault();
  close();
});

function content({ title, text, card, trouble }) {
  const press = (index, inputs) => post('/local/press', { as: view.me, on: 'dialog', button: { index }, inputs });
  const head = h(
    'div',
    { class: 'dialog-head' },
    h('h2', { id: 'dialog-title', tabIndex: -1 }, title),
    iconButton('close', 'Close', { onclick: close }),
  );
  const words = trouble ?? text;
  const inner =
    card === undefined
      ? h('p', { class: trouble === undefined ? 'words' : 'trouble' }, words)
      : h('article', { class: 'card', 'aria-label': title }, drawCard(card.card, press));
  return [head, h('div', { class: 'dialog-body', tabIndex: 0, role: 'group', 'aria-labelledby': 'dialog-title' }, inner)];
}

/** One window for all the steps. A step that is already drawn stays, with what was typed in it. */
export function drawDialog() {
  const { dialog, waiting } = view.state;
  element.setAttribute('aria-busy', String(waiting > 0));
  if (dialog === undefined) {
    delete element.dataset.step;
    element.close();
    step.replaceChildren();
    freeToasts();
    return;
  }
  const key = `${view.me} ${dialog.id}`;
  if (element.dataset.step === key) return;
  element.dataset.step = key;
  step.replaceChildren(...content(dialog));
  if (!element.open) element.showModal();
  // A new step is read out from its title, and begins at its top.
  element.querySelector('.dialog-body').scrollTop = 0;
  element.querySelector('h2').focus();
}
