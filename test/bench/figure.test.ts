import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { judge } from './figure.ts';
import { asJson, asRow } from './print.ts';
import { quantile, spreadOf } from './spread.ts';

describe('what a benchmark says', () => {
  it('is the median, and the spread without the lowest and the highest of seven rounds', () => {
    assert.deepEqual(spreadOf([9, 1, 5, 4, 6, 100, 5]), { low: 4, median: 5, high: 9 });
    assert.deepEqual(spreadOf([3]), { low: 3, median: 3, high: 3 });
  });

  it('is met or not met only when the whole spread agrees', () => {
    assert.equal(judge({ low: 0.8, median: 0.9, high: 1 }, { is: '>=', value: 0.75 }), true);
    assert.equal(judge({ low: 0.5, median: 0.6, high: 0.7 }, { is: '>=', value: 0.75 }), false);
    assert.equal(judge({ low: 0.7, median: 0.9, high: 1 }, { is: '>=', value: 0.75 }), 'unclear');
    assert.equal(judge({ low: 1, median: 2, high: 4 }, { is: '<=', value: 3 }), 'unclear');
  });

  it('is one object a line for machines, and a line of a table for people', () => {
    const figure = { name: 'open: p99', unit: 'ratio', rounds: [1, 2, 3], aim: { is: '<=', value: 3 } } as const;
    const { name, value, unit, aim, met } = JSON.parse(asJson({ ...figure, rounds: [1, 2, 3] }));
    assert.deepEqual({ name, value, unit, aim, met }, { name: 'open: p99', value: 2, unit: 'ratio', aim: '<= 3', met: true });
    assert.match(asRow({ ...figure, rounds: [1, 2, 3] }), /^open: p99 +2 ratio +1 to 3 +<= 3 +met$/);
  });

  it('takes a quantile from what was measured, never from between', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    assert.equal(quantile(hundred, 0.5), 50);
    assert.equal(quantile(hundred, 0.99), 99);
  });
});
