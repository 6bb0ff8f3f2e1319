import assert from 'node:assert/strict';
import { Calendar } from '#domain/settings.ts';
import { type Chosen, goingOut, openFrom, readChosen } from '#domain/training/when-to-send.ts';

const calendar = Calendar.parse({
  terms: [
    { name: 'Autumn', from: '2026-09-02', to: '2026-12-18' },
    { name: 'Spring', from: '2027-01-05', to: '2027-03-25' },
    { name: 'Summer', from: '2027-04-12', to: '2027-07-21' },
  ],
  closures: [{ name: 'Half term', from: '2026-10-26', to: '2026-10-30' }],
  inset: ['2026-11-02', '2027-06-05'],
});

describe('when a reminder goes out', () => {
  const cases: [what: string, asked: string, startAt: string, quiet?: string][] = [
    ['on a school morning: at once', '2026-11-23T10:00:00.000Z', '2026-11-23T10:00:00.000Z'],
    ['at the very opening: at once', '2026-11-23T07:45:00.000Z', '2026-11-23T07:45:00.000Z'],
    [
      'while alerts may go and the school is not yet open: at opening',
      '2026-11-23T07:35:00.000Z',
      '2026-11-23T07:45:00.000Z',
      'outside-hours',
    ],
    ['at closing time: the next morning', '2026-11-23T17:30:00.000Z', '2026-11-24T07:45:00.000Z', 'outside-hours'],
    ['on a Friday evening: on Monday', '2026-11-27T19:00:00.000Z', '2026-11-30T07:45:00.000Z', 'outside-hours'],
    ['on a Saturday: on Monday', '2026-11-28T10:00:00.000Z', '2026-11-30T07:45:00.000Z', 'weekend'],
    ['at half term: on the INSET day after it', '2026-10-27T10:00:00.000Z', '2026-11-02T07:45:00.000Z', 'holiday'],
    ['at Christmas: in the new term', '2026-12-24T10:00:00.000Z', '2027-01-05T07:45:00.000Z', 'holiday'],
    ['on a Saturday with INSET: at once', '2027-06-05T10:00:00.000Z', '2027-06-05T10:00:00.000Z'],
    ['on the Saturday before the clocks go back: by the new time', '2026-10-24T10:00:00.000Z', '2026-11-02T07:45:00.000Z', 'weekend'],
    [
      'on the Saturday before summer time begins: after Easter, by summer time',
      '2027-03-27T10:00:00.000Z',
      '2027-04-12T06:45:00.000Z',
      'weekend',
    ],
    ['after the last known term: on weekdays in hours', '2027-08-04T20:00:00.000Z', '2027-08-05T06:45:00.000Z', 'outside-hours'],
  ];
  for (const [what, asked, startAt, quiet] of cases) {
    it(what, () => {
      assert.deepEqual(goingOut(calendar, asked), { asked, startAt, ...(quiet === undefined ? {} : { quiet }) });
    });
  }

  it('is the moment asked for when it may not wait', () => {
    const asked = '2026-12-25T03:00:00.000Z';
    assert.deepEqual(goingOut(calendar, asked, true), { asked, startAt: asked });
  });

  it('without any term dates, weekdays count', () => {
    assert.equal(openFrom(Calendar.parse({}), '2026-08-08T10:00:00.000Z'), '2026-08-10T06:45:00.000Z');
  });
});

describe('a later moment, by the school’s clock', () => {
  const now = '2026-10-20T10:00:00.000Z';
  const read = (day: string, time: string, at = now) => readChosen(calendar, { kind: 'later', day, time } satisfies Chosen, at);

  it('is summer time before the clocks go back and winter time after it', () => {
    assert.deepEqual(read('2026-10-24', '08:30'), { at: '2026-10-24T07:30:00.000Z' });
    assert.deepEqual(read('2026-10-25', '08:30'), { at: '2026-10-25T08:30:00.000Z' });
    assert.deepEqual(read('2026-10-26', '08:30'), { at: '2026-10-26T08:30:00.000Z' });
  });

  it('in the hour that comes twice is the first of the two', () => {
    assert.deepEqual(read('2026-10-25', '01:30'), { at: '2026-10-25T00:30:00.000Z' });
  });

  it('in the hour that March leaves out is an hour later', () => {
    assert.deepEqual(read('2027-03-28', '01:30'), { at: '2027-03-28T01:30:00.000Z' });
    assert.deepEqual(read('2027-03-28', '08:30'), { at: '2027-03-28T07:30:00.000Z' });
  });

  const wrong: [what: string, day: string, time: string, problem: string][] = [
    ['no day', '', '08:30', 'date-missing'],
    ['31 November', '2026-11-31', '08:30', 'not-a-date'],
    ['words for a day', 'tomorrow', '08:30', 'not-a-date'],
    ['no time', '2026-11-30', '', 'not-a-time'],
    ['25 o’clock', '2026-11-30', '25:00', 'not-a-time'],
    ['a moment ago', '2026-10-20', '10:59', 'past'],
    ['this very moment', '2026-10-20', '11:00', 'past'],
    ['more than a year ahead', '2027-10-25', '08:30', 'too-far'],
  ];
  for (const [what, day, time, problem] of wrong) it(`is refused for ${what}`, () => assert.deepEqual(read(day, time), { problem }));

  it('now is now', () => assert.deepEqual(readChosen(calendar, { kind: 'now' }, now), { at: now }));
});
