import { post } from './api.js';
import { h, iconButton } from './dom.js';
import { fileButton } from './files.js';
import { menuButton } from './menu.js';
import { view } from './store.js';

const scopes = { personal: 'personal', groupChat: 'groupChat', channel: 'team' };
const mention = /@Online Safety\s*/i;

/** In a group the app hears only what mentions it, as in Teams. */
function promptItems(conversation, field) {
  const fill = (title) => () => {
    field.value = conversation.kind === 'personal' ? title : `@Online Safety ${title}`;
    field.focus();
  };
  const prompts = conversation.app ? view.commands.prompts.filter(({ scope }) => scope === scopes[conversation.kind]) : [];
  return prompts.map(({ title, description }) => ({ title, hint: description, run: fill(title) }));
}

function actionItems(conversation) {
  const actions = view.state.me.app === 'installed' ? view.commands.actions.filter(({ context }) => context.includes('compose')) : [];
  const open = (id) => () => post('/local/compose-action', { as: view.me, conversation: conversation.id, command: id });
  return actions.map(({ id, title, description }) => ({ title, hint: description, run: open(id) }));
}

function reply(draw) {
  if (view.replyTo === undefined) return undefined;
  const cancel = () => {
    view.replyTo = undefined;
    draw();
  };
  return h('p', { class: 'replying' }, 'Replying in the thread ', iconButton('close', 'Write a new post instead', { onclick: cancel }));
}

async function send(conversation, field) {
  const typed = field.value.trim();
  const isMention = conversation.kind !== 'personal' && mention.test(typed);
  const text = isMention ? typed.replace(mention, '').trim() : typed;
  if (text === '') return;
  field.value = '';
  const { replyTo } = view;
  const sent = await post('/local/say', {
    as: view.me,
    conversation: conversation.id,
    text,
    mention: isMention,
    ...(replyTo === undefined ? {} : { replyTo }),
  });
  if (sent === undefined) field.value = typed;
}

/** The box to write in, the app's commands, and its actions. */
export function composeBox(conversation) {
  const label = conversation.kind === 'channel' && view.replyTo === undefined ? 'Start a post' : 'Type a message';
  const submit = (event) => {
    event.preventDefault();
    send(conversation, field);
  };
  const onKey = (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  };
  const field = h('textarea', { rows: 1, placeholder: label, 'aria-label': label, onkeydown: onKey });
  const [actions, prompts] = [actionItems(conversation), promptItems(conversation, field)];
  const redraw = () => document.dispatchEvent(new CustomEvent('redraw'));
  return h(
    'form',
    { class: 'compose', onsubmit: submit },
    reply(redraw),
    h(
      'div',
      { class: 'compose-row' },
      actions.length > 0 ? menuButton('plus', 'Actions and apps', actions) : undefined,
      fileButton(conversation),
      field,
      prompts.length > 0 ? menuButton('more', 'Commands', prompts) : undefined,
      h('button', { type: 'submit', class: 'icon send', 'aria-label': 'Send', title: 'Send' }, iconButton('send', '').firstChild),
    ),
  );
}
