import assert from 'node:assert/strict';
import { climbed, nextRung, skipToNextRung } from '#domain/ladder.ts';
import { gmt, schoolYear } from './school-year.ts';
import { catchUp, line, punctually, sectionThree } from './section-three.ts';
import { begin, high, standard, type Telling, urgent } from './unanswered.ts';

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
