import { typedText } from '#domain/typed-text.ts';

/** What the report dialog has sent, by input id: text only, as it was typed. */
export type Inputs = Record<string, string>;

const idPattern = /^[qxm](\.[a-z0-9-]+){1,3}$/;
const mostInputs = 120;

/** The inputs among what a card sent; whatever else it carries is ignored. Control characters go, line breaks stay. */
export function readInputs(data: Record<string, unknown>): Inputs {
  const found = Object.entries(data).filter((entry): entry is [string, string] => idPattern.test(entry[0]) && typeof entry[1] === 'string');
  return Object.fromEntries(found.slice(0, mostInputs).map(([id, value]) => [id, typedText(value)]));
}
