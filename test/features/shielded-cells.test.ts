import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cellsOf, columnsOf } from '#domain/training/sheet.ts';
import { writeCsv } from '#features/export/write-csv.ts';
import { decodeText } from '#features/import/decode-text.ts';
import { readSheet } from '#features/import/read-sheet.ts';

/** One cell out and in again: as a spreadsheet would see it, and as it is read back. */
async function thereAndBack(course: string): Promise<{ seen: string; back: string }> {
  const decoded = decodeText(
    await writeCsv([
      ['Name', 'Course'],
      ['Ms Robyn Patel', course],
    ]),
  );
  const read = await readSheet('text' in decoded ? decoded.text : '');
  assert.ok('sheet' in read && read.sheet.rows.length === 1);
  const [row] = read.sheet.rows;
  assert.ok(row);
  return { seen: row.cells[1] ?? '', back: cellsOf(columnsOf(read.sheet.header), row)('course') };
}

describe('a cell that a spreadsheet would take for a formula', () => {
  for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠'])
    it(`begins with an apostrophe in the file and without it when it comes back (${sign})`, async () => {
      assert.deepEqual(await thereAndBack(`${sign}1+1`), { seen: `'${sign}1+1`, back: `${sign}1+1` });
    });

  for (const [what, space] of [
    ['a tab', '\t'],
    ['a carriage return', '\r'],
    ['a line feed', '\n'],
  ] as const)
    it(`begins with an apostrophe too where ${what} stands first, which comes back as no more than a space would`, async () => {
      const { seen, back } = await thereAndBack(`${space}=1+1`);
      assert.ok(seen.startsWith("'"));
      assert.equal(back, '=1+1');
    });

  it('keeps an apostrophe of its own', async () => {
    assert.deepEqual(await thereAndBack("'=1+1"), { seen: "''=1+1", back: "'=1+1" });
  });

  it('is no other: what is only quoted, or has the sign further on, stays as it is', async () => {
    for (const course of ["'Keeping safe'", 'Part 1 = online', 'a@b.example', '2-day course']) {
      assert.deepEqual(await thereAndBack(course), { seen: course, back: course });
    }
  });

  it('comes back as it was, whatever it is', async () => {
    const unit = fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', "'", '"', ',', ';', 'a', 'é', ' ', '\n', '\r', '\t');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 8 }), async (course) => {
        const { seen, back } = await thereAndBack(course);
        assert.doesNotMatch(seen, /^[=+\-@＝＋－＠\t\r\n]/);
        assert.equal(back, course.replace(/\s+/g, ' ').trim());
      }),
      { seed: 12, numRuns: 300 },
    );
  });
});
