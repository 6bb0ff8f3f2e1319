import assert from 'node:assert/strict';
import { type CorrectForm, decideCorrect, decideStrikeOut } from '#domain/training/correcting.ts';
import type { Tenure } from '#domain/training/owed.ts';
import { type Entry, foldTraining, type TrainingEvent } from '#domain/training/record.ts';
import {
  checkRecording,
  decideApplies,
  decideRecording,
  markedBy,
  type RecordForm,
  type Recording,
  reasonProblems,
  recordingOf,
} from '#domain/training/recording.ts';
import { dslFirst } from '#test/domain/rule-sets.ts';

const today = '2026-11-23';
const at = '2026-11-23T10:00:00.000Z';
const by = '7e1f5a00-0000-4000-8000-00000000c0de:a1000000-0000-4000-8000-000000000008';
const { training } = dslFirst;
const staff: Tenure = { kind: 'staff', roles: [], started: '2020-09-01' };
const volunteer: Tenure = { ...staff, kind: 'volunteer' };
const form: RecordForm = { how: 'done', topic: 'refresher', on: today, course: '', certificate: '', reason: '', people: [], group: '' };
const decide = (recording: Recording, tenure: Tenure, events: TrainingEvent[] = []) =>
  decideRecording(recording, 'k1', { tenure, record: foldTraining(events), training });

describe('recording training', () => {
  const recording = recordingOf({ ...form, course: 'INSET' }, by, at);
  const done: TrainingEvent = { type: 'done', at, by, entry: 'k1', topic: 'refresher', on: today, source: 'recorded', course: 'INSET' };

  it('adds it to the record, and leaves out what was not written', () => {
    assert.deepEqual(decide(recording, staff), { outcome: 'recorded', events: [done] });
  });

  it('by the same press again adds nothing, and does not claim what another form wrote', () => {
    assert.deepEqual(decide(recording, staff, [done]), { outcome: 'recorded', events: [] });
    assert.deepEqual(decide(recording, staff, [{ ...done, on: '2026-11-01' }]), { outcome: 'different', events: [] });
  });

  it('that stands already adds nothing, however it is known', () => {
    assert.equal(decide(recording, staff, [{ ...done, entry: 'other', source: 'self' }]).outcome, 'already');
  });

  it('of a leaver adds nothing', () => assert.deepEqual(decide(recording, { ...staff, left: today }), { outcome: 'left', events: [] }));

  it('as not applicable is for the kinds that the policy names (duties A-67, A-120)', () => {
    const mark = recordingOf({ ...form, how: 'not-applicable', topic: 'volunteers', reason: 'Sorts books' }, by, at);
    const marked: TrainingEvent = { type: 'not-applicable', at, by, topic: 'volunteers', reason: 'Sorts books' };
    assert.deepEqual(decide(mark, volunteer), { outcome: 'recorded', events: [marked] });
    assert.equal(decide(mark, volunteer, [marked]).outcome, 'already');
    assert.equal(decide(mark, staff).outcome, 'must-do');
  });

  it('as not applicable stands as whoever marked it last has said', () => {
    const marked: TrainingEvent = { type: 'not-applicable', at, by, topic: 'volunteers', reason: 'Sorts books' };
    const again: TrainingEvent[] = [marked, { type: 'applicable', at, by, topic: 'volunteers' }, { ...marked, by: `${by}9` }];
    assert.equal(markedBy('volunteers', [marked, done]), by);
    assert.equal(markedBy('volunteers', again), `${by}9`);
    assert.equal(markedBy('refresher', again), undefined);
  });

  it('applies again where it was marked, and nowhere else', () => {
    const marked = foldTraining([{ type: 'not-applicable', at, by, topic: 'volunteers', reason: 'Sorts books' }]);
    assert.deepEqual(decideApplies('volunteers', by, at, marked), [{ type: 'applicable', at, by, topic: 'volunteers' }]);
    for (const topic of ['refresher', 'toString', '']) assert.deepEqual(decideApplies(topic, by, at, marked), []);
  });

  for (const [reason, problems] of [
    ['', { reason: 'needs-a-reason' }],
    ['Sorts books', {}],
    ['a'.repeat(500), {}],
    ['a'.repeat(501), { reason: 'too-long' }],
  ] as const)
    it(`with a reason of ${reason.length} letters alone ${Object.keys(problems).length === 0 ? 'is fine' : 'is not'}`, () =>
      assert.deepEqual(reasonProblems(reason), problems));

  it('finds what is wrong, each with its field', () => {
    const check = (given: Partial<RecordForm>) => checkRecording({ ...form, ...given }, training, today);
    assert.deepEqual(check({}), {});
    assert.deepEqual(check({ topic: '', on: '2026-11-24' }), { topic: 'unknown-topic', on: 'in-the-future' });
    assert.deepEqual(check({ how: 'not-applicable', on: '' }), { topic: 'needed-by-all', reason: 'needs-a-reason' });
    assert.deepEqual(check({ how: 'x' }), { how: 'unknown-choice' });
    assert.deepEqual(check({ people: Array(501).fill(by) }), { people: 'too-many' });
    assert.deepEqual(check({ course: 'a'.repeat(201), certificate: 'a'.repeat(201), reason: 'a'.repeat(501) }), {
      course: 'too-long',
      certificate: 'too-long',
      reason: 'too-long',
    });
  });
});

describe('correcting an entry', () => {
  const entry: Entry = { entry: 'e1', topic: 'refresher', on: '2025-10-19', source: 'recorded', by, at, course: 'INSET' };
  const asItIs: CorrectForm = { topic: 'refresher', on: '2025-10-19', course: 'INSET', certificate: '', reason: 'Wrong list' };
  const given = { entry, training, today, by, at };

  it('names only what changes, and why', () => {
    assert.deepEqual(decideCorrect({ ...asItIs, on: '2025-10-20', course: '' }, given), {
      events: [{ type: 'corrected', at, by, entry: 'e1', reason: 'Wrong list', on: '2025-10-20', course: '' }],
    });
  });

  for (const [what, change, problems] of [
    ['nothing different', {}, { on: 'nothing-changed' }],
    ['no reason', { on: '2025-10-20', reason: '' }, { reason: 'needs-a-reason' }],
    ['a day to come', { on: '2026-11-24' }, { on: 'in-the-future' }],
    ['no day', { on: '' }, { on: 'no-day' }],
    ['a topic that there is not', { topic: 'x' }, { topic: 'unknown-topic' }],
    ['a course that is too long', { course: 'a'.repeat(201) }, { course: 'too-long' }],
  ] as const)
    it(`does not take ${what}`, () => assert.deepEqual(decideCorrect({ ...asItIs, ...change }, given), { problems }));

  for (const [source, isTaken] of [
    ['recorded', true],
    ['self', true],
    ['import', true],
    ['quiz', false],
    ['audit', false],
  ] as const)
    it(`known as '${source}' ${isTaken ? 'can have another day' : 'can only be struck out'}`, () => {
      const made = { ...given, entry: { ...entry, source } };
      const corrected = decideCorrect({ ...asItIs, on: '2025-10-20' }, made);
      assert.deepEqual('problems' in corrected ? corrected.problems : {}, isTaken ? {} : { reason: 'made-here' });
      assert.ok('events' in decideStrikeOut(asItIs, made));
    });

  it('keeps the topic of rules that the school has left', () => {
    const old = { ...entry, topic: 'teams-use' };
    assert.ok('events' in decideCorrect({ ...asItIs, topic: 'teams-use', on: '2025-10-20' }, { ...given, entry: old }));
  });

  it('by striking it out needs a reason, and keeps it', () => {
    assert.deepEqual(decideStrikeOut({ ...asItIs, reason: '' }, given), { problems: { reason: 'needs-a-reason' } });
    assert.deepEqual(decideStrikeOut({ ...asItIs, reason: 'a'.repeat(501) }, given), { problems: { reason: 'too-long' } });
    assert.deepEqual(decideStrikeOut(asItIs, given), { events: [{ type: 'struck-out', at, by, entry: 'e1', reason: 'Wrong list' }] });
  });
});
