/** A store or queue was asked for something it never does. The code says which; the text quotes nothing that came in. */
export class StoreMisuse extends Error {
  override readonly name = 'StoreMisuse';
  readonly code: 'bad-school' | 'bad-id' | 'bad-cursor' | 'bad-limit' | 'bad-delay' | 'bad-receipt';

  constructor(code: StoreMisuse['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Throws unless `value` is a whole number from `least` to `most`. */
export function checkWhole(value: number, least: number, most: number, code: 'bad-limit' | 'bad-delay'): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new StoreMisuse(code, `Give a whole number from ${least} to ${most}.`);
}
