import assert from 'node:assert/strict';
import { mostRows } from '#domain/training/sheet.ts';
import { decodeText } from '#features/import/decode-text.ts';
import { readSheet } from '#features/import/read-sheet.ts';

const text = 'Name,Course\nZoë Müller,Prévention – “Prevent”\n';
const bytes = (...parts: (number[] | Uint8Array)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));
const windows1252 = bytes(
  [...'Name,Course\nZo'].map((letter) => letter.charCodeAt(0)),
  [0xeb, 0x20, 0x4d, 0xfc],
  [...'ller,Pr'].map((letter) => letter.charCodeAt(0)),
  [0xe9],
  [...'vention '].map((letter) => letter.charCodeAt(0)),
  [0x96, 0x20, 0x93],
  [...'Prevent'].map((letter) => letter.charCodeAt(0)),
  [0x94, 0x0a],
);
const utf16 = Buffer.from(text, 'utf16le');

describe('the bytes of a list', () => {
  const written: [how: string, file: Uint8Array][] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], Buffer.from(text))],
    ['UTF-16 as Excel’s “Unicode text”', bytes([0xff, 0xfe], utf16)],
    ['UTF-16 the other way round', bytes([0xfe, 0xff], Buffer.from(utf16).swap16())],
    ['UTF-16 without a mark', utf16],
    ['Windows-1252, as Excel’s plain “CSV”', windows1252],
  ];
  for (const [how, file] of written) it(`are read as ${how}`, () => assert.deepEqual(decodeText(file), { text }));

  const others: [what: string, file: Uint8Array, why: RegExp][] = [
    ['an Excel workbook', bytes([0x50, 0x4b, 0x03, 0x04, 0, 0]), /This is an Excel workbook.*CSV UTF-8/],
    ['an old Excel workbook', bytes([0xd0, 0xcf, 0x11, 0xe0]), /old Excel workbook/],
    ['a PDF', Buffer.from('%PDF-1.7'), /This is a PDF/],
    ['a picture', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0, 0, 1, 0xff, 0xfe, 0xc0]), /cannot be read as a list/],
    ['nothing', new Uint8Array(), /There is nothing in it/],
    ['nothing but spaces', Buffer.from(' \n\n'), /There is nothing in it/],
  ];
  for (const [what, file, why] of others) {
    it(`of ${what} are answered with what to do`, () => {
      const decoded = decodeText(file);
      assert.match('problem' in decoded ? decoded.problem : decoded.text, why);
    });
  }
});

async function rowsOf(list: string) {
  const read = await readSheet(list);
  return 'problem' in read ? read.problem : read.sheet.rows.map(({ line, cells }) => [line, ...cells]);
}

describe('the text of a list', () => {
  const tables: [how: string, list: string, rows: unknown][] = [
    ['commas', 'A,B\n1,2\n', [[2, '1', '2']]],
    ['Excel’s semicolons', 'A;B\r\n1,5;2\r\n', [[2, '1,5', '2']]],
    ['tabs, as they are pasted', 'A\tB\n1\t2, 3', [[2, '1', '2, 3']]],
    ['Excel’s own line about it', 'sep=;\r\nA;B\r\n1;2\r\n', [[3, '1', '2']]],
    ['quotation marks', 'A,B\n"1, one","say ""hi"""\n', [[2, '1, one', 'say "hi"']]],
    ['a name with commas in its first line', '"A, a";B;C\n1;2;3', [[2, '1', '2', '3']]],
    [
      'empty lines between',
      'A,B\n\n1,2\n , \n\n3,4\n',
      [
        [3, '1', '2'],
        [6, '3', '4'],
      ],
    ],
    [
      'cells of several lines',
      'A,B\n"1\n1",2\n3,4\n',
      [
        [2, '1\n1', '2'],
        [4, '3', '4'],
      ],
    ],
    ['fewer cells than columns', 'A,B,C\n1\n', [[2, '1']]],
    ['a quotation mark inside a cell', 'A,B\n6" nails,2\n', [[2, '6" nails', '2']]],
    ['old line ends', 'A,B\r1,2\r', [[2, '1', '2']]],
    ['its mark at the start', '\ufeffA,B\n1,2\n', [[2, '1', '2']]],
  ];
  for (const [how, list, rows] of tables) it(`is read with ${how}`, async () => assert.deepEqual(await rowsOf(list), rows));

  const open: [where: string, list: string, line: number][] = [
    ['in the last row but one', 'A,B\n1,2\n3,"4\n5,6\n', 3],
    ['after empty lines and under sep=', 'sep=,\nA,B\n1,2\n\n\n3,"4\n5,6\n', 6],
    ['after a cell of several lines', 'A,B\n"1\n1",2\n3,"4\n5,6\n', 4],
    ['in the first line', '"A,B\n1,2\n', 1],
    ['before far more than a row can have', `A,B\n1,"${'x,y\n'.repeat(50_000)}`, 2],
    ['after thousands of rows', `A,B\n${'1,2\n'.repeat(9_000)}1,"2\n`, 9_002],
  ];
  for (const [where, list, line] of open)
    it(`names the row of a quotation mark that is never closed, ${where}`, async () => {
      const said = `A quotation mark is opened in the row that begins on line ${line}, and never closed. Look for a single " there.`;
      assert.equal(await rowsOf(list), said);
    });

  it('names a line that is too long, and does not look for a quotation mark in it', async () => {
    const said = 'Line 3 has more than 20,000 letters, which is more than a row of a list can have. Please shorten it.';
    assert.equal(await rowsOf(`A,B\n1,2\n3,${'x'.repeat(20_000)}\n`), said);
    assert.equal(await rowsOf(`A,B\n1,2\n3,"${'x'.repeat(20_000)}"\n`), said);
    assert.equal((await rowsOf(`A,B\n1,2\n3,${'x'.repeat(19_999)}\n`)).length, 2);
  });

  it('names the lines that a quotation mark closed too late makes into one row', async () => {
    const list = `A,B\n1,"2\n${'x,y\n'.repeat(6_000)}3,4"\n5,6\n`;
    assert.match(String(await rowsOf(list)), /^Lines 2 to 6003 make one row .* opened on line 2 and closed too late\.$/);
  });

  it('needs something under its first line', async () => {
    assert.match(String(await rowsOf('Name,Topic,Date\n')), /nothing under the first line/);
  });

  it('may have 50,000 rows and not one more', async () => {
    const rows = (count: number) => `A,B\n${'1,2\n'.repeat(count)}`;
    assert.equal((await rowsOf(rows(mostRows))).length, mostRows);
    assert.match(String(await rowsOf(rows(mostRows + 1))), /more than 50,000 rows\. .* a list of people holds 20,000 at most/);
  });
});
