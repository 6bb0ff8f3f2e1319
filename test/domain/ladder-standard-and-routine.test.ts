import assert from 'node:assert/strict';
import type { Priority } from '#domain/policy.ts';
import { noTerms } from './school-year.ts';
import { high, standard, type Telling, unanswered } from './unanswered.ts';

const routine: Telling = { priority: 'routine' };

describe('a standard report', () => {
  it('goes to its owner at once, to a deputy at the end of the next staffed day, to the head a day later, and stops', () => {
    assert.deepEqual(unanswered(standard, '2026-11-23 10:00', '2027-07-01 00:00'), [
      '2026-11-23 10:00 tell dsl',
      '2026-11-24 17:30 tell deputy-dsl',
      '2026-11-25 17:30 tell headteacher',
    ]);
  });

  it('at night is held until 07:30', () => {
    assert.deepEqual(unanswered(standard, '2026-11-23 19:00', '2027-07-01 00:00'), [
      '2026-11-23 19:00 show held',
      '2026-11-24 07:30 tell dsl',
      '2026-11-24 17:30 tell deputy-dsl',
      '2026-11-25 17:30 tell headteacher',
    ]);
  });

  it('on the last day of term waits for the days that follow, INSET among them', () => {
    assert.deepEqual(unanswered(standard, '2026-12-18 15:00', '2027-07-01 00:00'), [
      '2026-12-18 15:00 tell dsl',
      '2027-01-04 17:30 tell deputy-dsl',
      '2027-01-05 17:30 tell headteacher',
    ]);
  });

  it('once no term is known ahead, is told now and counted in days of 24 hours', () => {
    assert.deepEqual(unanswered(standard, '2027-08-10 22:00', '2027-12-01 00:00'), [
      '2027-08-10 22:00 tell dsl',
      '2027-08-11 22:00 tell deputy-dsl',
      '2027-08-12 22:00 tell headteacher',
    ]);
  });

  it('in the last days known keeps its rungs in order', () => {
    assert.deepEqual(unanswered(standard, '2027-07-21 09:00', '2027-12-01 00:00').slice(1), [
      '2027-07-30 16:30 tell deputy-dsl',
      '2027-07-30 16:30 tell headteacher',
    ]);
  });

  it('with a ladder of one rung is told once, and not again each morning', () => {
    const owner: Telling = { priority: 'standard', role: 'vice-chair' };
    assert.deepEqual(unanswered(owner, '2026-11-23 10:00', '2027-07-01 00:00'), ['2026-11-23 10:00 tell vice-chair']);
  });
});

describe('a routine report', () => {
  it('alerts nobody and stands on Friday’s list', () => {
    assert.deepEqual(unanswered(routine, '2026-11-23 10:00', '2027-07-01 00:00'), ['2026-11-27 07:30 friday-list dsl']);
  });

  it('in the holidays waits for the first list of term', () => {
    assert.deepEqual(unanswered(routine, '2026-12-22 10:00', '2027-07-01 00:00'), ['2027-01-08 07:30 friday-list dsl']);
  });

  it('is listed at once when no term is known ahead', () => {
    assert.deepEqual(unanswered(routine, '2027-08-10 22:00', '2027-12-01 00:00'), ['2027-08-10 22:00 friday-list dsl']);
  });

  it('is listed for those who are told besides the owner, too', () => {
    const besides: Telling = { priority: 'routine', role: 'headteacher', kind: 'also' };
    assert.deepEqual(unanswered(besides, '2026-11-23 10:00', '2027-07-01 00:00'), ['2026-11-27 07:30 friday-list headteacher']);
  });
});

describe('somebody told besides the owner', () => {
  const besides = (priority: Priority): Telling => ({ priority, role: 'headteacher', kind: 'also' });

  it('is told at once and asked again three times in staffed hours, and nobody else is', () => {
    assert.deepEqual(unanswered(besides('urgent'), '2026-11-23 15:45', '2027-07-01 00:00'), [
      '2026-11-23 15:45 tell headteacher',
      '2026-11-23 16:45 repeat headteacher',
      '2026-11-24 07:45 repeat headteacher',
      '2026-11-24 08:45 repeat headteacher',
    ]);
  });

  it('is told of something urgent at night, and asked again from the morning', () => {
    assert.deepEqual(unanswered(besides('urgent'), '2026-11-23 22:00', '2026-11-24 08:30'), [
      '2026-11-23 22:00 tell headteacher',
      '2026-11-24 08:30 repeat headteacher',
    ]);
  });

  it('hears of what is held at the next opening', () => {
    for (const priority of ['high', 'standard'] as const) {
      const [first] = unanswered(besides(priority), '2026-12-22 22:00', '2027-02-01 00:00');
      assert.equal(first, '2027-01-04 07:30 tell headteacher');
    }
  });

  it('hears of it now when no term is known ahead', () => {
    const [first] = unanswered(besides('high'), '2027-08-10 22:00', '2027-08-10 22:00');
    assert.equal(first, '2027-08-10 22:00 tell headteacher');
  });
});

describe('a school without term dates', () => {
  it('counts every week as a school week', () => {
    assert.deepEqual(unanswered({ ...high, calendar: noTerms }, '2026-08-14 16:30', '2026-08-17 06:30'), [
      '2026-08-14 16:30 show held',
      '2026-08-17 06:30 tell dsl',
    ]);
  });
});
