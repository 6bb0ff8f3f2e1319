import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstBreak, headOf, type Sealed, seal } from '#stores/chain.ts';

type Note = { type: string; text: string; at?: number };
const one: Note = { type: 'noted', text: 'one' };
const chain = seal<Note>([], [one, { type: 'noted', text: 'two', at: 2 }, { type: 'noted', text: 'three' }]);
const changed = (i: number, change: Partial<Sealed<Note>>) => chain.map((entry, n) => (n === i ? { ...entry, ...change } : entry));

describe('a chain of events', () => {
  it('is whole when nobody has touched it, and when it is empty', () => {
    assert.equal(firstBreak(chain), undefined);
    assert.equal(firstBreak([]), undefined);
    assert.equal(headOf([]), '');
  });

  it('numbers its events from one, each carrying the digest of the one before', () => {
    assert.deepEqual(
      chain.map(({ n }) => n),
      [1, 2, 3],
    );
    assert.equal(chain[0]?.previous, '');
    assert.equal(chain[2]?.previous, headOf(chain.slice(0, 2)));
    assert.match(chain[2]?.previous ?? '', /^[0-9a-f]{64}$/);
  });

  it('grows without touching what is sealed', () => {
    const longer = seal(chain, [one]);
    assert.deepEqual(longer.slice(0, 3), chain);
    assert.equal(chain.length, 3);
  });

  for (const [what, broken, at] of [
    ['changed words', changed(0, { event: { ...one, text: 'other' } }), 2],
    ['a changed time', changed(1, { event: { type: 'noted', text: 'two', at: 3 } }), 3],
    ['a changed digest', changed(1, { previous: 'x' }), 2],
    ['a changed number', changed(2, { n: 4 }), 4],
    ['an event taken out', chain.filter(({ n }) => n !== 2), 3],
    ['two events exchanged', [chain[0], chain[2], chain[1]] as Sealed<Note>[], 3],
  ] as const) {
    it(`shows where it was altered: ${what}`, () => assert.equal(firstBreak(broken), at));
  }

  it('is the same after it was stored, whatever the order of its fields', () => {
    const stored = JSON.parse(JSON.stringify(chain)) as Sealed<Note>[];
    const turned = stored.map(({ n, previous, event }) => ({ event: Object.fromEntries(Object.entries(event).reverse()), previous, n }));
    assert.equal(firstBreak(turned), undefined);
  });

  it('is whole however it was added to, and notices any one change', () => {
    const events = fc.array(fc.record({ type: fc.string(), text: fc.string({ unit: 'grapheme' }) }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(events, fc.nat(), fc.nat(), (all, cut, pick) => {
        const at = cut % all.length;
        const grown = seal(seal<Note>([], all.slice(0, at)), all.slice(at));
        assert.deepEqual(grown, seal<Note>([], all));
        assert.equal(firstBreak(grown), undefined);
        const i = pick % (all.length - 1);
        const altered = grown.map((entry, n) => (n === i ? { ...entry, event: { ...entry.event, text: `${entry.event.text}x` } } : entry));
        assert.equal(firstBreak(altered), i + 2);
      }),
      { seed: 20_261_123, numRuns: 100 },
    );
  });
});
