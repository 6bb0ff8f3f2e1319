import assert from 'node:assert/strict';
import { writeXlsx } from '#features/export/write-xlsx.ts';
import { unzip } from '#test/support/unzip.ts';

const rows = (count: number) => Array.from({ length: count }, (_, i) => [`Person ${i}`, '=1+1', 'Prevent & others']);

describe('a workbook', () => {
  it('holds its rows as text', async () => {
    const files = unzip(Buffer.from((await writeXlsx(rows(300))) ?? []));
    const words = [...files.values()].join('');
    assert.match(words, /Person 299/);
    assert.match(words, /Prevent &amp; others/);
    assert.doesNotMatch(words, /<f>/);
  });

  it('that needs more memory than there is for it takes down nothing else', async () => {
    assert.equal(await writeXlsx(rows(30_000), 16), undefined);
    assert.equal(await writeXlsx(rows(30_000), 8), undefined);
  });
});
