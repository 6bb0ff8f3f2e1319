import { buttons, close, type Element, line, plain, toggle } from './parts.ts';

/** How many people stand where with one topic. */
export type StandingRow = { label: string; inDate: number; dueSoon: number; overdue: number };

/** Each part has its colour, its word and its number: never the colour alone. */
const parts = [
  { key: 'inDate', word: 'in date', colour: 'good' },
  { key: 'dueSoon', word: 'due soon', colour: 'warning' },
  { key: 'overdue', word: 'were due', colour: 'attention' },
] as const;

/** What *The same in words* shows: at most one picture stands on a card. */
export const inWordsId = 'in-words';

/**
 * Who stands where, as bars that Teams draws, with the same in words at a press. A client that does not draw charts shows bars with
 * words instead. Nothing at all for no rows.
 */
export function standingChart(title: string, rows: StandingRow[]): Element[] {
  if (rows.length === 0) return [];
  const data = rows.map((row) => ({
    title: row.label,
    data: parts.map(({ key, word, colour }) => ({ legend: word, value: row[key], color: colour })),
  }));
  const bars = rows.flatMap((row) => [line(`${row.label}: ${inWords(row)}`), stackedBar(row)]);
  return [
    { type: 'Chart.HorizontalBar.Stacked', title, showTitle: true, data, fallback: { type: 'Container', items: bars } },
    buttons([toggle('The same in words', [inWordsId])]),
    sameInWords(rows.map((row) => [row.label, inWords(row)])),
  ];
}

/** What *The same in words* shows, a line for each: two columns would break long names into four lines. */
export function sameInWords(rows: [label: string, words: string][]): Element {
  const items = close(rows.map(([label, words]) => line(`**${plain(label)}**: ${words}`)));
  return { type: 'Container', id: inWordsId, isVisible: false, items };
}

/** "32 in date, 5 due soon, 1 was due": what is none is left out. */
export function inWords(row: StandingRow): string {
  const wordFor = (word: string, count: number) => (word === 'were due' && count === 1 ? 'was due' : word);
  const said = parts.filter(({ key }) => row[key] > 0).map(({ key, word }) => `${row[key]} ${wordFor(word, row[key])}`);
  return said.length === 0 ? 'nobody' : said.join(', ');
}

/** A bar that is filled as far as the work is done. Its words say the same. */
export function progressBar(done: number, of: number, words: string): Element[] {
  const value = Math.min(done, of);
  const fallback = barOf([
    { share: value, style: 'good' },
    { share: of - value, style: 'emphasis' },
  ]);
  return [...(of === 0 ? [] : [{ type: 'ProgressBar', value, max: of, color: 'Good', fallback }]), line(words)];
}

function stackedBar(row: StandingRow): Element {
  return barOf(parts.map(({ key, colour }) => ({ share: row[key], style: colour })));
}

/** Columns as wide as their share. Decoration: whoever cannot see it reads the words. */
function barOf(shares: { share: number; style: string }[]): Element {
  const columns = shares
    .filter(({ share }) => share > 0)
    .map(({ share, style }) => ({ type: 'Column', width: share, style, minHeight: '10px', items: [] }));
  return { type: 'ColumnSet', spacing: 'small', columns };
}
