import assert from 'node:assert/strict';
import { firstDecisionDue } from '#domain/first-decision.ts';
import type { Priority } from '#domain/policy.ts';
import { unsentMoments } from '#domain/unsent.ts';
import { gmt, schoolYear } from './school-year.ts';
import { sectionThree } from './section-three.ts';

describe('the first decision after “I’m dealing with it”', () => {
  const cases: [title: string, priority: Priority, taken: string, due: string][] = [
    ['is due in 60 minutes', 'high', '2026-11-23 10:00', '2026-11-23 11:00'],
    ['is due at home time when that comes first', 'high', '2026-11-23 15:00', '2026-11-23 15:20'],
    ['is due at home time when that comes first, urgent too', 'urgent', '2026-11-23 15:00', '2026-11-23 15:20'],
    ['is due at home time when both come at once', 'high', '2026-11-23 14:20', '2026-11-23 15:20'],
    ['taken at home time is due in 60 minutes', 'high', '2026-11-23 15:20', '2026-11-23 16:20'],
    ['on an INSET day knows no home time', 'high', '2026-11-27 15:00', '2026-11-27 16:00'],
    ['taken late in the day goes on in the morning', 'high', '2026-11-23 17:00', '2026-11-24 08:00'],
    ['taken at night counts from the morning', 'standard', '2026-11-23 22:00', '2026-11-24 08:30'],
    ['of something urgent taken late in the day does not wait', 'urgent', '2026-11-23 17:00', '2026-11-23 18:00'],
    ['of something urgent taken at night does not wait', 'urgent', '2026-11-21 22:00', '2026-11-21 23:00'],
    ['in summer knows home time by the school’s clock', 'high', '2027-06-14 14:00', '2027-06-14 14:20'],
  ];
  for (const [title, priority, taken, due] of cases) {
    it(title, () => assert.equal(firstDecisionDue(sectionThree, schoolYear, gmt(taken), priority), gmt(due)));
  }
});

describe('a report begun and not sent', () => {
  const cases: [title: string, started: string, remind: string[], tellDsl: string][] = [
    ['is recalled at 10 minutes and at home time', '2026-11-23 09:00', ['2026-11-23 09:10', '2026-11-23 15:20'], '2026-11-23 10:00'],
    ['just before home time is recalled then first', '2026-11-23 15:15', ['2026-11-23 15:20', '2026-11-23 15:25'], '2026-11-23 16:15'],
    ['ten minutes before home time is recalled once', '2026-11-23 15:10', ['2026-11-23 15:20'], '2026-11-23 16:10'],
    ['at home time is recalled once', '2026-11-23 15:20', ['2026-11-23 15:30'], '2026-11-23 16:20'],
    ['on an INSET day is recalled once', '2026-11-27 09:00', ['2026-11-27 09:10'], '2026-11-27 10:00'],
    ['at a weekend does not wait for Monday', '2026-11-21 23:30', ['2026-11-21 23:40'], '2026-11-22 00:30'],
  ];
  for (const [title, started, remind, tellDsl] of cases) {
    it(title, () => {
      const moments = unsentMoments(sectionThree, schoolYear, gmt(started));
      assert.deepEqual(moments, { remindAt: remind.map(gmt), tellDslAt: gmt(tellDsl) });
    });
  }
});
