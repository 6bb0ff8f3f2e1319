const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => entities[character]);

/** What stands after a backslash is text: it is set aside under a private character until the end. */
const hide = (text, kept) =>
  text.replace(/\\([\\`*_{}[\]()#~|+\-.!<>])/g, (_all, character) => String.fromCharCode(0xe000 + kept.push(character) - 1));
const show = (html, kept) => html.replace(/[\ue000-\uf8ff]/g, (mark) => escapeHtml(kept[mark.charCodeAt(0) - 0xe000] ?? ''));

function inline(html) {
  return html
    .replace(/\[([^\]]+)\]\(((?:https?:|tel:|mailto:)[^\s)]+)\)/g, '<a href="$2" target="_blank" rel="noopener noreferrer">$1</a>')
    .replace(/\*\*(\S(?:[^*]*\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[^\w*])\*(\S(?:[^*]*\S)?)\*(?![\w*])/g, '$1<em>$2</em>')
    .replace(/(^|[^\w_])_(\S(?:[^_]*\S)?)_(?![\w_])/g, '$1<em>$2</em>')
    .replace(/&lt;at&gt;(.*?)&lt;\/at&gt;/g, '<span class="mention">$1</span>');
}

const kinds = [
  { tag: 'ul', start: /^\s*[-+*] +/ },
  { tag: 'ol', start: /^\s*\d+\. +/ },
];

function block(text) {
  const lines = text.split('\n');
  const list = kinds.find(({ start }) => lines.every((line) => start.test(line)));
  if (list === undefined) return `<p>${lines.map(inline).join('<br>')}</p>`;
  const first = list.tag === 'ol' ? ` start="${Number.parseInt(text, 10)}"` : '';
  return `<${list.tag}${first}>${lines.map((line) => `<li>${inline(line.replace(list.start, ''))}</li>`).join('')}</${list.tag}>`;
}

/** Lists begin and end with the line that does, whether or not an empty line stands there. */
function blocks(text) {
  const kindOf = (line) => kinds.findIndex(({ start }) => start.test(line));
  return text.split(/\n{2,}/).flatMap((part) => {
    const groups = [];
    for (const line of part.split('\n')) {
      const group = groups.at(-1);
      if (group !== undefined && group.kind === kindOf(line)) group.lines.push(line);
      else groups.push({ kind: kindOf(line), lines: [line] });
    }
    return groups.map(({ lines }) => lines.join('\n'));
  });
}

/** The part of Markdown that Teams shows on every client: bold, italic, lists and links. Everything else stays text. */
export function markdown(text) {
  const kept = [];
  const html = blocks(escapeHtml(hide(text.replaceAll('\r', ''), kept)))
    .map(block)
    .join('');
  return show(html, kept);
}
