import assert from 'node:assert/strict';
import { newest, newestSteps } from '#cards/newest.part.ts';

const texts = (written: string[]) => newest(written).map(({ text }) => text);

describe('a list that has grown over months', () => {
  it('is shown whole while it is short', () => {
    assert.deepEqual(texts(['one', 'two']), ['one', 'two']);
    assert.deepEqual(texts([]), []);
  });

  it('shows the newest that fit, in order, and says how many more there are', () => {
    const long = ['a', 'b', 'c'].map((letter) => letter.repeat(1_900));
    assert.deepEqual(texts(long), ['1 earlier entry is kept in the record.', long[1], long[2]]);
    assert.equal(texts([...long, ...long])[0], '4 earlier entries are kept in the record.');
  });

  it('always shows the very newest, however long it is', () => {
    const longest = 'x'.repeat(9_000);
    assert.deepEqual(texts(['first', longest]), ['1 earlier entry is kept in the record.', longest]);
  });

  it('shows what people wrote as they wrote it', () => {
    assert.deepEqual(texts(['**now** <at>']), ['\\*\\*now\\*\\* ‹at›']);
  });

  it('cuts the steps of a history short', () => {
    assert.deepEqual(
      newestSteps(['y'.repeat(400)]).map(({ text }) => text),
      [`${'y'.repeat(300)}…`],
    );
  });
});
