/** What the report dialog has sent, by input id: text only, as it was typed. */
export type Inputs = Record<string, string>;

const idPattern = /^[qxm](\.[a-z0-9-]+){1,3}$/;
const mostInputs = 120;

/** Longer than any field may be, so that a text that is too long comes back with its error and is not cut unseen. */
export const longestKept = 8_000;

/** The inputs among what a card sent; whatever else it carries is ignored. Control characters go, line breaks stay. */
export function readInputs(data: Record<string, unknown>): Inputs {
  const found = Object.entries(data).filter((entry): entry is [string, string] => idPattern.test(entry[0]) && typeof entry[1] === 'string');
  return Object.fromEntries(found.slice(0, mostInputs).map(([id, value]) => [id, cleaned(value)]));
}

function cleaned(value: string): string {
  return value
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .slice(0, longestKept);
}
