import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Member } from '#domain/training/member.ts';
import { diffRoll, doubtOf, type RollRow } from '#domain/training/roll.ts';

const at = { now: '2026-11-23T10:00:00.000Z', today: '2026-11-23', first: false };
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
    const { joined, left, changed } = diffRoll([...known.values()], rows, { ...at, first: known.size === 0 });
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
    assert.deepEqual(rollAfter([[full], [{ id: 'a', name: 'Ann', kind: 'staff' }]]), [full]);
    const none: RollRow = { id: 'a', name: 'Ann', kind: 'staff', jobTitle: '', email: '', manager: null };
    assert.deepEqual(rollAfter([[full], [none]]), [{ id: 'a', name: 'Ann', kind: 'staff', started: '2020-01-01' }]);
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
