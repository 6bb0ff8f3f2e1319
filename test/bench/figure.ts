import type { Spread } from './spread.ts';

/** Better is higher for `>=` and lower for `<=`. */
export type Aim = { is: '>=' | '<='; value: number };

/** One measured thing: `rounds` holds it once for every round. A figure without an aim is for information. */
export type Figure = { name: string; unit: string; rounds: number[]; aim?: Aim };

/** True or false only when the whole spread says so. */
export type Met = true | false | 'unclear';

export function judge({ low, median, high }: Spread, { is, value }: Aim): Met {
  const meets = (measured: number) => (is === '>=' ? measured >= value : measured <= value);
  const answers = new Set([low, median, high].map(meets));
  return answers.size > 1 ? 'unclear' : meets(median);
}

export const aimText = ({ is, value }: Aim) => `${is} ${value}`;
