import { aimText, type Figure, judge } from './figure.ts';
import { spreadOf } from './spread.ts';

/** One object a line, for machines. */
export function asJson(figure: Figure): string {
  const { name, unit, aim, rounds } = figure;
  const spread = spreadOf(rounds);
  const value = rounded(spread.median);
  const aimed = aim === undefined ? {} : { aim: aimText(aim), met: judge(spread, aim) };
  return JSON.stringify({ name, value, unit, ...aimed, low: rounded(spread.low), high: rounded(spread.high), rounds: rounds.length });
}

/** A line of the table for people. */
export function asRow(figure: Figure): string {
  const { name, unit, aim, rounds } = figure;
  const spread = spreadOf(rounds);
  const between = rounds.length === 1 ? '' : `${rounded(spread.low)} to ${rounded(spread.high)}`;
  const met = aim === undefined ? '' : { true: 'met', false: 'NOT MET', unclear: 'unclear' }[String(judge(spread, aim))];
  const columns = [
    name.padEnd(46),
    String(rounded(spread.median)).padStart(9),
    unit.padEnd(11),
    between.padEnd(20),
    (aim === undefined ? '' : aimText(aim)).padEnd(9),
    met ?? '',
  ];
  return columns.join(' ').trimEnd();
}

export const heading = `${'what'.padEnd(46)} ${'median'.padStart(9)} ${'unit'.padEnd(11)} ${'spread'.padEnd(20)} ${'aim'.padEnd(9)} met`;

/** Three figures are enough for people to compare, and more would only be noise. */
const rounded = (value: number) => Number(value.toPrecision(value >= 100 ? 4 : 3));
