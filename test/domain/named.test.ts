import assert from 'node:assert/strict';
import { mayBeMeant } from '#domain/named.ts';
import type { Person } from '#domain/people.ts';
import { patel, settings, vaughan } from './incident-world.ts';
import { ali, cole, lowe, person, shah, vice } from './set-up-people.ts';

const [smithJones, nunez, cole2] = [person(20), person(21), person(22)];
const names: Record<string, string> = {
  [patel]: 'Ms Robyn Patel',
  [shah]: 'Mrs Anita Shah',
  [cole]: 'Mr Daniel Cole',
  [lowe]: 'Mrs Judith Lowe',
  [ali]: 'Mr Yusuf Ali',
  [vaughan]: 'Ms Carys Vaughan',
  [smithJones]: 'Mr Tom Smith-Jones',
  [nunez]: 'José Núñez',
  [cole2]: 'Mrs Ann Cole',
};
const people = Object.entries(names).map(([id, name]): Person => ({ id, name, kind: 'staff' }));

/** Safeguarding rule S-01: never to a person named. So too many are walled rather than one too few. */
const table: [typed: string, meant: string[]][] = [
  ['Mrs Shah', [shah]],
  ['shah', [shah]],
  ['SHAH, the one in Year 5', [shah]],
  ['Mr Cole', [cole, cole2]],
  ['Mr Cole’s teaching assistant', [cole, cole2]],
  ["Cole's", [cole, cole2]],
  ['Smith', [smithJones]],
  ['Mr Smith-Jones', [smithJones]],
  ['Jose Nunez', [nunez]],
  ['NÚÑEZ', [nunez]],
  ['Robyn', [patel]],
  ['Ms Robyn', [patel]],
  ['Robyn Green from the kitchen', []],
  ['the head', [lowe]],
  ['our head teacher', [lowe]],
  ['Headmistress', [lowe]],
  ['the DSL', [shah]],
  ['safeguarding lead', [shah]],
  ['the deputy', [cole]],
  ['deputy DSL', [shah, cole]],
  ['Chair of governors', [ali]],
  ['the vice-chair', [ali, vice]],
  ['a supply teacher', []],
  ['', []],
  ['Ms', []],
];

describe('a name typed instead of picked', () => {
  for (const [typed, meant] of table) {
    it(`"${typed}" may mean ${meant.length === 0 ? 'nobody known' : meant.map((id) => names[id] ?? 'the vice-chair').join(' and ')}`, () => {
      assert.deepEqual(mayBeMeant(typed, people, settings).sort(), [...meant].sort());
    });
  }

  it('means everybody of that surname, and each once', () => {
    const twice = mayBeMeant('Mr Cole, the deputy', people, settings);
    assert.equal(new Set(twice).size, twice.length);
    assert.deepEqual(twice.sort(), [cole, cole2].sort());
  });
});
