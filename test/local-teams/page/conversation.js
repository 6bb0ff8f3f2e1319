import { post } from './api.js';
import { composeBox } from './compose.js';
import { avatar, h, iconButton, replaceWhenChanged } from './dom.js';
import { drawMessages } from './messages.js';
import { current, go, view } from './store.js';

const container = document.getElementById('conversation');
const appStates = { installed: 'Installed', absent: 'Not installed', blocked: 'Blocked' };

function appChooser() {
  const options = Object.entries(appStates).map(([value, label]) => h('option', { value, selected: value === view.state.me.app }, label));
  const choose = (event) => post('/local/app', { as: view.me, app: event.target.value });
  return h('label', { class: 'app-state' }, 'App ', h('select', { onchange: choose, 'data-key': 'app' }, options));
}

function heading(conversation) {
  const { kind, name, team, members } = conversation;
  const back = iconButton('back', 'Back to the list', { class: 'icon back', onclick: () => go({}) });
  const who =
    kind === 'personal'
      ? 'Only you and the app see this chat'
      : `${members.length} ${members.length === 1 ? 'person' : 'people'}: ${members.map((member) => member.name).join(', ')}`;
  const title = kind === 'channel' ? `${team.name} › ${name}` : name;
  const picture = kind === 'channel' ? h('span', { class: 'hash', 'aria-hidden': 'true' }, '#') : avatar(name, kind === 'personal');
  const isOurs =
    kind === 'personal'
      ? appChooser()
      : h('span', { class: 'app-state' }, conversation.app ? 'Online Safety is here' : 'Online Safety is not here');
  return h(
    'div',
    { class: 'conversation-head' },
    back,
    picture,
    h('div', { class: 'conversation-title' }, h('h2', {}, title), h('p', {}, who)),
    isOurs,
  );
}

function parts(conversation) {
  const log = h('div', { class: 'log', role: 'log', tabIndex: 0, 'aria-label': `Messages in ${conversation.name}` });
  return [h('div', { class: 'head-holder' }), log, h('div', { class: 'compose-holder' })];
}

/** Head, messages and compose box; each is drawn again only when it changes, so that what is being typed stays. */
export function drawConversation() {
  const conversation = current();
  if (conversation === undefined) {
    return replaceWhenChanged(container, 'none', () => [h('p', { class: 'none' }, 'Choose a chat.')]);
  }
  replaceWhenChanged(container, `${view.me} ${conversation.id}`, () => parts(conversation));
  const [head, log, compose] = container.children;
  replaceWhenChanged(head, JSON.stringify([conversation.app, conversation.members, view.state.me.app]), () => [heading(conversation)]);
  replaceWhenChanged(compose, JSON.stringify([conversation.app, view.state.me.app, view.replyTo]), () => [composeBox(conversation)]);
  // Last: the box takes its room from the messages, of which the newest is to be seen.
  return drawMessages(log, conversation);
}
