import { setImmediate as breathe } from 'node:timers/promises';
import { shielded } from '#domain/training/sheet.ts';

/** Of any kind: a cell with one is quoted, or its row would end there. */
const lineBreak = /[\r\n]/;
/** Rows written before others have their turn. */
const slice = 2_000;

/**
 * A table as Excel opens it by a double click: UTF-8 with its mark, Windows line ends. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe.
 */
export async function writeCsv(rows: readonly string[][]): Promise<Uint8Array> {
  const { stringify } = await import('csv-stringify/sync');
  const texts = ['\ufeff'];
  for (let first = 0; first < rows.length; first += slice) {
    const some = rows.slice(first, first + slice).map((cells) => cells.map(shielded));
    texts.push(stringify(some, { record_delimiter: 'windows', quoted_match: lineBreak }));
    await breathe();
  }
  return Buffer.from(texts.join(''));
}
