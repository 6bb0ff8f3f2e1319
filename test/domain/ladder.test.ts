import assert from 'node:assert/strict';
import { beginClimb, climbed, nextRung, skipToNextRung } from '#domain/ladder.ts';
import type { Role } from '#domain/people.ts';
import type { Priority } from '#domain/policy.ts';
import type { Calendar } from '#domain/settings.ts';
import { gmt, noTerms, schoolYear } from './school-year.ts';
import { catchUp, line, punctually, sectionThree } from './section-three.ts';

type Telling = { priority: Priority; role?: Role; kind?: 'to' | 'also'; calendar?: Calendar };

const begin = ({ priority, role = 'dsl', kind = 'to' }: Telling, at: string) => beginClimb({ role, kind, priority }, gmt(at));

/** What happens from `at` to `until`, both Greenwich time, while nobody answers and no clock is late. */
function unanswered(telling: Telling, at: string, until: string): string[] {
  return punctually(begin(telling, at), gmt(until), telling.calendar ?? schoolYear).taken.map(line);
}

const urgent: Telling = { priority: 'urgent' };
const high: Telling = { priority: 'high' };
const standard: Telling = { priority: 'standard' };
const routine: Telling = { priority: 'routine' };

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

describe('a rung that reaches nobody', () => {
  const at = (time: string) => gmt(`2026-11-23 ${time}`);
  const skipAt = (telling: Telling, begun: string, now: string) => {
    const { climb } = catchUp(begin(telling, begun), gmt(now));
    return skipToNextRung(climb, gmt(now));
  };

  it('hands on at once, and what follows keeps its distance', () => {
    const climb = skipAt(urgent, '2026-11-23 10:00', '2026-11-23 10:00');
    assert.deepEqual(punctually(climb, at('10:15')).taken.map(line), [
      '2026-11-23 10:00 tell headteacher slt',
      '2026-11-23 10:05 show nobody-yet',
      '2026-11-23 10:15 repeat dsl deputy-dsl headteacher slt',
    ]);
  });

  it('brings nothing forward that was due already', () => {
    const climb = skipToNextRung(catchUp(begin(high, '2026-11-23 10:00'), at('10:00')).climb, at('13:00'));
    assert.deepEqual(catchUp(climb, at('13:00')).taken.map(line), [
      '2026-11-23 10:30 tell deputy-dsl',
      '2026-11-23 11:00 tell headteacher',
    ]);
  });

  it('with no rung left shows the reporter that nobody has answered, once', () => {
    const spent = skipAt(high, '2026-11-23 10:00', '2026-11-23 11:30');
    const shown = catchUp(spent, at('11:30'));
    assert.deepEqual(shown.taken.map(line), ['2026-11-23 11:30 show nobody-yet']);
    const twice = skipToNextRung(shown.climb, at('12:00'));
    assert.deepEqual(catchUp(twice, at('12:00')).taken, []);
  });

  it('of something urgent at night hands on to the rest of its ladder at once', () => {
    const { climb: told } = catchUp(begin(urgent, '2026-11-23 20:00'), at('20:00'));
    const climb = skipToNextRung(told, at('20:01'));
    assert.deepEqual(punctually(climb, gmt('2026-11-24 07:30')).taken.map(line), [
      '2026-11-23 20:01 tell-while-closed headteacher slt',
      '2026-11-24 07:30 tell dsl deputy-dsl',
    ]);
  });

  it('of something urgent at night still shows the numbers first', () => {
    const begun = begin(urgent, '2026-11-23 20:00');
    const first = nextRung(sectionThree, begun, schoolYear);
    assert.ok(first);
    const told = skipToNextRung(climbed(begun, first, at('20:00')), at('20:00'));
    assert.deepEqual(catchUp(told, at('20:00')).taken.map(line), [
      '2026-11-23 20:00 show numbers',
      '2026-11-23 20:00 tell-while-closed headteacher slt',
    ]);
  });

  it('of something held in the holidays shows the numbers', () => {
    const climb = skipAt(high, '2026-12-22 11:00', '2026-12-22 11:00');
    assert.deepEqual(catchUp(climb, gmt('2026-12-30 00:00')).taken.map(line), ['2026-12-22 11:00 show numbers']);
  });

  it('of a standard report hands on in staffed hours only, and leaves the last rung where it was', () => {
    const evening = skipAt(standard, '2026-11-23 17:20', '2026-11-23 17:40');
    assert.deepEqual(punctually(evening, gmt('2027-07-01 00:00')).taken.map(line), [
      '2026-11-24 07:30 tell deputy-dsl',
      '2026-11-25 17:30 tell headteacher',
    ]);
  });

  it('of somebody told besides the owner changes nothing', () => {
    const climb = skipAt({ priority: 'urgent', role: 'headteacher', kind: 'also' }, '2026-11-23 10:00', '2026-11-23 10:01');
    assert.equal(nextRung(sectionThree, climb, schoolYear)?.at, at('11:00'));
  });
});

describe('a report passed on the next day', () => {
  it('goes to today’s ladder, and not to those who would have been told last night', () => {
    const { climb } = catchUp(begin(urgent, '2026-11-23 10:00'), gmt('2026-11-23 10:00'));
    const passed = skipToNextRung(climb, gmt('2026-11-24 11:00'));
    assert.deepEqual(catchUp(passed, gmt('2026-11-24 11:00')).taken.map(line), [
      '2026-11-24 07:30 tell dsl deputy-dsl',
      '2026-11-24 07:35 tell headteacher slt',
      '2026-11-24 07:40 show nobody-yet',
    ]);
  });
});

describe('a clock that was stopped', () => {
  it('for two days tells each role once, and goes on from now', () => {
    const { climb } = punctually(begin(urgent, '2026-11-23 10:00'), gmt('2026-11-23 10:20'));
    const late = catchUp(climb, gmt('2026-11-25 10:00'));
    assert.deepEqual(late.taken.map(line), [
      '2026-11-23 10:30 repeat dsl deputy-dsl headteacher slt',
      '2026-11-23 17:30 tell-while-closed on-call',
      '2026-11-23 17:30 show numbers',
      '2026-11-24 07:40 show nobody-yet',
    ]);
    const next = nextRung(sectionThree, late.climb, schoolYear);
    assert.equal(next && line(next), '2026-11-25 10:10 repeat dsl deputy-dsl headteacher slt');
  });
});
