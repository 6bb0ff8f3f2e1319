import assert from 'node:assert/strict';
import fc from 'fast-check';
import { regime } from '#domain/calendar.ts';
import { beginClimb, type Climb, nextRung, type Rung, skipToNextRung } from '#domain/ladder.ts';
import { minutesAfter } from '#domain/minutes.ts';
import type { Role } from '#domain/people.ts';
import type { Priority } from '#domain/policy.ts';
import type { Instant } from '#domain/time.ts';
import { schoolYear } from './school-year.ts';
import { catchUp, punctually, sectionThree } from './section-three.ts';

const fixed = { seed: 20261123, numRuns: 80 };
const day = 24 * 60;
/** Many runs on a busy machine. */
const unhurried = 20_000;

/** Any second of the school year, and some weeks on either side of what is known. */
const moment = fc
  .integer({ min: Date.parse('2026-08-20T00:00:00.000Z') / 1000, max: Date.parse('2027-08-20T00:00:00.000Z') / 1000 })
  .map((seconds) => new Date(seconds * 1000).toISOString());
const priority = fc.constantFrom<Priority>('urgent', 'high', 'standard', 'routine');
const role = fc.constantFrom<Role>('dsl', 'deputy-dsl', 'headteacher', 'chair', 'it-support');
const anyClimb = (priorities = priority) =>
  fc
    .record({ role, kind: fc.constantFrom('to' as const, 'also' as const), priority: priorities, at: moment })
    .map(({ at, ...telling }) => beginClimb(telling, at));
const minutes = (max: number) => fc.integer({ min: 0, max });

const toldBy = (taken: Rung[]) => new Set(taken.flatMap(({ does }) => (does.kind === 'show' ? [] : does.roles)));
const alerts = (taken: Rung[]) => taken.filter(({ does }) => does.kind === 'tell' || does.kind === 'repeat');
const neverBack = (taken: Rung[]) => taken.every(({ at }, i) => i === 0 || (taken[i - 1]?.at ?? '') <= at);

/** Looks at the clock now and then, and sometimes finds that the latest rung reached nobody. */
function withSkips(begun: Climb, looks: { after: number; skip: boolean }[]): { taken: Rung[]; climb: Climb } {
  let now: Instant = begun.raisedAt;
  let climb = begun;
  const all: Rung[] = [];
  for (const { after, skip } of looks) {
    now = minutesAfter(now, after);
    const { climb: next, taken } = catchUp(climb, now);
    climb = skip && taken.length > 0 ? skipToNextRung(next, now) : next;
    all.push(...taken);
  }
  return { taken: all, climb };
}

describe('any climb at any time of the year', function () {
  this.timeout(unhurried);

  it('never goes back in time', () => {
    fc.assert(
      fc.property(anyClimb(), minutes(3 * day), (climb, length) => {
        assert.ok(neverBack(punctually(climb, minutesAfter(climb.raisedAt, length)).taken));
      }),
      fixed,
    );
  });

  it('is done in a few steps, however long nobody looked at the clock', () => {
    fc.assert(
      fc.property(anyClimb(), minutes(3 * day), minutes(200 * day), (climb, watched, outage) => {
        const before = punctually(climb, minutesAfter(climb.raisedAt, watched)).climb;
        const { taken } = catchUp(before, minutesAfter(climb.raisedAt, watched + outage));
        assert.ok(taken.length <= 12);
      }),
      { ...fixed, numRuns: 60 },
    );
  });

  it('after any outage has told every role that a punctual clock would have told, and each once at most', () => {
    fc.assert(
      fc.property(anyClimb(), minutes(day), minutes(4 * day), (climb, watched, outage) => {
        const stopped = minutesAfter(climb.raisedAt, watched);
        const back = minutesAfter(stopped, outage);
        const before = punctually(climb, stopped);
        const late = catchUp(before.climb, back).taken;
        const told = new Set([...toldBy(before.taken), ...toldBy(late)]);
        for (const expected of toldBy(punctually(climb, back).taken)) assert.ok(told.has(expected), expected);
        const names = late.flatMap(({ does }) => (does.kind === 'show' ? [] : does.roles));
        assert.equal(new Set(names).size, names.length);
      }),
      fixed,
    );
  });

  it('comes to an end and keeps to time whichever rungs reach nobody', () => {
    const looks = fc.array(fc.record({ after: minutes(600), skip: fc.boolean() }), { maxLength: 12 });
    fc.assert(
      fc.property(anyClimb(), looks, (climb, all) => {
        const { taken, climb: after } = withSkips(climb, all);
        assert.ok(neverBack(taken));
        if (climb.priority === 'urgent' && climb.kind === 'to') assert.ok(nextRung(sectionThree, after, schoolYear));
      }),
      fixed,
    );
  });

  it('is the same after it has been stored', () => {
    fc.assert(
      fc.property(anyClimb(), minutes(2 * day), (begun, length) => {
        const { climb } = punctually(begun, minutesAfter(begun.raisedAt, length));
        const stored = JSON.parse(JSON.stringify(climb)) as Climb;
        assert.deepEqual(nextRung(sectionThree, stored, schoolYear), nextRung(sectionThree, climb, schoolYear));
      }),
      fixed,
    );
  });
});

describe('an urgent report that nobody answers', function () {
  this.timeout(unhurried);

  it('always has a next rung, within a quarter of an hour while staffed', () => {
    fc.assert(
      fc.property(anyClimb(fc.constant('urgent')), minutes(2 * day), (begun, length) => {
        const climb: Climb = { ...begun, kind: 'to' };
        const now = minutesAfter(climb.raisedAt, length);
        const next = nextRung(sectionThree, punctually(climb, now).climb, schoolYear);
        assert.ok(next);
        if (regime(schoolYear, now) === 'staffed') assert.ok(next.at <= minutesAfter(now, 15));
      }),
      fixed,
    );
  });
});

describe('a report that is held', function () {
  this.timeout(unhurried);

  it('alerts nobody but the duty contact before the school is staffed, and at closing at the latest', () => {
    fc.assert(
      fc.property(anyClimb(fc.constantFrom('high', 'standard', 'routine')), minutes(4 * day), (climb, length) => {
        fc.pre(climb.raisedAt < '2027-07-01');
        for (const { at } of alerts(punctually(climb, minutesAfter(climb.raisedAt, length)).taken)) {
          assert.ok(regime(schoolYear, at) === 'staffed' || regime(schoolYear, minutesAfter(at, -1)) === 'staffed', at);
        }
      }),
      fixed,
    );
  });
});
