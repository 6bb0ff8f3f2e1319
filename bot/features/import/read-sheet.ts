import { setImmediate as breathe } from 'node:timers/promises';
import { counted } from '#cards/counted.ts';
import { mostPeople } from '#domain/training/roll.ts';
import { mostRows, type Sheet, type SheetRow } from '#domain/training/sheet.ts';

export type ReadSheet = { sheet: Sheet } | { problem: string };

/** Characters handed to the parser at a time: others have their turn in between. */
const slice = 64 * 1024;
/** Characters of one row: no record of anybody has more. */
const longestRow = 20_000;

/**
 * A table as Excel and others save it: separated by commas, semicolons or tabs, with or without `sep=` above it, cells in
 * quotation marks where need be, empty lines left out. `line` counts lines of the text, from 1.
 */
export async function readSheet(text: string): Promise<ReadSheet> {
  const { body, delimiter, skipped } = withoutSep(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  const rows: SheetRow[] = [];
  const reached = { line: 0 };
  try {
    for await (const { line, cells } of parsed(body, delimiter ?? delimiterOf(body), reached)) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (lengthOf(cells) > longestRow) return { problem: tooLong(line + skipped, cells) };
      rows.push({ line: line + skipped, cells });
      if (rows.length > mostRows + 1) return { problem: tooMany };
    }
  } catch (error) {
    return { problem: unreadable(error, skipped + firstAfter(body, reached.line)) };
  }
  const [first, ...rest] = rows;
  if (first === undefined || rest.length === 0) return { problem: nothingUnder };
  return { sheet: { header: first.cells.map((cell) => cell.trim()), rows: rest } };
}

// What it is a list of is not known yet, and a list of people that is divided would make everybody in the other files leave.
const tooMany = `It has more than ${counted(mostRows)} rows. Past records can come in several files; a list of people holds ${counted(mostPeople)} at most.`;
const nothingUnder = 'There is nothing under the first line. The first line names the columns, and each line under it is one record.';

function tooLong(line: number, cells: string[]): string {
  const most = `more than ${counted(longestRow)} letters`;
  const last = line + breaksIn(cells);
  return last === line
    ? `Line ${line} has ${most}, which is more than a row of a list can have. Please shorten it.`
    : `Lines ${line} to ${last} make one row of ${most}. Look for a quotation mark that is opened on line ${line} and closed too late.`;
}

/** `reached` is told the line on which the last whole row ends, also of rows that were not taken yet when the reading breaks off. */
async function* parsed(text: string, delimiter: string, reached: { line: number }): AsyncGenerator<SheetRow> {
  const { parse } = await import('csv-parse');
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record: (row: string[], { lines }: Info) => {
      reached.line = lines;
      return row;
    },
  });
  const feed = feedIn(parser, text);
  for await (const { info, record } of parser as AsyncIterable<Parsed>) {
    // The parser counts the line on which a row ends.
    yield { line: info.lines - breaksIn(record), cells: record };
  }
  await feed;
}

type Info = { lines: number };
type Parsed = { info: Info; record: string[] };

const breaksIn = (cells: string[]) => cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
const lengthOf = (cells: string[]) => cells.reduce((sum, cell) => sum + cell.length, 0);

type Parser = { write(chunk: string): boolean; end(): void; destroyed: boolean };

async function feedIn(parser: Parser, text: string): Promise<void> {
  for (let at = 0; at < text.length && !parser.destroyed; at += slice) {
    parser.write(text.slice(at, at + slice));
    await breathe();
  }
  if (!parser.destroyed) parser.end();
}

/** Excel writes `sep=;` above a table, so as to know it again. */
function withoutSep(text: string): { body: string; delimiter?: string; skipped: number } {
  const found = /^"?sep=([,;\t|])"?\n/i.exec(text);
  return found === null ? { body: text, skipped: 0 } : { body: text.slice(found[0].length), delimiter: found[1] ?? ',', skipped: 1 };
}

/** Whichever stands most often in the first line that has anything in it, outside quotation marks. */
function delimiterOf(text: string): string {
  const first =
    text
      .slice(0, longestRow)
      .split('\n')
      .find((line) => line.trim() !== '') ?? '';
  const bare = first.replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}

/** The first line after this one that has anything in it. */
function firstAfter(text: string, line: number): number {
  const rest = text.split('\n').slice(line);
  return (
    line +
    1 +
    Math.max(
      0,
      rest.findIndex((one) => one.trim() !== ''),
    )
  );
}

function unreadable(error: unknown, line: number): string {
  const { code } = error as { code?: string };
  if (code === undefined) throw error;
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? `A quotation mark is opened in the row that begins on line ${line}, and never closed. Look for a single " there.`
    : `The list cannot be read from line ${line} on: something is wrong with the quotation marks there.`;
}
