import assert from 'node:assert/strict';
import { inWords, progressBar, standingChart } from '#cards/chart.part.ts';
import { card } from '#cards/parts.ts';
import { checkCard, textOf } from '#test/support/check-card.ts';

const rows = [
  { label: 'Online-safety refresher', inDate: 32, dueSoon: 5, overdue: 3 },
  { label: 'Cyber-bullying', inDate: 0, dueSoon: 0, overdue: 0 },
];

describe('a picture of who stands where', () => {
  it('is one that Teams draws, with a fallback for whoever cannot', () => {
    const drawn = card(standingChart('Training', rows));
    checkCard(drawn);
    assert.equal(drawn.body[0]?.type, 'Chart.HorizontalBar.Stacked');
  });

  it('says the same in words, at a press and where it cannot be drawn', () => {
    assert.deepEqual(rows.map(inWords), ['32 in date, 5 due soon, 3 were due', 'nobody']);
    assert.equal(inWords({ label: 'Prevent', inDate: 0, dueSoon: 0, overdue: 1 }), '1 was due');
    const [picture, press, words] = standingChart('Training', rows);
    assert.match(textOf(picture?.fallback), /^Online-safety refresher: 32 in date, 5 due soon, 3 were due$/m);
    assert.deepEqual([words?.isVisible, JSON.stringify(press).includes(`"targetElements":["${words?.id}"]`)], [false, true]);
    assert.equal(textOf(words), '**Online-safety refresher**: 32 in date, 5 due soon, 3 were due\n**Cyber-bullying**: nobody');
  });

  it('is left out where there is nothing to show', () => {
    assert.deepEqual(standingChart('Training', []), []);
  });
});

describe('a progress bar', () => {
  it('is never fuller than full, and has its words', () => {
    const [bar, words] = progressBar(12, 10, '12 of 10');
    assert.equal(bar?.value, 10);
    assert.equal(textOf(words), '12 of 10');
    checkCard(card(progressBar(3, 10, '3 of 10')));
  });

  it('is only words while there is nothing to do', () => {
    assert.deepEqual(
      progressBar(0, 0, 'Nobody yet').map(({ type }) => type),
      ['TextBlock'],
    );
  });
});
