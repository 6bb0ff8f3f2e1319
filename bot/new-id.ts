import { randomBytes } from 'node:crypto';

/** Crockford's alphabet: nothing in it is mistaken for something else when it is read aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twenty random letters and digits: a hundred bits, so never the same twice. */
export function newId(): string {
  return Array.from(randomBytes(20), (byte) => alphabet[byte % 32]).join('');
}
