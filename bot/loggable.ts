import { createHash } from 'node:crypto';
import { kinds } from '#stores/records.ts';

/** The name of a document that may stand in a log. */
export type Loggable = string & { readonly loggable: unique symbol };

/** Letters of an Entra id without its dashes: a shorter key holds nobody's. */
const entraId = 32;

/**
 * A document's id where its key is too short to name a person (`incident.7K2M9QXD`, `roll.current`); otherwise its kind and the first
 * twelve digits of the SHA-256 of its id (`training:3f2a9c01d4e5`), by which whoever may read the record can find it again.
 */
export function loggable(id: string): Loggable {
  const kind = kinds.find((one) => id.startsWith(`${one}.`));
  const isShort = kind !== undefined && id.length - kind.length - 1 < entraId;
  const digest = () => createHash('sha256').update(id).digest('hex').slice(0, 12);
  return (isShort ? id : `${kind ?? 'unknown'}:${digest()}`) as Loggable;
}
