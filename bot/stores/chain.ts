import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** An event in its place: `previous` is the SHA-256 of the event before, over canonical JSON; the first has none. */
export type Sealed<Event> = { n: number; previous: string; event: Event };

/** SHA-256 over canonical JSON, in hex: the same of what says the same. */
export const digest = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');

/** The digest that the next event would carry: the head of the chain. */
export function headOf(sealed: readonly Sealed<unknown>[]): string {
  const last = sealed.at(-1);
  return last === undefined ? '' : digest(last);
}

/** Appends events; those already sealed are never touched. */
export function seal<Event>(sealed: readonly Sealed<Event>[], fresh: readonly Event[]): Sealed<Event>[] {
  const chain = [...sealed];
  for (const event of fresh) chain.push({ n: chain.length + 1, previous: headOf(chain), event });
  return chain;
}

/** The number of the first event that does not follow from the one before; undefined when the chain is whole. */
export function firstBreak(sealed: readonly Sealed<unknown>[]): number | undefined {
  return sealed.find((entry, i) => entry.n !== i + 1 || entry.previous !== headOf(sealed.slice(0, i)))?.n;
}
