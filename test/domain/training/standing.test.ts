import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { addPage, type Counted, nobodyCounted, type Standing, statesOf } from '#domain/training/standing.ts';
import { coordinator, done, recordOf, smallPolicy, staff } from './training-world.ts';

const today = '2026-11-23';
const old = staff({ started: '2019-09-02' });
const everything = recordOf(...['safe-use', 'refresher', 'biannual', 'bullying', 'everybody'].map((topic) => done(topic, '2026-10-01')));
const leftOut = recordOf({
  type: 'not-applicable',
  at: `${today}T09:00:00.000Z`,
  by: coordinator,
  topic: 'bullying',
  reason: 'Reads once',
});

const inDate: Counted = { tenure: old, record: everything };
const overdue: Counted = { tenure: old, record: recordOf(done('refresher', '2026-01-05')) };
const fresh: Counted = { tenure: staff({ started: today }), record: recordOf() };
const volunteer: Counted = { tenure: { kind: 'volunteer', roles: [], started: '2026-09-01' }, record: leftOut };
const newLead: Counted = { tenure: { ...old, roles: [{ role: 'dsl', since: today }] }, record: everything };
const leaver: Counted = { tenure: staff({ left: today }), record: recordOf() };
const everybody = [inDate, overdue, fresh, volunteer, newLead, leaver];

const counted = (people: Counted[]): Standing => addPage(nobodyCounted(smallPolicy), smallPolicy, people, today);

describe('where the school stands', () => {
  const standing = counted(everybody);

  it('counts each person once, by the worst of their topics', () => {
    assert.deepEqual(standing.people, { all: 5, inDate: 3, dueSoon: 1, overdue: 1 });
  });

  it('counts each topic among those who have it', () => {
    assert.deepEqual(standing.topics['refresher'], { done: 3, 'due-soon': 1, overdue: 0, 'not-yet': 0, 'not-applicable': 0 });
    assert.deepEqual(standing.topics['bullying'], { done: 2, 'due-soon': 1, overdue: 1, 'not-yet': 0, 'not-applicable': 1 });
    assert.deepEqual(standing.topics['lead'], { done: 0, 'due-soon': 0, overdue: 0, 'not-yet': 1, 'not-applicable': 0 });
  });

  it('adds up', () => {
    const sum = Object.values(standing.topics).reduce((total, { overdue: late }) => total + late, 0);
    assert.equal(standing.total.overdue, sum);
  });

  it('is the same however the people are paged', () => {
    const paged = [everybody.slice(0, 2), everybody.slice(2, 3), everybody.slice(3)].reduce(
      (sofar, page) => addPage(sofar, smallPolicy, page, today),
      nobodyCounted(smallPolicy),
    );
    assert.deepEqual(paged, standing);
  });

  it('leaves what it was given as it was', () => {
    const before = nobodyCounted(smallPolicy);
    addPage(before, smallPolicy, everybody, today);
    assert.deepEqual(before, nobodyCounted(smallPolicy));
  });
});

describe('where one person stands', () => {
  it('has what was done once and for all among the done', () => {
    assert.equal(statesOf(smallPolicy, inDate, today).find(({ topic }) => topic === 'safe-use')?.state, 'done');
  });

  it('has no topic at all for a leaver', () => {
    assert.deepEqual(statesOf(smallPolicy, leaver, today), []);
  });
});
