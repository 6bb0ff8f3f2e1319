import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, it } from 'mocha';
import { daysAfter } from '#domain/days.ts';
import { type Role, roles } from '#domain/people.ts';
import { endOfNextAcademicYear, monthsAfter } from '#domain/training/months.ts';
import { owedBy, type Tenure } from '#domain/training/owed.ts';
import { type Day, foldTraining, type TrainingEvent } from '#domain/training/record.ts';
import { ruleSets } from '#test/domain/rule-sets.ts';
import { coordinator, done, recordOf, smallPolicy } from './training-world.ts';

const check = <Given>(property: fc.IPropertyWithHooks<Given>) => fc.assert(property, { seed: 20_261_122, numRuns: 500 });

const first = '2016-01-01';
/** Days of thirteen years, three leap years among them. */
const day = fc.integer({ min: 0, max: 4748 }).map((n) => daysAfter(first, n));
const kind = fc.constantFrom<Tenure['kind']>('staff', 'volunteer', 'governor');
const held = fc.uniqueArray(fc.constantFrom<Role>(...roles), { maxLength: 3 });
const policy = fc.constantFrom(smallPolicy, ...ruleSets.map(({ training }) => training));
const tenure = fc
  .record({ kind, held, started: day, since: fc.option(day, { nil: undefined }), before: fc.boolean() })
  .map(({ kind: k, held: h, started, since, before }): Tenure => {
    const having = h.map((role) => (since === undefined ? { role } : { role, since }));
    return { kind: k, roles: having, started, ...(before ? { hereBefore: daysAfter(started, 400) } : {}) };
  });
const topics = [...new Set([smallPolicy, ...ruleSets.map(({ training }) => training)].flatMap((one) => one.topics.map(({ key }) => key)))];
const events = fc.array(
  fc.record({ topic: fc.constantFrom(...topics), on: day }).map(({ topic, on }) => done(topic, on)),
  { maxLength: 12 },
);
const world = { policy, tenure, events, today: day, staffMonths: fc.option(fc.integer({ min: 1, max: 36 }), { nil: undefined }) };
type World = { [Key in keyof typeof world]: (typeof world)[Key] extends fc.Arbitrary<infer Value> ? Value : never };

const intervalsOf = ({ staffMonths }: Pick<World, 'staffMonths'>) => (staffMonths === undefined ? {} : { staffMonths });
const owed = (given: World) => owedBy(given.policy, given.tenure, recordOf(...given.events), given.today, intervalsOf(given));
const always = (holds: (given: World) => void) => check(fc.property(fc.record(world), holds));

describe('so many months after a day', () => {
  it('is what the calendar says, month ends and leap years among them', () => {
    check(
      fc.property(day, fc.integer({ min: 0, max: 36 }), (from, months) => {
        assert.equal(monthsAfter(from, months), DateTime.fromISO(from, { zone: 'utc' }).plus({ months }).toISODate());
      }),
    );
  });

  it('lies before the end of the next academic year when it is twelve or fewer', () => {
    check(
      fc.property(day, (from) => {
        assert.ok(monthsAfter(from, 12) <= endOfNextAcademicYear(from));
        assert.ok(endOfNextAcademicYear(from) < monthsAfter(from, 24));
      }),
    );
  });
});

describe('whatever is in somebody’s record', () => {
  it('each topic is owed once, and the first due comes first', () => {
    always((given) => {
      const found = owed(given);
      assert.equal(new Set(found.map(({ topic }) => topic)).size, found.length);
      assert.deepEqual(
        found.map(({ due }) => due),
        found.map(({ due }) => due).sort(),
      );
    });
  });

  it('the order in which it was written down makes no difference', () => {
    always((given) => assert.deepEqual(owed({ ...given, events: given.events.toReversed() }), owed(given)));
  });

  it('what is dated after today makes no difference', () => {
    always((given) =>
      assert.deepEqual(owed({ ...given, events: given.events.filter((one) => 'on' in one && (one.on ?? '') <= given.today) }), owed(given)),
    );
  });

  it('all staff are due again at most twelve months after a time that they did it here (S-22)', () => {
    always((given) => {
      const here: World = { ...given, tenure: { ...given.tenure, kind: 'staff' } };
      for (const { topic, last, due } of owed(here)) {
        const { again, for: audience } = here.policy.topics.find(({ key }) => key === topic) ?? {};
        if (last === undefined || last < here.tenure.started || again === undefined || audience?.includes('staff') !== true) continue;
        assert.ok(due <= monthsAfter(last, 12), `${topic} ${last} ${due}`);
      }
    });
  });

  it('somebody is overdue exactly after the due day', () => {
    always((given) => {
      for (const { due, standing } of owed(given)) assert.equal(standing === 'overdue', due < given.today);
    });
  });

  it('a leaver owes nothing', () => {
    always((given) => assert.deepEqual(owed({ ...given, tenure: { ...given.tenure, left: given.today } }), []));
  });

  it('doing everything today leaves nothing overdue', () => {
    always((given) => {
      const all = given.policy.topics.map(({ key }) => done(key, given.today, { entry: `all-${key}` }));
      assert.ok(owed({ ...given, events: [...given.events, ...all] }).every(({ standing }) => standing !== 'overdue'));
    });
  });
});

describe('whatever roles somebody takes on', () => {
  const without = (one: Tenure): Tenure => ({ ...one, roles: [] });

  it('they owe no less than before, and nothing that they owed comes later', () => {
    always((given) => {
      const after = new Map(owed(given).map(({ topic, due }) => [topic, due]));
      for (const { topic, due } of owed({ ...given, tenure: without(given.tenure) })) assert.ok((after.get(topic) ?? '9') <= due, topic);
    });
  });

  it('they owe the same as ever when they have given them up again', () => {
    always((given) => {
      const before = owed({ ...given, tenure: without(given.tenure) });
      owed(given);
      assert.deepEqual(owed({ ...given, tenure: without(given.tenure) }), before);
    });
  });
});

describe('whatever is corrected', () => {
  const changed = (given: World, make: (entry: string, i: number) => TrainingEvent) =>
    owedBy(
      given.policy,
      given.tenure,
      foldTraining([...given.events, ...given.events.map((one, i) => make('entry' in one ? one.entry : '', i))]),
      given.today,
      intervalsOf(given),
    );
  const stamp = { at: '2029-01-01T09:00:00.000Z', by: coordinator, reason: 'Wrong' };

  it('striking everything out is as if nothing had been recorded', () => {
    always((given) => {
      assert.deepEqual(
        changed(given, (entry) => ({ ...stamp, type: 'struck-out', entry })),
        owed({ ...given, events: [] }),
      );
    });
  });

  it('correcting a day is as if that day had been written at first', () => {
    const moved = (on: Day) => daysAfter(on, -40);
    always((given) => {
      const distinct = given.events.filter(
        (one, i) => given.events.findIndex((other) => 'entry' in other && 'entry' in one && other.entry === one.entry) === i,
      );
      const atFirst = distinct.map((one) => (one.type === 'done' ? { ...one, on: moved(one.on) } : one));
      const later = changed({ ...given, events: distinct }, (entry, i) => ({
        ...stamp,
        type: 'corrected',
        entry,
        on: moved((distinct[i] as { on: Day }).on),
      }));
      assert.deepEqual(later, owed({ ...given, events: atFirst }));
    });
  });
});
