import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { Member } from '#domain/training/member.ts';
import { loadRoll } from '#stores/roll-record.ts';
import type { TrainingBody } from '#stores/training-record.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { quiet } from '#test/support/telling.ts';

describe('the roll of a school file', () => {
  let school: TestSchool;
  afterEach(() => school.close());

  it('begins with everybody in it: each has a member and a training document', async () => {
    school = await startSchool();
    await quiet(school);
    const roll = await loadRoll(school.store.records, 'larkfield');
    assert.equal(roll?.body.source, 'file');
    assert.equal(roll?.body.since, '2026-11-23');
    const { items: members } = await school.store.records.list<Member>('larkfield', { kind: 'member', order: 'oldest', limit: 50 });
    const { items: training } = await school.store.records.list<TrainingBody>('larkfield', {
      kind: 'training',
      order: 'oldest',
      limit: 50,
    });
    assert.equal(members.length, 12);
    assert.deepEqual(
      members.filter(({ body }) => body.firstSeen !== undefined || body.left !== undefined),
      [],
    );
    assert.equal(training.length, 12);
    assert.equal(
      training.every(({ index }) => index.status === 'here'),
      true,
    );
  });
});
