import { avatar, h, icon, replaceWhenChanged } from './dom.js';
import { conversations, current, go, view } from './store.js';
import { timeOf } from './times.js';

const rail = document.getElementById('rail');
const list = document.getElementById('list');

const placeOf = ({ kind }) => (kind === 'channel' ? 'teams' : 'chat');
const unreadIn = (place) =>
  conversations()
    .filter((one) => placeOf(one) === place)
    .reduce((sum, { unread }) => sum + unread, 0);

function badge(count) {
  return count > 0 ? h('span', { class: 'badge' }, String(count), h('span', { class: 'hidden' }, ' unread')) : undefined;
}

function railButton(place, label) {
  const show = () => {
    view.place = place;
    const first = conversations().find((one) => placeOf(one) === place);
    if (first !== undefined && placeOf(current() ?? first) !== place) go({ conversation: first.id });
    drawRail();
    drawList();
  };
  return h(
    'button',
    { type: 'button', class: 'rail-button', 'data-key': place, 'aria-pressed': String(view.place === place), onclick: show },
    icon(place),
    h('span', {}, label),
    badge(unreadIn(place)),
  );
}

export function drawRail() {
  const key = JSON.stringify([view.place, unreadIn('chat'), unreadIn('teams')]);
  replaceWhenChanged(rail, key, () => [railButton('chat', 'Chat'), railButton('teams', 'Teams')]);
}

function lastLine({ messages }) {
  const last = messages.at(-1);
  if (last === undefined) return 'No messages yet';
  const words = last.deleted ? 'Message deleted' : (last.text ?? last.summary ?? 'Sent a card');
  return last.mine ? `You: ${words}` : words;
}

function row(conversation) {
  const { id, kind, name, unread, messages } = conversation;
  const last = messages.at(-1);
  const picture = kind === 'channel' ? h('span', { class: 'hash', 'aria-hidden': 'true' }, '#') : avatar(name, kind === 'personal');
  const when = last === undefined ? undefined : h('span', { class: 'row-time' }, timeOf(last.at));
  const text = h(
    'span',
    { class: 'row-text' },
    h('span', { class: 'row-name' }, name),
    h('span', { class: 'row-line' }, lastLine(conversation)),
  );
  const isOpen = id === view.conversation;
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: `row${unread > 0 ? ' unread' : ''}`,
        'data-key': id,
        'aria-current': isOpen ? 'true' : undefined,
        onclick: () => go({ conversation: id }),
      },
      picture,
      text,
      when,
      badge(unread),
    ),
  );
}

function channelGroups(channels) {
  const teams = [...new Map(channels.map(({ team }) => [team.id, team])).values()];
  return teams.flatMap((team) => [h('h3', {}, team.name), h('ul', {}, channels.filter((one) => one.team.id === team.id).map(row))]);
}

export function drawList() {
  const shown = conversations().filter((one) => placeOf(one) === view.place);
  const key = JSON.stringify([view.place, view.conversation, shown.map((one) => [one.id, one.unread, one.messages.length, lastLine(one)])]);
  replaceWhenChanged(list, key, () => {
    const empty = shown.length === 0 ? h('p', { class: 'none' }, view.place === 'chat' ? 'No chats.' : 'Not in any team.') : undefined;
    const rows = view.place === 'chat' ? [h('ul', {}, shown.map(row))] : channelGroups(shown);
    return [h('h2', {}, view.place === 'chat' ? 'Chat' : 'Teams'), ...(empty === undefined ? rows : [empty])];
  });
}
