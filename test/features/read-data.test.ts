import assert from 'node:assert/strict';
import type { CardRequest } from '#features/handler.ts';
import {
  afterIn,
  choiceIn,
  commandIn,
  draftKeyIn,
  entryIn,
  fromIn,
  idIn,
  incidentKeyIn,
  lineIn,
  oneOfIn,
  pageIn,
  personIn,
  pickedIn,
} from '#features/read-data.ts';

type Data = CardRequest['data'];

const tenant = '7e1f5a00-0000-4000-8000-00000000c0de';
const robyn = 'a1000000-0000-4000-8000-000000000008';
const idris = 'a1000000-0000-4000-8000-000000000009';
const requestOf = (data: Data) => ({ actor: { person: { id: `${tenant}:${idris}` } }, data }) as CardRequest;

/** Of no card of ours, whatever is asked for. */
const never = [undefined, null, true, {}, [], ['AAAA'], { toString: () => 'AAAA' }, '', ' ', 'a b', '../x', 'é'];

const texts: [what: string, read: (data: Data, name: string) => string | undefined, name: string, taken: string[], refused: unknown[]][] = [
  [
    'the id of a press',
    commandIn,
    'command',
    ['0000', '00000001ZZZZ-n20261123', 'a'.repeat(60)],
    ['abc', 'a'.repeat(61), 'a.b.c', 'a_b_c', 1234],
  ],
  ['the id of something', idIn, 'campaign', ['0000', 'daily-20261123'], ['abc', 'a'.repeat(61), 'settings.current']],
  ['an incident', incidentKeyIn, 'incident', ['0123ABCD'], ['0123ABC', '0123ABCDE', '0123abcd', '0123ABCI', 12345678]],
  ['a draft', draftKeyIn, 'draft', ['0123ABCD'], ['0123ABC', '0123abcd', 12345678]],
  ['a piece of training', entryIn, 'entry', ['e', 'k-1:x.y_z', 'a'.repeat(120)], ['a'.repeat(121), 'a/b', 7]],
  ['where a page ended', afterIn, 'after', ['x', 'WyJhIl0', 'a'.repeat(300)], ['a'.repeat(301), 'a=', 'a.b', 7]],
];

describe('what a card sends', () => {
  for (const [what, read, name, taken, refused] of texts)
    it(`is taken as ${what} only where a card of ours would send it`, () => {
      for (const value of taken) assert.equal(read({ [name]: value }, name), value);
      for (const value of [...never, ...refused]) assert.equal(read({ [name]: value }, name), undefined, JSON.stringify(value));
      assert.equal(read({}, name), undefined);
    });

  for (const [name, read] of [
    ['page', pageIn],
    ['from', fromIn],
  ] as const)
    it(`is the first ${name} unless it is a whole number from 0`, () => {
      for (const value of [0, 1, 999_999]) assert.equal(read({ [name]: value }), value);
      for (const value of [...never, -1, 1.5, '1', Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60]) assert.equal(read({ [name]: value }), 0);
    });

  it('is one of the answers that are offered, or none', () => {
    assert.equal(oneOfIn({ only: 'soon' }, 'only', ['soon', 'passed']), 'soon');
    for (const value of [...never, 'later', 'SOON', 'toString'])
      assert.equal(oneOfIn({ only: value }, 'only', ['soon', 'passed']), undefined);
  });

  it('is text in one line, or a short choice, and empty where it is no text', () => {
    assert.equal(lineIn({ reason: '  A\n\tB\u0000  C ' }, 'reason'), 'A B C');
    assert.equal(choiceIn({ topic: ` ${'a'.repeat(90)}` }, 'topic'), 'a'.repeat(80));
    assert.equal(choiceIn({ topic: `${'a'.repeat(79)}😀` }, 'topic'), 'a'.repeat(79));
    for (const value of [undefined, null, 7, {}, ['x']])
      assert.deepEqual([lineIn({ at: value }, 'at'), choiceIn({ at: value }, 'at')], ['', ''], JSON.stringify(value));
  });

  it('is people of one’s own school, each once, and one more than allowed where there are too many', () => {
    const picked = (value: unknown) => pickedIn(requestOf({ people: value }), 'people');
    assert.deepEqual(picked(`${robyn.toUpperCase()}, ${idris},${robyn}`), [`${tenant}:${robyn}`, `${tenant}:${idris}`]);
    for (const value of [...never, `${tenant}:${robyn}`, 'somebody']) assert.deepEqual(picked(value), [], JSON.stringify(value));
    const many = Array.from({ length: 700 }, (_, n) => robyn.slice(0, -3) + String(n).padStart(3, '0')).join(',');
    assert.equal(picked(many).length, 501);
  });

  it('is one person: whom the button names before whom somebody picked', () => {
    const named = `${tenant}:${robyn}`;
    assert.equal(personIn(requestOf({ person: named, find: idris })), named);
    assert.equal(personIn(requestOf({ person: robyn })), named);
    assert.equal(personIn(requestOf({ person: 'x', find: robyn })), named);
    for (const value of never) assert.equal(personIn(requestOf({ person: value })), undefined);
  });
});
