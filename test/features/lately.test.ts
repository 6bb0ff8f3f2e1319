import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Calendar } from '#domain/settings.ts';
import type { Member } from '#domain/training/member.ts';
import { lately } from '#features/people/lately.ts';

const ann: Member = { id: 'a:b', name: 'Ann', kind: 'staff', firstSeen: '2026-06-14T23:30:00.000Z' };
const joinedBy = (today: string) => lately([ann], today, Calendar.parse({})).joined.length;

describe('who is new in the last thirty days', () => {
  it('is counted from the school’s own day, also half an hour after midnight in June', () => {
    assert.deepEqual([joinedBy('2026-07-15'), joinedBy('2026-07-16')], [1, 0]);
  });
});
