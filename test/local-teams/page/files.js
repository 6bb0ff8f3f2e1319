import { post } from './api.js';
import { h, iconButton } from './dom.js';
import { view } from './store.js';

/** Bytes as the server takes them. */
async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pieces = Array.from({ length: Math.ceil(bytes.length / 32_768) }, (_, i) => bytes.subarray(i * 32_768, (i + 1) * 32_768));
  return btoa(pieces.map((piece) => String.fromCharCode(...piece)).join(''));
}

/** The paper clip: in the chat with the app only, and only when its manifest says that it takes files. */
export function fileButton(conversation) {
  if (conversation.kind !== 'personal' || !conversation.app || !view.commands.files) return undefined;
  const send = async ({ target }) => {
    const [file] = target.files;
    if (file === undefined) return;
    await post('/local/file', { as: view.me, conversation: conversation.id, name: file.name, content: await base64(file) });
    target.value = '';
  };
  const input = h('input', { type: 'file', hidden: true, onchange: send });
  const button = iconButton('clip', 'Send a file', { 'data-key': 'file', onclick: () => input.click() });
  return h('span', { class: 'file-holder' }, input, button);
}

const kilobytes = (bytes) => `${Math.max(1, Math.round(bytes / 1024))} KB`;

function answers(message) {
  const answer = (action) => () => post('/local/file-answer', { as: view.me, message: message.id, action });
  return [
    h('button', { type: 'button', onclick: answer('accept') }, 'Allow'),
    h('button', { type: 'button', onclick: answer('decline') }, 'Decline'),
  ];
}

const said = { accept: 'You allowed this file.', decline: 'You declined this file.' };

/** A file in a message: one that was sent, Teams' question whether one may be kept, or one that is there. */
export function fileArea(message) {
  const { file } = message;
  if (file === undefined) return undefined;
  const name = h('strong', {}, file.name);
  if (file.kind === 'sent') return h('p', { class: 'file' }, name);
  if (file.kind === 'kept')
    return h('p', { class: 'file' }, name, ' ', h('a', { href: file.url, download: file.name, 'aria-label': `Open ${file.name}` }, 'Open'));
  const parts = [h('p', {}, name, ` (${kilobytes(file.bytes)})`), h('p', {}, file.words)];
  if (file.answered !== undefined) return h('div', { class: 'file' }, parts, h('p', {}, said[file.answered]));
  return h(
    'div',
    { class: 'file', role: 'group', 'aria-label': `A file for you: ${file.name}` },
    parts,
    h('p', { class: 'file-answers' }, answers(message)),
  );
}
