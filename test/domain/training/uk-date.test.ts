import assert from 'node:assert/strict';
import fc from 'fast-check';
import { quoted, readUkDate } from '#domain/training/uk-date.ts';

const today = '2026-11-23';
const read = (written: string) => {
  const found = readUkDate(written, today);
  return 'day' in found ? found.day : found.problem;
};

describe('a date as people in the UK write it', () => {
  const good: [written: string, day: string][] = [
    ['2/3/25', '2025-03-02'],
    ['02/03/2025', '2025-03-02'],
    ['2.3.2025', '2025-03-02'],
    ['2-3-2025', '2025-03-02'],
    ['2 Mar 2025', '2025-03-02'],
    ['2-Mar-25', '2025-03-02'],
    ['2nd March 2025', '2025-03-02'],
    ['1 Sept 2025', '2025-09-01'],
    ['Sunday 2 March 2025', '2025-03-02'],
    ['Sun, 2 Mar 2025', '2025-03-02'],
    ['2025-03-02', '2025-03-02'],
    ['2025-03-02T00:00:00Z', '2025-03-02'],
    ['02/03/2025 00:00', '2025-03-02'],
    ['  2/3/25 ', '2025-03-02'],
    ['29/2/2024', '2024-02-29'],
    ['23/11/26', today],
    ['31/12/99', '1999-12-31'],
    ['1/1/00', '2000-01-01'],
  ];
  for (const [written, day] of good) it(`reads “${written}” as ${day}`, () => assert.equal(read(written), day));

  const bad: [written: string, why: RegExp][] = [
    ['', /^The date is missing\.$/],
    ['31/11/2025', /^“31\/11\/2025” does not exist: November 2025 has 30 days\.$/],
    ['29/2/2025', /February 2025 has 28 days/],
    ['0/3/2025', /does not exist/],
    ['3/25/2025', /has no month that exists\. The day comes first here/],
    ['2025-13-01', /has no month that exists/],
    ['24/11/2026', /^“24\/11\/2026” has not come yet\.$/],
    ['1/1/79', /has not come yet/],
    ['31/12/1989', /longer ago than anything that is kept/],
    ['45718', /Excel’s own number for a day.*format the column as a date/],
    ['45718.5', /Excel’s own number/],
    ['last spring', /cannot be read as a date\. Write it as 23\/11\/2025/],
    ['2 Marsh 2025', /cannot be read as a date/],
    ['2/3', /cannot be read as a date/],
    ['2/3/2025 and 4/5/2025', /cannot be read as a date/],
  ];
  for (const [written, why] of bad) it(`refuses “${written}” and says why`, () => assert.match(read(written), why));

  it('quotes no half of a character', () => {
    assert.equal(quoted(`${'x'.repeat(38)}😀😀`), `“${'x'.repeat(38)}…”`);
  });

  it('quotes no more than a few words of what stood there', () => {
    assert.ok(read('x'.repeat(5_000)).length < 120);
  });

  it('reads every day of the last thirty years back, however it is written', () => {
    const day = fc
      .date({ min: new Date('1996-01-01'), max: new Date(today), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (one) => {
        const [year = '', month = '', date = ''] = one.split('-');
        for (const written of [
          one,
          `${date}/${month}/${year}`,
          `${Number(date)}/${Number(month)}/${year.slice(2)}`,
          `${date}.${month}.${year}`,
        ])
          assert.equal(read(written), one);
      }),
      { seed: 25, numRuns: 300 },
    );
  });

  it('gives a day or a sentence for whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (written) => {
        assert.match(read(written), /^\d{4}-\d{2}-\d{2}$|\.$/);
      }),
      { seed: 26, numRuns: 500 },
    );
  });
});
