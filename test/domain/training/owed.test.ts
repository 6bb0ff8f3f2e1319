import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Tenure } from '#domain/training/owed.ts';
import type { Day } from '#domain/training/record.ts';
import { type Asked, coordinator, done, due, find, owed, recordOf, staff } from './training-world.ts';

const keys = (asked: Asked) => owed(asked).map(({ topic }) => topic);

describe('what somebody new owes', () => {
  const tenure = staff({ started: '2026-11-16' });

  it('is first due so many days after they started', () => {
    assert.equal(due('safe-use', { tenure }), '2026-11-30');
    assert.equal(due('everybody', { tenure }), '2026-12-16');
  });

  it('comes first due first', () => {
    const days = owed({ tenure }).map((one) => one.due);
    assert.deepEqual(days, [...days].sort());
  });

  it('is marked as induction until it is done, and is then not owed again', () => {
    assert.equal(find('safe-use', { tenure })?.induction, true);
    assert.equal(find('safe-use', { tenure, record: recordOf(done('safe-use', '2026-11-20')) }), undefined);
  });

  it('is not theirs when it is for other people', () => {
    assert.deepEqual(keys({ tenure }).includes('lead'), false);
  });

  it('is no earlier for old training from before they came', () => {
    assert.equal(due('refresher', { tenure, record: recordOf(done('refresher', '2024-02-01')) }), '2026-11-30');
    assert.equal(due('refresher', { tenure, record: recordOf(done('refresher', '2026-06-01')) }), '2027-06-01');
  });
});

describe('what somebody owes who was here before the product', () => {
  const tenure = staff({ started: '2015-09-01', hereBefore: '2026-11-02' });

  it('is first due so many days after the product began to count', () => {
    assert.equal(due('refresher', { tenure }), '2026-11-16');
  });

  it('is overdue where the record says that it was done too long ago', () => {
    assert.equal(due('refresher', { tenure, record: recordOf(done('refresher', '2024-03-01')) }), '2025-03-01');
  });

  it('is overdue then too when their first day is not known', () => {
    const unknown = staff({ started: '2026-11-02', hereBefore: '2026-11-02' });
    assert.equal(due('refresher', { tenure: unknown, record: recordOf(done('refresher', '2024-03-01')) }), '2025-03-01');
  });

  it('has no induction, and what comes again is not called that', () => {
    assert.equal(due('safe-use', { tenure }), undefined);
    assert.deepEqual([due('bullying', { tenure }), find('bullying', { tenure })?.induction], ['2026-11-16', undefined]);
  });
});

describe('the next time', () => {
  const last = (key: string, on: Day) => ({ tenure: staff({ started: '2019-09-01' }), record: recordOf(done(key, on)) });

  it('is so many months after the last', () => {
    assert.equal(due('refresher', last('refresher', '2026-10-05')), '2027-10-05');
    assert.equal(due('biannual', last('biannual', '2026-10-05')), '2027-04-05');
  });

  it('falls on the last day of a month that is too short', () => {
    assert.equal(due('biannual', last('biannual', '2026-08-31')), '2027-02-28');
    assert.equal(due('biannual', { ...last('biannual', '2027-08-31'), today: '2027-12-01' }), '2028-02-29');
    assert.equal(due('refresher', last('refresher', '2024-02-29')), '2025-02-28');
  });

  it('is no later than the end of the next academic year where the policy says so', () => {
    const governor: Tenure = { kind: 'governor', roles: [], started: '2019-09-01' };
    assert.equal(due('long', { ...last('long', '2026-08-31'), tenure: governor }), '2027-08-31');
    assert.equal(due('long', { ...last('long', '2026-09-01'), tenure: governor }), '2028-08-31');
  });

  it('follows the interval that the school set, and never one of more than twelve months (S-22)', () => {
    assert.equal(due('biannual', { ...last('biannual', '2026-10-05'), intervals: { staffMonths: 12 } }), '2027-10-05');
    assert.equal(due('biannual', { ...last('biannual', '2026-10-05'), intervals: { staffMonths: 24 } }), '2027-10-05');
  });

  it('leaves other topics to their own interval', () => {
    assert.equal(due('refresher', { ...last('refresher', '2026-10-05'), intervals: { staffMonths: 3 } }), '2027-10-05');
  });

  it('counts from the latest time, in whatever order they were written down', () => {
    const record = recordOf(done('biannual', '2026-09-10'), done('biannual', '2026-03-01'));
    assert.equal(find('biannual', { record })?.last, '2026-09-10');
  });

  it('does not count what is still to come', () => {
    const record = recordOf(done('biannual', '2026-06-10'), done('biannual', '2026-12-10'));
    assert.equal(due('biannual', { record }), '2026-12-10');
    assert.equal(due('biannual', { record, today: '2026-12-10' }), '2027-06-10');
  });
});

describe('a topic that covers another', () => {
  const tenure = staff({ roles: [{ role: 'dsl', since: '2025-09-01' }] });

  it('counts for both, each with its own interval', () => {
    const record = recordOf(done('lead', '2026-01-15'));
    assert.equal(due('lead', { tenure, record }), '2028-01-15');
    assert.equal(due('lead-update', { tenure, record }), '2027-01-15');
  });

  it('is not covered in return', () => {
    const record = recordOf(done('lead-update', '2026-01-15'));
    assert.equal(due('lead', { tenure, record }), '2025-11-30');
  });

  it('ends what was put off and asked about before', () => {
    const put = { type: 'put-off', at: '2026-01-10T09:00:00.000Z', by: coordinator, topic: 'lead-update', until: '2026-12-20' } as const;
    const help = { type: 'asked-for-help', at: '2026-01-11T09:00:00.000Z', by: coordinator, topic: 'lead-update' } as const;
    const before = find('lead-update', { tenure, record: recordOf(done('lead-update', '2025-01-15'), put, help) });
    assert.deepEqual([before?.putOffUntil, before?.help], ['2026-01-15', true]);
    const after = find('lead-update', { tenure, record: recordOf(put, help, done('lead', '2026-01-15')) });
    assert.deepEqual([after?.putOffUntil, after?.help], [undefined, undefined]);
  });
});

describe('a role taken on', () => {
  it('adds its topics from the day it was taken on', () => {
    assert.equal(due('lead', { tenure: staff({ roles: [{ role: 'dsl', since: '2026-11-02' }] }) }), '2027-01-31');
  });

  it('counts from their first day when that day is not known', () => {
    assert.equal(due('lead', { tenure: staff({ roles: [{ role: 'dsl' }] }) }), '2024-12-01');
  });

  it('counts once where kind and role both ask for a topic, with the earlier day', () => {
    const tenure = staff({ started: '2026-11-01', roles: [{ role: 'dsl', since: '2026-11-20' }] });
    assert.deepEqual(
      owed({ tenure })
        .filter(({ topic }) => topic === 'everybody')
        .map((one) => one.due),
      ['2026-12-01'],
    );
  });

  it('takes its topics away when it is given up, and finds the old record when it is taken on again', () => {
    const record = recordOf(done('lead', '2026-05-04'));
    assert.equal(due('lead', { record }), undefined);
    assert.equal(due('lead', { record, tenure: staff({ roles: [{ role: 'deputy-dsl', since: '2026-11-01' }] }) }), '2028-05-04');
  });
});

describe('what is not owed', () => {
  const marked = (topic: string) =>
    recordOf({ type: 'not-applicable', at: '2026-09-01T09:00:00.000Z', by: coordinator, topic, reason: 'Never with pupils' });

  it('is nothing for a leaver, from the day they left', () => {
    assert.deepEqual(keys({ tenure: staff({ left: '2026-11-23' }) }), []);
    assert.notDeepEqual(keys({ tenure: staff({ left: '2026-11-24' }) }), []);
  });

  it('is a topic that was marked as not applicable where the policy lets a school do that', () => {
    assert.deepEqual(keys({ tenure: staff({ kind: 'volunteer' }) }), ['bullying']);
    assert.deepEqual(keys({ tenure: staff({ kind: 'volunteer' }), record: marked('bullying') }), []);
  });

  it('is never one that everybody of their kind must do', () => {
    assert.ok(keys({ record: marked('bullying') }).includes('bullying'));
    assert.ok(keys({ record: marked('refresher') }).includes('refresher'));
  });
});
