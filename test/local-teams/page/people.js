import { avatar, h, replaceWhenChanged } from './dom.js';
import { go, view } from './store.js';

const container = document.getElementById('people');

function personButton({ id, name, jobTitle, unread }) {
  const badge = unread > 0 ? h('span', { class: 'badge' }, String(unread), h('span', { class: 'hidden' }, ' unread')) : undefined;
  const label = h(
    'span',
    { class: 'person-text' },
    h('span', { class: 'person-name' }, name),
    h('span', { class: 'person-role' }, jobTitle),
  );
  const pressed = id === view.me;
  return h(
    'button',
    {
      type: 'button',
      class: 'person',
      'aria-pressed': String(pressed),
      'data-key': id,
      title: `${name}, ${jobTitle}`,
      onclick: () => go({ me: id }),
    },
    avatar(name),
    label,
    badge,
  );
}

/** Everybody whom you can be, in one click, with what each has not read. */
export function drawPeople() {
  const key = JSON.stringify([view.me, view.people]);
  const isNew = container.dataset.who !== view.me;
  replaceWhenChanged(container, key, () => view.people.map(personButton));
  container.dataset.who = view.me;
  // On a phone the row of people is wider than the screen.
  if (isNew) container.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
}
