import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Member } from '#domain/training/member.ts';
import { diffRoll, doubtOf, hereAlready, newSince, type RollRow } from '#domain/training/roll.ts';

const at = { now: '2026-11-23T10:00:00.000Z', today: '2026-11-23' };
const kinds = ['staff', 'volunteer', 'governor'] as const;
const text = fc.constantFrom('', 'one', 'two');
const rowOf = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    name: fc.constantFrom('Ann', 'Ben'),
    kind: fc.constantFrom(...kinds),
    jobTitle: text,
    email: text,
    started: fc.constantFrom('2020-01-01', '2026-09-01'),
    manager: fc.constantFrom(null, 'a', 'b'),
  },
  { requiredKeys: ['id', 'name', 'kind'] },
) as fc.Arbitrary<RollRow>;
const listOf = fc.uniqueArray(rowOf, { selector: ({ id }) => id });

/** The roll after lists that came one after another. */
function rollAfter(lists: RollRow[][]): Member[] {
  const known = new Map<string, Member>();
  for (const rows of lists) {
    const { joined, left, changed } = diffRoll([...known.values()], rows, { ...at, newSince: known.size === 0 ? at.today : undefined });
    for (const member of [...joined, ...left, ...changed]) known.set(member.id, member);
  }
  return [...known.values()];
}

describe('a roll that is brought up to date', () => {
  const always = (holds: (before: RollRow[][], last: RollRow[]) => void) =>
    fc.assert(fc.property(fc.array(listOf, { maxLength: 3 }), listOf, holds), { seed: 20_261_123, numRuns: 300 });

  it('holds exactly those of the last list, and everybody ever seen is known', () => {
    always((before, last) => {
      const roll = rollAfter([...before, last]);
      const here = roll.filter(({ left }) => left === undefined).map(({ id }) => id);
      assert.deepEqual(here.sort(), last.map(({ id }) => id).sort());
      const ever = new Set([...before.flat(), ...last].map(({ id }) => id));
      assert.deepEqual(roll.map(({ id }) => id).sort(), [...ever].sort());
    });
  });

  it('changes nothing when the same list comes again', () => {
    always((before, last) => {
      const { joined, left, changed, same } = diffRoll(rollAfter([...before, last]), last, at);
      assert.deepEqual([joined, left, changed, same], [[], [], [], last.length]);
    });
  });

  it('calls nobody new who was there when it began, and everybody else from the day they were first seen', () => {
    const [ann, ben] = rollAfter([
      [{ id: 'a', name: 'Ann', kind: 'staff' }],
      [
        { id: 'a', name: 'Ann', kind: 'staff' },
        { id: 'b', name: 'Ben', kind: 'staff' },
      ],
    ]);
    assert.equal(ann?.firstSeen, undefined);
    assert.equal(ben?.firstSeen, at.now);
  });

  it('keeps what a list leaves out, and forgets what it says there is none of', () => {
    const full: RollRow = { id: 'a', name: 'Ann', kind: 'staff', jobTitle: 'one', email: 'two', manager: 'b', started: '2020-01-01' };
    const countsFrom = at.today;
    assert.deepEqual(rollAfter([[full], [{ id: 'a', name: 'Ann', kind: 'staff' }]]), [{ ...full, countsFrom }]);
    const none: RollRow = { id: 'a', name: 'Ann', kind: 'staff', jobTitle: '', email: '', manager: null };
    assert.deepEqual(rollAfter([[full], [none]]), [{ id: 'a', name: 'Ann', kind: 'staff', started: '2020-01-01', countsFrom }]);
  });

  it('takes whoever comes back for new: their old first day is not theirs any more', () => {
    const ann: RollRow = { id: 'a', name: 'Ann', kind: 'staff', started: '2020-01-01' };
    const ben: RollRow = { id: 'b', name: 'Ben', kind: 'staff' };
    const back = rollAfter([[ann, ben], [ben], [{ id: 'a', name: 'Ann', kind: 'staff' }, ben]]).find(({ id }) => id === 'a');
    assert.deepEqual(back, { id: 'a', name: 'Ann', kind: 'staff', firstSeen: at.now });
  });

  it('is doubted when it is empty or more than a third are gone, and not over one or two in a small school', () => {
    const school = (count: number): RollRow[] => Array.from({ length: count }, (_, i) => ({ id: `p${i}`, name: 'Ann', kind: 'staff' }));
    const doubt = (before: number, now: number) =>
      doubtOf(rollAfter([school(before)]), diffRoll(rollAfter([school(before)]), school(now), at));
    assert.deepEqual([doubt(12, 0), doubt(1, 0)], ['nobody', 'nobody']);
    assert.deepEqual([doubt(12, 8), doubt(12, 7), doubt(4, 2), doubt(5, 2)], [undefined, 'many-leavers', undefined, 'many-leavers']);
    assert.equal(doubtOf([], diffRoll([], school(3), at)), undefined);
  });
});

describe('a list that comes from another place than the roll before', () => {
  const roll = { source: 'file', since: '2026-09-07', syncedAt: '2026-11-23T02:00:00.000Z' };
  const person = (n: number, started?: string): RollRow => ({ id: `p${n}`, name: 'Ann', kind: 'staff', ...(started && { started }) });
  const stopGap = Array.from({ length: 5 }, (_, n) => person(n));
  const known = rollAfter([stopGap]);
  const real = Array.from({ length: 80 }, (_, n) => person(n));
  const change = (rows: RollRow[], from = 'csv') => diffRoll(known, rows, { ...at, newSince: newSince(roll, from) });

  for (const [before, from, since] of [
    ['file', 'csv', roll.since],
    ['csv', 'graph', roll.since],
    ['file', 'graph', roll.since],
    ['csv', 'csv', undefined],
    ['graph', 'graph', undefined],
  ] as const)
    it(`from ${before} to ${from} ${since === undefined ? 'is none' : 'is one'}`, () => {
      assert.equal(newSince({ ...roll, source: before }, from), since);
    });

  it('finds those whom the stop-gap did not name at the school already, and counts for them from that day', () => {
    const { joined } = change(real);
    assert.deepEqual([joined.length, hereAlready(change(real))], [75, 75]);
    assert.deepEqual(joined[0], { id: 'p5', name: 'Ann', kind: 'staff', countsFrom: '2026-11-23' });
  });

  it('finds those new whose first day is not before that since which training is counted here', () => {
    const days = ['2026-09-06', '2026-09-07', '2026-11-09', '2026-11-24'];
    const { joined } = change([...stopGap, ...days.map((day, n) => person(10 + n, day))]);
    assert.deepEqual(
      joined.map(({ started, firstSeen }) => [started, firstSeen !== undefined]),
      [
        ['2026-09-06', false],
        ['2026-09-07', true],
        ['2026-11-09', true],
        ['2026-11-24', true],
      ],
    );
  });

  it('takes those for new who are not known, where it comes from the same place', () => {
    assert.equal(hereAlready(change(real, 'file')), 0);
    assert.equal(change(real, 'file').joined[0]?.firstSeen, at.now);
  });

  it('brings those back who had left as it does others, and forgets that they had come in so before', () => {
    const gone = known.map(
      (member): Member => ({ ...member, left: '2026-10-01', countsFrom: '2026-09-07', firstSeen: '2026-09-08T09:00:00.000Z' }),
    );
    assert.deepEqual(diffRoll(gone, stopGap.slice(0, 1), { ...at, newSince: newSince(roll, 'csv') }).joined, [
      { ...stopGap[0], countsFrom: '2026-11-23' },
    ]);
    assert.deepEqual(diffRoll(gone, stopGap.slice(0, 1), at).joined, [{ ...stopGap[0], firstSeen: at.now }]);
  });

  it('is believed when it names everybody of the stop-gap or all but two, however many are new on it', () => {
    assert.deepEqual([doubtOf(known, change(real)), doubtOf(known, change(real.slice(2)))], [undefined, undefined]);
  });

  it('is doubted when it is empty or does not name most of those who are known', () => {
    assert.deepEqual([doubtOf(known, change([])), doubtOf(known, change(real.slice(3)))], ['nobody', 'many-leavers']);
  });
});
