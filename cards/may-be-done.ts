import type { Card } from './parts.ts';

/** The same screen, on which every button says that the press before it may have been carried out, wherever the button stands. */
export function mayBeDone(card: Card): Card {
  return marked(card) as Card;
}

export const saysMayBeDone = (data: Record<string, unknown>): boolean => data['maybe'] === true;

function marked(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(marked);
  if (typeof part !== 'object' || part === null) return part;
  const copy: Record<string, unknown> = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, marked(value)]));
  return copy.type === 'Action.Submit' ? { ...copy, data: { ...(copy.data as object), maybe: true } } : copy;
}
