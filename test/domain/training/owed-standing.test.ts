import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Day } from '#domain/training/record.ts';
import { coordinator, done, find, recordOf, staff } from './training-world.ts';

describe('where somebody stands', () => {
  const record = recordOf(done('everybody', '2025-12-20'));
  const standing = (today: Day) => find('everybody', { record, today })?.standing;

  it('is due soon from thirty days before, and overdue from the day after', () => {
    assert.equal(standing('2026-11-19'), 'later');
    assert.equal(standing('2026-11-20'), 'due-soon');
    assert.equal(standing('2026-12-20'), 'due-soon');
    assert.equal(standing('2026-12-21'), 'overdue');
  });

  it('keeps the day to which they put it off, but never past the due day', () => {
    const putOff = (until: Day) =>
      find('everybody', {
        record: recordOf(done('everybody', '2025-12-20'), {
          type: 'put-off',
          at: '2026-11-20T09:00:00.000Z',
          by: coordinator,
          topic: 'everybody',
          until,
        }),
      })?.putOffUntil;
    assert.equal(putOff('2026-12-01'), '2026-12-01');
    assert.equal(putOff('2027-03-01'), '2026-12-20');
  });

  it('keeps a later day when it was overdue already, for two weeks at most', () => {
    const putOff = (until: Day) =>
      find('everybody', {
        today: '2026-12-23',
        record: recordOf(done('everybody', '2025-12-20'), {
          type: 'put-off',
          at: '2026-12-22T09:00:00.000Z',
          by: coordinator,
          topic: 'everybody',
          until,
        }),
      })?.putOffUntil;
    assert.equal(putOff('2026-12-30'), '2026-12-30');
    assert.equal(putOff('2027-02-01'), '2027-01-05');
  });

  it('counts those two weeks from the school’s own day, also half an hour after midnight in June', () => {
    const asked = { type: 'put-off', at: '2026-06-14T23:30:00.000Z', by: coordinator, topic: 'everybody', until: '2026-07-30' } as const;
    const record = recordOf(done('everybody', '2025-06-01'), asked);
    const tenure = staff({ zone: 'Europe/London' });
    assert.equal(find('everybody', { tenure, record, today: '2026-06-15' })?.putOffUntil, '2026-06-29');
  });

  it('keeps what they asked help with after they last did a topic that covers it', () => {
    const tenure = staff({ roles: [{ role: 'dsl', since: '2025-09-01' }] });
    const help = { type: 'asked-for-help', at: '2026-02-10T09:00:00.000Z', by: coordinator, topic: 'lead-update' } as const;
    assert.equal(find('lead-update', { tenure, record: recordOf(done('lead', '2026-01-15'), help) })?.help, true);
    assert.equal(find('lead-update', { tenure, record: recordOf(help, done('lead', '2026-03-15')) })?.help, undefined);
  });
});
