import assert from 'node:assert/strict';
import { high, unanswered, urgent } from './unanswered.ts';

describe('an urgent report in staffed hours', () => {
  it('goes to the DSL team at once, to the head at 5 minutes, shows the numbers at 10, and again every 10', () => {
    assert.deepEqual(unanswered(urgent, '2026-11-23 10:00', '2026-11-23 10:30'), [
      '2026-11-23 10:00 tell dsl deputy-dsl',
      '2026-11-23 10:05 tell headteacher slt',
      '2026-11-23 10:10 show nobody-yet',
      '2026-11-23 10:20 repeat dsl deputy-dsl headteacher slt',
      '2026-11-23 10:30 repeat dsl deputy-dsl headteacher slt',
    ]);
  });

  it('unanswered at 17:30, goes to those told at night, once, and begins again at 07:30', () => {
    assert.deepEqual(unanswered(urgent, '2026-11-23 17:15', '2026-11-24 07:35'), [
      '2026-11-23 17:15 tell dsl deputy-dsl',
      '2026-11-23 17:20 tell headteacher slt',
      '2026-11-23 17:25 show nobody-yet',
      '2026-11-23 17:30 tell-while-closed on-call dsl deputy-dsl',
      '2026-11-23 17:30 show numbers',
      '2026-11-24 07:30 tell dsl deputy-dsl',
      '2026-11-24 07:35 tell headteacher slt',
    ]);
  });

  it('at 17:29 has told the DSL team before it tells the on-call person', () => {
    assert.deepEqual(unanswered(urgent, '2026-11-23 17:29', '2026-11-23 23:00'), [
      '2026-11-23 17:29 tell dsl deputy-dsl',
      '2026-11-23 17:30 tell-while-closed on-call dsl deputy-dsl',
      '2026-11-23 17:30 show numbers',
    ]);
  });

  it('whose rung or repeat falls on 17:30 is told as at night and not twice', () => {
    for (const begun of ['2026-11-23 17:10', '2026-11-23 17:25']) {
      const atClosing = unanswered(urgent, begun, '2026-11-23 17:30').filter((rung) => rung.startsWith('2026-11-23 17:30'));
      assert.deepEqual(atClosing, ['2026-11-23 17:30 tell-while-closed on-call dsl deputy-dsl', '2026-11-23 17:30 show numbers']);
    }
  });

  it('names the owner first where the rule set has no ladder of their own', () => {
    const [first] = unanswered({ priority: 'urgent', role: 'it-support' }, '2026-11-23 10:00', '2026-11-23 10:00');
    assert.equal(first, '2026-11-23 10:00 tell it-support dsl deputy-dsl');
  });

  it('climbs the ladder of its owner, where one rung may both tell and show', () => {
    assert.deepEqual(unanswered({ priority: 'urgent', role: 'headteacher' }, '2026-11-23 10:00', '2026-11-23 10:10'), [
      '2026-11-23 10:00 tell headteacher',
      '2026-11-23 10:05 tell dsl deputy-dsl',
      '2026-11-23 10:10 tell slt',
      '2026-11-23 10:10 show nobody-yet',
    ]);
  });
});

describe('an urgent report while the school is shut', () => {
  const nights: [title: string, at: string, first: string, next: string][] = [
    ['at 17:30', '2026-11-23 17:30', 'on-call dsl deputy-dsl', '2026-11-24 07:30'],
    ['at 07:29', '2026-11-24 07:29', 'on-call dsl deputy-dsl', '2026-11-24 07:30'],
    ['on Friday evening', '2026-11-20 19:00', 'on-call dsl deputy-dsl', '2026-11-23 07:30'],
    ['on a bank holiday', '2027-05-03 11:00', 'on-call dsl deputy-dsl', '2027-05-04 06:30'],
    ['on the last evening of term', '2026-12-18 17:30', 'holiday-contact on-call dsl deputy-dsl', '2027-01-04 07:30'],
    ['in half term, across the change of clocks', '2026-10-24 12:00', 'holiday-contact on-call dsl deputy-dsl', '2026-11-02 07:30'],
    ['in the hour that comes twice', '2026-10-25 01:30', 'holiday-contact on-call dsl deputy-dsl', '2026-11-02 07:30'],
    ['in the night when clocks go forward', '2027-03-28 01:00', 'holiday-contact on-call dsl deputy-dsl', '2027-04-12 06:30'],
  ];
  for (const [title, at, roles, opens] of nights) {
    it(`${title} is told once, shows the numbers at once, and tops the list at the next opening`, () => {
      assert.deepEqual(unanswered(urgent, at, opens), [
        `${at} tell-while-closed ${roles}`,
        `${at} show numbers`,
        `${opens} tell dsl deputy-dsl`,
      ]);
    });
  }

  it('is told to the owner too, whoever stands in for the DSL team', () => {
    const [first] = unanswered({ priority: 'urgent', role: 'headteacher' }, '2026-11-23 20:00', '2026-11-23 20:00');
    assert.equal(first, '2026-11-23 20:00 tell-while-closed headteacher on-call dsl deputy-dsl');
  });

  it('about the headteacher is told to the chair and to nobody who stands in for the DSL', () => {
    assert.deepEqual(unanswered({ priority: 'urgent', role: 'chair' }, '2026-12-20 20:00', '2027-01-04 07:29'), [
      '2026-12-20 20:00 tell-while-closed chair',
      '2026-12-20 20:00 show numbers',
    ]);
  });

  it('once no term is known ahead, is held by nothing: both those told at night and the whole ladder', () => {
    assert.deepEqual(unanswered(urgent, '2027-08-10 22:00', '2027-08-10 22:20'), [
      '2027-08-10 22:00 tell-while-closed holiday-contact on-call dsl deputy-dsl',
      '2027-08-10 22:00 show numbers',
      '2027-08-10 22:05 tell headteacher slt',
      '2027-08-10 22:10 show nobody-yet',
      '2027-08-10 22:20 repeat holiday-contact on-call dsl deputy-dsl headteacher slt',
    ]);
  });
});

describe('a high report', () => {
  it('in staffed hours goes to the DSL, at 30 minutes to a deputy, at 60 to the head, and as urgent from 14:20', () => {
    assert.deepEqual(unanswered(high, '2026-11-23 10:00', '2026-11-23 14:40'), [
      '2026-11-23 10:00 tell dsl',
      '2026-11-23 10:30 tell deputy-dsl',
      '2026-11-23 11:00 tell headteacher',
      '2026-11-23 14:20 tell dsl deputy-dsl',
      '2026-11-23 14:25 tell headteacher slt',
      '2026-11-23 14:30 show nobody-yet',
      '2026-11-23 14:40 repeat dsl deputy-dsl headteacher slt',
    ]);
  });

  it('at 14:19 climbs as urgent a minute later, and not also as high', () => {
    assert.deepEqual(unanswered(high, '2026-11-23 14:19', '2026-11-23 14:29'), [
      '2026-11-23 14:19 tell dsl',
      '2026-11-23 14:20 tell dsl deputy-dsl',
      '2026-11-23 14:25 tell headteacher slt',
    ]);
  });

  it('after 14:20 climbs as urgent from its own beginning, after home time too', () => {
    for (const hour of ['14:20', '16:00']) {
      const [first] = unanswered(high, `2026-11-23 ${hour}`, `2026-11-23 ${hour}`);
      assert.equal(first, `2026-11-23 ${hour} tell dsl deputy-dsl`);
    }
  });

  it('on an INSET day has no home time to hurry for', () => {
    assert.deepEqual(unanswered(high, '2026-11-27 13:00', '2026-11-27 17:29'), [
      '2026-11-27 13:00 tell dsl',
      '2026-11-27 13:30 tell deputy-dsl',
      '2026-11-27 14:00 tell headteacher',
    ]);
  });

  it('unanswered at 17:30, is held until 07:30 and begins again', () => {
    assert.deepEqual(unanswered(high, '2026-11-23 17:15', '2026-11-24 08:00').slice(2), [
      '2026-11-23 17:25 show nobody-yet',
      '2026-11-23 17:30 show held',
      '2026-11-24 07:30 tell dsl',
      '2026-11-24 08:00 tell deputy-dsl',
    ]);
  });

  it('at night is held until 07:30, and the reporter is told so', () => {
    assert.deepEqual(unanswered(high, '2026-11-23 17:30', '2026-11-24 07:30'), ['2026-11-23 17:30 show held', '2026-11-24 07:30 tell dsl']);
  });

  it('over a bank holiday is held', () => {
    assert.deepEqual(unanswered(high, '2027-05-01 11:00', '2027-05-04 06:30'), ['2027-05-01 11:00 show held', '2027-05-04 06:30 tell dsl']);
  });

  it('in the holidays goes to the duty contact once, and is held for everybody else', () => {
    assert.deepEqual(unanswered(high, '2026-12-23 11:00', '2027-01-04 07:30'), [
      '2026-12-23 11:00 tell-while-closed holiday-contact',
      '2026-12-23 11:00 show held',
      '2027-01-04 07:30 tell dsl',
    ]);
  });
});
