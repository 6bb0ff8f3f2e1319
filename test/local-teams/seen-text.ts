/** What a backslash protects is set aside under a private character, and comes back at the end. */
const setAside = (text: string, kept: string[]) =>
  text.replace(/\\([\\`*_{}[\]()#~|+\-.!<>])/g, (_all, character: string) => String.fromCharCode(0xe000 + kept.push(character) - 1));

/** The words of a text block as they are read on the screen: without the marks for bold, italic, links and mentions. */
export function seenText(markdown: string): string {
  const kept: string[] = [];
  return setAside(markdown, kept)
    .replace(/\[([^\]]+)\]\([^\s)]+\)/g, '$1')
    .replace(/\*\*(\S(?:[^*]*\S)?)\*\*/g, '$1')
    .replace(/(^|[^\w*])\*(\S(?:[^*]*\S)?)\*(?![\w*])/g, '$1$2')
    .replace(/(^|[^\w_])_(\S(?:[^_]*\S)?)_(?![\w_])/g, '$1$2')
    .replace(/<at>(.*?)<\/at>/g, '$1')
    .replace(/[\ue000-\uf8ff]/g, (mark) => kept[mark.charCodeAt(0) - 0xe000] ?? mark);
}
