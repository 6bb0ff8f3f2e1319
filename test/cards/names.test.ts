import assert from 'node:assert/strict';
import { called, listed } from '#cards/names.ts';

describe('names', () => {
  it('are said as colleagues say them', () => {
    assert.deepEqual(['Mrs Anita Shah', 'Dr. Ann van Berg', 'Robyn Patel', ' Mr Cole '].map(called), [
      'Mrs Shah',
      'Dr. Berg',
      'Robyn Patel',
      'Mr Cole',
    ]);
  });

  it('are listed as people would', () => {
    assert.deepEqual(
      [[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map((names) => listed(names)),
      ['', 'A', 'A and B', 'A, B and C'],
    );
    assert.equal(listed(['A', 'B'], 'or'), 'A or B');
  });
});
