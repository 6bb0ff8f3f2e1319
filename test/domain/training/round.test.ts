import assert from 'node:assert/strict';
import { Calendar } from '#domain/settings.ts';
import type { Campaign } from '#domain/training/campaign.ts';
import { dayOut, goesFrom, mayRunNow, nextRound, tellsToday, toldAfter, toldFrom } from '#domain/training/round.ts';
import { campaignOf } from '#test/support/campaigns.ts';

const everyWeek = Calendar.parse({});
const terms = Calendar.parse({
  terms: [
    { name: 'Autumn', from: '2026-09-02', to: '2026-12-18' },
    { name: 'Spring', from: '2027-01-05', to: '2027-03-25' },
  ],
  closures: [{ name: 'Half term', from: '2026-10-26', to: '2026-10-30' }],
  inset: ['2026-11-02'],
});

describe('the next round', () => {
  it('is at 08:00 of the next staffed day', () => {
    assert.equal(nextRound(terms, '2026-11-23T07:59:59.000Z'), '2026-11-23T08:00:00.000Z');
    assert.equal(nextRound(terms, '2026-11-23T08:00:00.000Z'), '2026-11-24T08:00:00.000Z');
  });

  it('passes over the weekend, half term and the holidays', () => {
    assert.equal(nextRound(terms, '2026-11-20T12:00:00.000Z'), '2026-11-23T08:00:00.000Z');
    assert.equal(nextRound(terms, '2026-10-23T12:00:00.000Z'), '2026-11-02T08:00:00.000Z');
    assert.equal(nextRound(terms, '2026-12-18T12:00:00.000Z'), '2027-01-05T08:00:00.000Z');
  });

  it('is at 08:00 by the school’s clock on either side of the clock changes', () => {
    assert.equal(nextRound(everyWeek, '2027-03-26T12:00:00.000Z'), '2027-03-29T07:00:00.000Z');
    assert.equal(nextRound(everyWeek, '2026-10-23T12:00:00.000Z'), '2026-10-26T08:00:00.000Z');
    assert.equal(nextRound(everyWeek, '2026-10-22T12:00:00.000Z'), '2026-10-23T07:00:00.000Z');
  });

  it('waits for a school that opens later', () => {
    assert.equal(nextRound({ ...terms, opens: '08:40' }, '2026-11-23T08:00:00.000Z'), '2026-11-23T08:40:00.000Z');
  });

  it('comes on weekdays where no term is known ahead', () => {
    assert.equal(nextRound(terms, '2027-03-25T12:00:00.000Z'), '2027-03-26T08:00:00.000Z');
    assert.equal(nextRound(terms, '2027-07-02T12:00:00.000Z'), '2027-07-05T07:00:00.000Z');
  });

  it('is found where opening and closing leave no morning', () => {
    assert.equal(nextRound({ ...terms, opens: '06:00', closes: '07:59' }, '2026-11-23T12:00:00.000Z'), '2026-11-24T06:00:00.000Z');
  });
});

describe('a round that is late', () => {
  it('goes out at any time of a staffed day, and not at night or at the weekend', () => {
    assert.equal(mayRunNow(terms, '2026-11-23T15:00:00.000Z'), true);
    assert.equal(mayRunNow(terms, '2026-11-23T17:30:00.000Z'), false);
    assert.equal(mayRunNow(terms, '2026-11-22T12:00:00.000Z'), false);
  });
});

describe('what is told of others', () => {
  it('goes out on the first staffed day of a week and of a month', () => {
    const told = toldFrom('2026-11-25');
    assert.deepEqual(tellsToday(told, '2026-11-27'), { weekly: false, monthly: false });
    assert.deepEqual(tellsToday(told, '2026-11-30'), { weekly: true, monthly: false });
    assert.deepEqual(tellsToday(toldFrom('2026-11-30'), '2026-12-01'), { weekly: false, monthly: true });
  });

  it('goes out on the next day where that one was missed', () => {
    assert.deepEqual(tellsToday(toldFrom('2026-11-25'), '2026-12-03'), { weekly: true, monthly: true });
    assert.deepEqual(tellsToday(toldFrom('2026-12-31'), '2027-01-05'), { weekly: true, monthly: true });
  });

  it('is not both at once for one reader: the month comes a day later', () => {
    const told = { weekly: '2027-02-22', monthly: '2027-02' };
    const first = tellsToday(told, '2027-03-01', true);
    assert.deepEqual(first, { weekly: true, monthly: false });
    const after = toldAfter(told, first, '2027-03-01');
    assert.deepEqual(after, { weekly: '2027-03-01', monthly: '2027-02' });
    assert.deepEqual(tellsToday(after, '2027-03-02', true), { weekly: false, monthly: true });
  });
});

describe('the reminders of a day', () => {
  const daily = (changes: Partial<Campaign> = {}) =>
    campaignOf('auto-2026-11-20', 2, '2026-11-20T08:00:00.000Z', { from: 'daily', ...changes });

  it('go on until the school closes, and are then left to the next round', () => {
    assert.equal(goesFrom(daily(), terms, '2026-11-20T17:29:00.000Z'), '2026-11-20T17:29:00.000Z');
    assert.equal(goesFrom(daily(), terms, '2026-11-23T07:50:00.000Z'), '2026-11-23T08:00:00.000Z');
    assert.equal(goesFrom(daily(), terms, '2026-11-23T09:00:00.000Z'), '2026-11-24T08:00:00.000Z');
  });

  it('are alone in that: what a coordinator sent goes on', () => {
    assert.equal(goesFrom(daily({ from: 'coordinator' }), terms, '2026-11-23T07:50:00.000Z'), '2026-11-23T07:50:00.000Z');
    assert.equal(goesFrom(daily({ override: 'Now' }), terms, '2026-11-22T03:00:00.000Z'), '2026-11-22T03:00:00.000Z');
  });
});

describe('the day on which a reminder goes out', () => {
  const friday = '2026-11-20';
  const at = `${friday}T09:00:00.000Z`;
  const cases: [what: string, changes: Partial<Campaign>, now: string, day: string][] = [
    ['scheduled for later that day', { startAt: `${friday}T14:00:00.000Z` }, at, friday],
    ['scheduled for another day', { startAt: '2026-11-24T09:00:00.000Z' }, at, '2026-11-24'],
    ['whose time went by while the bot was down', { startAt: at }, '2026-11-24T10:00:00.000Z', '2026-11-24'],
    ['whose time went by, at night', { startAt: at }, '2026-11-20T20:00:00.000Z', '2026-11-23'],
    ['that does not wait for hours', { startAt: at, override: 'Now' }, '2026-11-21T20:00:00.000Z', '2026-11-21'],
    ['still going out', { startAt: at, state: 'sending' }, '2026-11-23T10:00:00.000Z', '2026-11-23'],
    ['that has gone out', { startAt: at, state: 'sent', endedAt: '2026-11-20T09:01:00.000Z' }, '2026-11-23T10:00:00.000Z', friday],
    ['that went out late', { startAt: at, state: 'sent', endedAt: '2026-11-23T09:01:00.000Z' }, '2026-11-23T10:00:00.000Z', '2026-11-23'],
    [
      'that was cancelled since',
      { startAt: at, state: 'cancelled', endedAt: '2026-11-23T09:01:00.000Z' },
      '2026-11-23T10:00:00.000Z',
      friday,
    ],
    ['paused', { startAt: at, state: 'paused' }, '2026-11-23T10:00:00.000Z', friday],
  ];
  for (const [what, changes, now, day] of cases)
    it(`is that day for one ${what}`, () => assert.equal(dayOut(campaignOf('C1', 2, at, changes), terms, now), day));

  it('is the school’s day, not the UTC one', () => {
    const changes = { startAt: '2027-06-14T23:30:00.000Z', override: 'Now' };
    assert.equal(dayOut(campaignOf('C1', 2, at, changes), everyWeek, '2027-06-14T12:00:00.000Z'), '2027-06-15');
  });
});
