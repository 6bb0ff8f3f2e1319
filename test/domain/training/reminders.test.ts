import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { daysAfter } from '#domain/days.ts';
import type { Owed } from '#domain/training/owed.ts';
import type { Day } from '#domain/training/record.ts';
import { escalates, remindedUntil, reminderDay } from '#domain/training/reminders.ts';
import { smallPolicy } from './training-world.ts';

const owing = (rest: Partial<Owed> = {}): Owed => ({
  topic: 'refresher',
  due: '2026-12-11',
  last: '2025-12-11',
  standing: 'due-soon',
  ...rest,
});
const on = (today: Day, lastRun: Day | undefined, owed = owing()) => reminderDay(owed, today, lastRun, smallPolicy);
const daily = (today: Day, owed = owing()) => on(today, daysAfter(today, -1), owed);

/** The days on which somebody hears of it, with a round on each of the days. */
function heard(from: Day, days: number, owed = owing(), runs: (day: Day) => boolean = () => true): Day[] {
  const sent: Day[] = [];
  let lastRun: Day = daysAfter(from, -1);
  for (let n = 0; n < days; n += 1) {
    const today = daysAfter(from, n);
    if (!runs(today)) continue;
    if (reminderDay(owed, today, lastRun, smallPolicy) !== undefined) sent.push(today);
    lastRun = today;
  }
  return sent;
}

describe('a reminder that goes out by itself', () => {
  it('goes thirty, seven and one days before, and each week after', () => {
    assert.deepEqual(heard('2026-11-01', 66), ['2026-11-11', '2026-12-04', '2026-12-10', '2026-12-18', '2026-12-25', '2027-01-01']);
  });

  it('says whether it is coming or was due', () => {
    assert.equal(daily('2026-12-10'), 'coming');
    assert.equal(daily('2026-12-11'), undefined);
    assert.equal(daily('2026-12-18'), 'overdue');
  });

  it('goes on the next staffed day when its day is off, once', () => {
    const weekdays = (day: Day) => ![0, 6].includes(new Date(day).getUTCDay());
    const due = owing({ due: '2026-12-13' });
    assert.deepEqual(heard('2026-11-01', 51, due, weekdays), ['2026-11-13', '2026-12-07', '2026-12-14', '2026-12-21']);
  });

  it('is caught up once by a bot that was down for a fortnight', () => {
    assert.equal(on('2026-12-14', '2026-11-30'), 'overdue');
    assert.equal(on('2026-12-15', '2026-12-14'), undefined);
  });

  it('reaches everybody who would have heard by now when the school begins', () => {
    assert.equal(on('2026-11-23', undefined), 'coming');
    assert.equal(on('2026-11-10', undefined), undefined);
    assert.equal(on('2027-02-02', undefined), 'overdue');
  });

  it('greets somebody new on the day on which their time begins', () => {
    const induction: Owed = { topic: 'safe-use', due: '2026-11-30', standing: 'due-soon', induction: true };
    assert.deepEqual(heard('2026-11-01', 30, induction), ['2026-11-16', '2026-11-23', '2026-11-29']);
  });
});

describe('a reminder that was put off', () => {
  it('comes on the day that was asked for, and nothing comes before', () => {
    const owed = owing({ putOffUntil: '2026-12-07' });
    assert.equal(daily('2026-12-04', owed), undefined);
    assert.equal(daily('2026-12-07', owed), 'put-off');
    assert.deepEqual(heard('2026-11-20', 22, owed), ['2026-12-07', '2026-12-10']);
  });

  it('comes on the next staffed day when that day is off', () => {
    assert.equal(on('2026-12-07', '2026-12-04', owing({ putOffUntil: '2026-12-05' })), 'put-off');
  });

  it('holds the weekly one back when it was asked once the due day had passed', () => {
    const owed = owing({ standing: 'overdue', putOffUntil: '2026-12-22' });
    assert.deepEqual(heard('2026-12-12', 21, owed), ['2026-12-22', '2026-12-25', '2027-01-01']);
  });
});

describe('others being told', () => {
  it('begins fourteen days after the due day', () => {
    assert.equal(escalates(owing(), '2026-12-24', smallPolicy), false);
    assert.equal(escalates(owing(), '2026-12-25', smallPolicy), true);
  });

  it('needs nobody read whose first due day is further off than the first reminder', () => {
    assert.equal(remindedUntil('2026-11-23', smallPolicy), '2026-12-23');
  });
});

describe('whatever days the round runs on', () => {
  const days = fc.record({
    due: fc.integer({ min: -20, max: 90 }),
    putOff: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    runs: fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
  });
  const first = '2026-09-01';

  it('what falls due is said by the next round, once', () => {
    fc.assert(
      fc.property(days, ({ due, putOff, runs }) => {
        const owed = owing({ due: daysAfter(first, due), ...(putOff === undefined ? {} : { putOffUntil: daysAfter(first, putOff) }) });
        const expected = saidByHand(due, putOff, runs).map((n) => daysAfter(first, n));
        assert.deepEqual(
          heard(first, 60, owed, (day) => runs[dayNumber(day)] === true),
          expected,
        );
      }),
      { seed: 20_261_122, numRuns: 400 },
    );
  });

  const dayNumber = (day: Day) => Math.round((Date.parse(day) - Date.parse(first)) / 86_400_000);

  /** Day by day, with a note kept until the next round. */
  function saidByHand(due: number, putOff: number | undefined, runs: boolean[]): number[] {
    const said: number[] = [];
    let waiting = false;
    runs.forEach((running, today) => {
      const late = today - due;
      const falls = [30, 7, 1].includes(-late) || (late > 0 && late % 7 === 0);
      if (today === putOff || (falls && (putOff === undefined || today > putOff))) waiting = true;
      if (!running || !waiting) return;
      said.push(today);
      waiting = false;
    });
    return said;
  }
});
