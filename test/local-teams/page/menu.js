import { h, iconButton } from './dom.js';

let closeOpen = () => undefined;

function moveFocus(menu, step) {
  const items = [...menu.querySelectorAll('[role=menuitem]')];
  const next = (items.indexOf(document.activeElement) + step + items.length) % items.length;
  items[next].focus();
}

const steps = { ArrowDown: 1, ArrowUp: -1 };

function close(button, giveBack) {
  button.parentElement?.querySelector('[role=menu]')?.remove();
  button.setAttribute('aria-expanded', 'false');
  if (giveBack) button.focus();
}

function menuItem(button, { title, hint, run }) {
  const choose = () => {
    close(button, true);
    run();
  };
  const words = [h('span', {}, title), hint === undefined ? undefined : h('span', { class: 'hint' }, hint)];
  return h('button', { type: 'button', role: 'menuitem', tabIndex: -1, onclick: choose }, words);
}

function onKey(button, event) {
  if (event.key === 'Escape') close(button, true);
  else if (event.key in steps) moveFocus(event.currentTarget, steps[event.key]);
  else if (event.key === 'Tab') return close(button, false);
  else return undefined;
  event.preventDefault();
  return event.stopPropagation();
}

/** Opens a menu beside a button, or closes it: `items` are { title, hint?, run }. Arrow keys move, Escape gives the focus back. */
export function toggleMenu(button, label, items) {
  if (button.getAttribute('aria-expanded') === 'true') return close(button, true);
  closeOpen();
  const made = items.map((item) => menuItem(button, item));
  const menu = h('div', { role: 'menu', class: 'menu', 'aria-label': label, onkeydown: (event) => onKey(button, event) }, made);
  button.parentElement.classList.add('menu-holder');
  button.after(menu);
  menu.scrollIntoView({ block: 'nearest' });
  button.setAttribute('aria-expanded', 'true');
  made[0]?.focus();
  closeOpen = () => close(button, false);
  return undefined;
}

export function menuButton(picture, label, items, properties = {}) {
  const open = (event) => toggleMenu(event.currentTarget, label, items);
  const button = iconButton(picture, label, { 'aria-haspopup': 'menu', 'aria-expanded': 'false', onclick: open, ...properties });
  return h('span', { class: 'menu-holder' }, button);
}

document.addEventListener('click', (event) => {
  if (event.target.closest('.menu-holder') === null) closeOpen();
});
