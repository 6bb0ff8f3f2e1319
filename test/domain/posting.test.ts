import assert from 'node:assert/strict';
import { isDue, isOwed, newPosting, nextPostingAt, redraw } from '#domain/posting.ts';

const now = '2026-11-23T10:00:00.000Z';
const machine = 1_000;
const fresh = newPosting('p1', { person: 'x' }, 'alert');
const shown = { ...fresh, shown: 1 };

describe('a message that is to stand in Teams', () => {
  it('is owed until what is shown is what is wanted', () => {
    assert.ok(isOwed(fresh));
    assert.ok(!isOwed(shown));
    assert.ok(redraw([shown]).every(isOwed));
  });

  it('rings unless it says otherwise', () => {
    assert.deepEqual([fresh.ring, newPosting('p2', { person: 'x' }, 'receipt', false).ring], [true, false]);
  });

  it('is due now, unless Teams asked to wait or a worker has it in hand', () => {
    assert.ok(isDue(fresh, machine));
    assert.ok(!isDue({ ...fresh, putOffUntil: machine + 1 }, machine));
    assert.ok(isDue({ ...fresh, putOffUntil: machine }, machine));
    assert.ok(!isDue({ ...fresh, leasedUntil: machine + 1 }, machine));
    assert.ok(isDue({ ...fresh, leasedUntil: machine }, machine));
    assert.ok(isDue({ ...fresh, leasedUntil: machine + 3_600_000 }, machine), 'leased by a clock that was an hour ahead');
  });

  it('that can never be delivered is neither owed nor drawn again', () => {
    const failed = { ...fresh, failed: 'gone' };
    assert.ok(!isOwed(failed) && !isDue(failed, machine));
    assert.deepEqual(redraw([failed]), [failed]);
  });

  it('is drawn again only where the change shows', () => {
    assert.deepEqual(
      redraw([shown, { ...shown, id: 'p2' }], ({ id }) => id === 'p2').map(({ want }) => want),
      [1, 2],
    );
  });
});

describe('when the next message is to be posted', () => {
  it('is now, while any is owed', () => {
    assert.equal(nextPostingAt([shown, { ...fresh, putOffUntil: machine }], now), now);
  });

  it('is never, when none is owed', () => {
    assert.equal(nextPostingAt([shown, { ...fresh, failed: 'gone' }], now), undefined);
  });
});
