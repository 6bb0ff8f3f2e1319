import assert from 'node:assert/strict';
import { addStaffedMinutes, closing, endOfStaffedDay, homeTime, nextFriday, nextOpening, type Regime, regime } from '#domain/calendar.ts';
import { Calendar } from '#domain/settings.ts';
import { nextSchoolDay } from '#test/support/clock.ts';
import { gmt, noTerms, schoolYear } from './school-year.ts';

describe('the hours of a school', () => {
  const moments: [title: string, at: string, is: Regime][] = [
    ['just before 07:30 it is shut', '2026-11-23T07:29:59.999Z', 'closed'],
    ['at 07:30 it is staffed', gmt('2026-11-23 07:30'), 'staffed'],
    ['at 17:29 it is staffed', gmt('2026-11-23 17:29'), 'staffed'],
    ['at 17:30 it is shut', gmt('2026-11-23 17:30'), 'closed'],
    ['a Friday evening is a night like others', gmt('2026-11-20 17:30'), 'closed'],
    ['a Saturday noon is shut', gmt('2026-11-21 12:00'), 'closed'],
    ['an INSET day in term is staffed', gmt('2026-11-27 10:00'), 'staffed'],
    ['an INSET day before term is staffed', '2026-09-01T09:00:00.000Z', 'staffed'],
    ['an INSET day in the summer is staffed', '2027-07-30T09:00:00.000Z', 'staffed'],
    ['the evening of an INSET day in the summer is holiday', '2027-07-30T19:00:00.000Z', 'holiday'],
    ['the evening before term, after an INSET day, is a night', '2026-09-01T19:00:00.000Z', 'closed'],
    ['a bank holiday makes a long weekend', '2027-05-03T11:00:00.000Z', 'closed'],
    ['the Saturday before a bank holiday is shut', '2027-05-01T11:00:00.000Z', 'closed'],
    ['half term is holiday', gmt('2026-10-28 11:00'), 'holiday'],
    ['the Saturday before half term is holiday', '2026-10-24T11:00:00.000Z', 'holiday'],
    ['the Sunday after half term is holiday', gmt('2026-11-01 11:00'), 'holiday'],
    ['early on the morning after half term it is holiday', gmt('2026-11-02 07:29'), 'holiday'],
    ['the last afternoon of term is staffed', gmt('2026-12-18 17:29'), 'staffed'],
    ['the last evening of term is holiday', gmt('2026-12-18 17:30'), 'holiday'],
    ['New Year is holiday', gmt('2027-01-01 00:00'), 'holiday'],
    ['in summer time it opens at 06:30 Greenwich time', '2026-10-23T06:30:00.000Z', 'staffed'],
    ['in summer time it shuts at 16:30 Greenwich time', '2026-10-22T16:30:00.000Z', 'closed'],
    ['after the last term known it is holiday', '2027-09-06T10:00:00.000Z', 'holiday'],
  ];
  for (const [title, at, is] of moments) it(title, () => assert.equal(regime(schoolYear, at), is));

  it('run from Monday to Friday while no terms are known', () => {
    assert.equal(regime(noTerms, '2026-08-12T10:00:00.000Z'), 'staffed');
    assert.equal(regime(noTerms, '2026-08-15T10:00:00.000Z'), 'closed');
  });

  it('make a weekend, not a holiday, of two terms that adjoin', () => {
    const adjoining = Calendar.parse({
      terms: [
        { name: 'One', from: '2026-11-02', to: '2026-11-20' },
        { name: 'Two', from: '2026-11-23', to: '2026-12-18' },
      ],
    });
    assert.equal(regime(adjoining, gmt('2026-11-21 12:00')), 'closed');
    assert.equal(nextOpening(adjoining, gmt('2026-11-20 18:00')), gmt('2026-11-23 07:30'));
  });

  it('make a holiday of a single weekday between two terms', () => {
    const apart = Calendar.parse({
      terms: [
        { name: 'One', from: '2026-11-02', to: '2026-11-19' },
        { name: 'Two', from: '2026-11-23', to: '2026-12-18' },
      ],
    });
    assert.equal(regime(apart, gmt('2026-11-20 12:00')), 'holiday');
  });

  it('make a holiday of two closures that adjoin and hold three weekdays', () => {
    const days = (from: string, to: string) => ({ name: 'Closed', from, to });
    const apart = Calendar.parse({ closures: [days('2026-11-23', '2026-11-23'), days('2026-11-24', '2026-11-25')] });
    const short = Calendar.parse({ closures: [days('2026-11-23', '2026-11-24')] });
    assert.equal(regime(apart, gmt('2026-11-25 12:00')), 'holiday');
    assert.equal(regime(short, gmt('2026-11-24 12:00')), 'closed');
  });

  it('are another school’s own where it says so', () => {
    const late = Calendar.parse({ alertsFrom: '08:15', closes: '16:00' });
    assert.equal(regime(late, gmt('2026-11-23 08:14')), 'closed');
    assert.equal(regime(late, gmt('2026-11-23 08:15')), 'staffed');
    assert.equal(regime(late, gmt('2026-11-23 16:00')), 'closed');
  });

  it('are nowhere to be found when the day shuts before it opens, so the school counts as open', () => {
    assert.equal(nextOpening(Calendar.parse({ alertsFrom: '18:00' }), gmt('2026-11-23 10:00')), undefined);
  });

  it('in a time zone that does not exist are refused when they are set', () => {
    assert.equal(Calendar.safeParse({ zone: 'Europe/Atlantis' }).success, false);
  });

  it('with a time zone that does not exist are a breakage, not a guess', () => {
    assert.throws(() => regime({ ...noTerms, zone: 'Europe/Atlantis' }, gmt('2026-11-23 10:00')), /time zone/);
  });
});

describe('the next opening', () => {
  const openings: [title: string, at: string, opens: string | undefined][] = [
    ['is now while staffed', gmt('2026-11-23 10:07'), gmt('2026-11-23 10:07')],
    ['is now at 07:30', gmt('2026-11-23 07:30'), gmt('2026-11-23 07:30')],
    ['is this morning before 07:30', gmt('2026-11-23 07:29'), gmt('2026-11-23 07:30')],
    ['is tomorrow from 17:30', gmt('2026-11-23 17:30'), gmt('2026-11-24 07:30')],
    ['is Monday from Friday evening', gmt('2026-11-20 18:00'), gmt('2026-11-23 07:30')],
    ['is Tuesday after a bank holiday', '2027-04-30T17:00:00.000Z', '2027-05-04T06:30:00.000Z'],
    ['is an hour later by Greenwich once clocks have gone back', '2026-10-23T17:00:00.000Z', gmt('2026-11-02 07:30')],
    ['is an hour earlier once they have gone forward', gmt('2027-03-25 18:00'), '2027-04-12T06:30:00.000Z'],
    ['is the INSET day that comes before term, over New Year', gmt('2026-12-18 18:00'), gmt('2027-01-04 07:30')],
    ['is the INSET day in the holidays', '2027-07-22T10:00:00.000Z', '2027-07-30T06:30:00.000Z'],
    ['is unknown after the last day known', '2027-07-30T16:30:00.000Z', undefined],
  ];
  for (const [title, at, opens] of openings) it(title, () => assert.equal(nextOpening(schoolYear, at), opens));

  it('at 01:30 of the hour that comes twice is the same both times', () => {
    for (const at of ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']) {
      assert.equal(nextOpening(noTerms, at), gmt('2026-10-26 07:30'));
    }
  });
});

describe('the next school day', () => {
  const days: [title: string, at: string, opens: string | undefined][] = [
    ['is today before it opens', gmt('2026-11-23 06:00'), gmt('2026-11-23 07:30')],
    ['is tomorrow once it has opened', gmt('2026-11-23 07:30'), gmt('2026-11-24 07:30')],
    ['is Monday on a Friday that is an INSET day', gmt('2026-11-27 10:00'), gmt('2026-11-30 07:30')],
    ['is after the holidays on the last day of term', gmt('2026-12-18 10:00'), gmt('2027-01-04 07:30')],
    ['is unknown on the last day known', '2027-07-30T10:00:00.000Z', undefined],
  ];
  for (const [title, at, opens] of days) it(title, () => assert.equal(nextSchoolDay(schoolYear, at), opens));
});

describe('the closing of the hours that hold a moment', () => {
  it('is 17:30 while staffed', () => assert.equal(closing(schoolYear, gmt('2026-11-23 07:30')), gmt('2026-11-23 17:30')));
  it('is none at 17:30', () => assert.equal(closing(schoolYear, gmt('2026-11-23 17:30')), undefined));
  it('is none before 07:30', () => assert.equal(closing(schoolYear, gmt('2026-11-23 07:29')), undefined));
});

describe('the end of a staffed day', () => {
  const ends: [title: string, at: string, n: number, end: string | undefined][] = [
    ['0 is this day’s', gmt('2026-11-23 10:00'), 0, gmt('2026-11-23 17:30')],
    ['0 is none while shut', gmt('2026-11-23 18:00'), 0, undefined],
    ['1 is tomorrow’s', gmt('2026-11-23 10:00'), 1, gmt('2026-11-24 17:30')],
    ['1 from the evening is tomorrow’s too', gmt('2026-11-23 18:00'), 1, gmt('2026-11-24 17:30')],
    ['1 from the early morning is that day’s', gmt('2026-11-24 06:00'), 1, gmt('2026-11-24 17:30')],
    ['1 from Thursday is the INSET day’s', gmt('2026-11-26 10:00'), 1, gmt('2026-11-27 17:30')],
    ['2 from Thursday leaps the weekend', gmt('2026-11-26 10:00'), 2, gmt('2026-11-30 17:30')],
    ['2 from the last day of term leaps the holidays', gmt('2026-12-18 10:00'), 2, gmt('2027-01-05 17:30')],
    ['1 on the last day known is unknown', '2027-07-30T10:00:00.000Z', 1, undefined],
  ];
  for (const [title, at, n, end] of ends) it(title, () => assert.equal(endOfStaffedDay(schoolYear, at, n), end));
});

describe('home time', () => {
  it('is by the school’s clock in winter', () => assert.equal(homeTime(schoolYear, gmt('2026-11-23 18:00')), gmt('2026-11-23 15:20')));
  it('and in summer', () => assert.equal(homeTime(schoolYear, '2027-06-14T09:00:00.000Z'), '2027-06-14T14:20:00.000Z'));
  it('is none on an INSET day', () => assert.equal(homeTime(schoolYear, gmt('2026-11-27 09:00')), undefined));
  it('is none at a weekend', () => assert.equal(homeTime(schoolYear, gmt('2026-11-21 09:00')), undefined));
  it('is none in half term', () => assert.equal(homeTime(schoolYear, gmt('2026-10-28 09:00')), undefined));
});

describe('the Friday list', () => {
  const lists: [title: string, at: string, sent: string | undefined][] = [
    ['is sent on Friday at 07:30, INSET or not', gmt('2026-11-23 10:00'), gmt('2026-11-27 07:30')],
    ['is sent now at that very moment', gmt('2026-11-20 07:30'), gmt('2026-11-20 07:30')],
    ['waits a week from a minute later', gmt('2026-11-20 07:31'), gmt('2026-11-27 07:30')],
    ['waits for the coming Friday from a Saturday', gmt('2026-11-21 12:00'), gmt('2026-11-27 07:30')],
    ['is sent on the last staffed day when Friday is off', gmt('2027-03-22 10:00'), gmt('2027-03-25 07:30')],
    ['waits for the week after the holidays once term’s last list has gone', gmt('2027-03-25 08:00'), '2027-04-16T06:30:00.000Z'],
    ['is unknown after the last day known', '2027-08-02T10:00:00.000Z', undefined],
  ];
  for (const [title, at, sent] of lists) it(title, () => assert.equal(nextFriday(schoolYear, at), sent));
});

describe('minutes that count in staffed hours only', () => {
  const sums: [title: string, at: string, minutes: number, sum: string][] = [
    ['are plain within a day', gmt('2026-11-23 10:00'), 60, gmt('2026-11-23 11:00')],
    ['go on in the morning', gmt('2026-11-23 17:00'), 60, gmt('2026-11-24 08:00')],
    ['never end at the moment of closing', gmt('2026-11-23 16:30'), 60, gmt('2026-11-24 07:30')],
    ['begin in the morning when counted from a night', gmt('2026-11-23 22:00'), 60, gmt('2026-11-24 08:30')],
    ['leap the holidays', gmt('2026-12-18 17:00'), 60, gmt('2027-01-04 08:00')],
    ['are plain when no opening is known', '2027-08-02T10:00:00.000Z', 60, '2027-08-02T11:00:00.000Z'],
  ];
  for (const [title, at, minutes, sum] of sums) it(title, () => assert.equal(addStaffedMinutes(schoolYear, at, minutes), sum));
});
