/** An element with properties, and children that are elements, text or nothing. Text is never read as HTML. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== 'list' && typeof value !== 'object') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

const paths = {
  chat: 'M4 4h16v12H9l-5 4z',
  teams:
    'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm8 0a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 19c0-3 3-6 6-6s6 3 6 6zm13 0h7c0-3-3-6-6-6-.7 0-1.4.2-2 .4 1 1.400 1.500 3.500 1 5.600z',
  more: 'M5 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4zm7 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4zm7 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  plus: 'M11 4h2v7h7v2h-7v7h-2v-7H4v-2h7z',
  send: 'M3 4l19 8-19 8 3-8zm4 7h7v2H7z',
  close: 'M6 4.500L12 10.500 18 4.500 19.500 6 13.500 12 19.500 18 18 19.500 12 13.500 6 19.500 4.500 18 10.500 12 4.500 6z',
  clip: 'M16.5 6v11.500a4.500 4.500 0 0 1-9 0V5a3 3 0 0 1 6 0v10.500a1.500 1.500 0 0 1-3 0V6H12v9.500h0V5a1.500 1.500 0 0 0-3 0v12.500a3 3 0 0 0 6 0V6z',
  back: 'M15 4l1.500 1.500L10 12l6.500 6.500L15 20l-8-8z',
  shield: 'M12 2l8 3v6c0 5-3.400 9.300-8 11-4.600-1.700-8-6-8-11V5zm-1 13.500l6-6L15.500 8 11 12.600 8.500 10 7 11.500z',
};

/** A picture that says nothing which the text beside it does not. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}

export const iconButton = (name, label, properties = {}) =>
  h('button', { type: 'button', class: 'icon', 'aria-label': label, title: label, ...properties }, icon(name));

const titles = /^(Mr|Mrs|Ms|Miss|Mx|Dr) /;

export function initials(name) {
  const words = name.replace(titles, '').split(' ');
  return (words.length === 1 ? name.slice(0, 2) : `${words[0][0]}${words.at(-1)[0]}`).toUpperCase();
}

const hue = (name) => [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7);

export function avatar(name, isBot = false) {
  if (isBot) return h('span', { class: 'avatar bot', 'aria-hidden': 'true' }, icon('shield'));
  return h('span', { class: 'avatar', 'aria-hidden': 'true', style: `--hue: ${hue(name)}` }, initials(name));
}

/** Puts children in place only when what they show has changed, so that focus and scrolling stay. */
export function replaceWhenChanged(container, key, make) {
  if (container.dataset.shown === key) return;
  const focused = container.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  container.dataset.shown = key;
  container.replaceChildren(...make());
  if (focused !== undefined) container.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}
