const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ids in order, the same in every run: eight characters that count, then twelve that fill. */
export function countingIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    const digits = Array.from({ length: 8 }, (_, place) => alphabet[Math.floor(last / 32 ** (7 - place)) % 32]);
    return `${digits.join('')}ZZZZZZZZZZZZ`;
  };
}
