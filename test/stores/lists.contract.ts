import assert from 'node:assert/strict';
import type { ListQuery, Records } from '#stores/records.ts';
import { bronwen, createAll, elm, imran, incident, minute, type OpenStore, oak } from './documents.ts';

/** How every store lists documents, and finds what owes something. */
export function listsContract(open: OpenStore): void {
  let records: Records;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ records, close } = await open());
  });
  afterEach(() => close());

  async function keys(query: Partial<ListQuery> = {}, school = oak): Promise<string[]> {
    const { items } = await records.list(school, { kind: 'incident', order: 'oldest', limit: 50, ...query });
    return items.map(({ id }) => id.replace('incident.', ''));
  }

  /** The pages, one after the other, until there is no next one. */
  async function pages(query: Partial<ListQuery>): Promise<string[][]> {
    const found: string[][] = [];
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await records.list(oak, { kind: 'incident', order: 'oldest', limit: 2, ...query, ...(after && { after }) });
      found.push(page.items.map(({ id }) => id.replace('incident.', '')));
      after = page.next;
    }
    return found;
  }

  describe('a list', () => {
    it('gives whole documents with their etags', async () => {
      const doc = incident('a', { at: minute(1), walled: [bronwen] });
      const etag = (await records.create(doc))?.etag;
      const { items, next } = await records.list(oak, { kind: 'incident', order: 'newest', limit: 5 });
      assert.deepEqual(items, [{ ...doc, etag }]);
      assert.equal(next, undefined);
    });

    it('is ordered by when each began, then by id', async () => {
      await createAll(records, [
        incident('c', { at: minute(2) }),
        incident('b', { at: minute(5) }),
        incident('d', { at: minute(2) }),
        incident('a', { at: minute(2) }),
      ]);
      assert.deepEqual(await keys({ order: 'oldest' }), ['a', 'c', 'd', 'b']);
      assert.deepEqual(await keys({ order: 'newest' }), ['b', 'd', 'c', 'a']);
    });

    it('puts what has no beginning first among the oldest, and outside any bounds', async () => {
      await createAll(records, [incident('a', { at: minute(1) }), incident('b')]);
      assert.deepEqual(await keys({ order: 'oldest' }), ['b', 'a']);
      assert.deepEqual(await keys({ to: minute(9) }), ['a']);
      assert.deepEqual(await keys({ from: minute(0) }), ['a']);
    });

    it('begins with `from` and ends before `to`', async () => {
      await createAll(
        records,
        [1, 2, 3, 4].map((n) => incident(`m${n}`, { at: minute(n) })),
      );
      assert.deepEqual(await keys({ from: minute(2), to: minute(4) }), ['m2', 'm3']);
    });

    it('holds only what equals everything that was asked for', async () => {
      await createAll(records, [
        incident('a', { status: 'open', person: imran, about: 'incident.x' }),
        incident('b', { status: 'open', person: bronwen, about: 'incident.x' }),
        incident('c', { status: 'closed', person: imran, about: 'incident.y' }),
        incident('d'),
      ]);
      assert.deepEqual(await keys({ equals: { status: 'open' } }), ['a', 'b']);
      assert.deepEqual(await keys({ equals: { person: imran } }), ['a', 'c']);
      assert.deepEqual(await keys({ equals: { about: 'incident.x' } }), ['a', 'b']);
      assert.deepEqual(await keys({ equals: { status: 'open', person: imran, about: 'incident.x' } }), ['a']);
      assert.deepEqual(await keys({ equals: { status: `' OR 1=1 --` } }), []);
    });

    it('never holds another kind or another school', async () => {
      await createAll(records, [incident('a'), incident('b', {}, {}, elm), { ...incident('a'), kind: 'draft', id: 'draft.a' }]);
      assert.deepEqual(await keys(), ['a']);
      assert.deepEqual(await keys({}, elm), ['b']);
      assert.deepEqual(await keys({}, 'ash-primary'), []);
    });
  });

  describe('a list for somebody', () => {
    it('leaves out what they are walled from, and nothing else', async () => {
      await createAll(records, [
        incident('a', { walled: [imran] }),
        incident('b', { walled: [bronwen, imran] }),
        incident('c', { walled: [bronwen] }),
        incident('d', { walled: [] }),
        incident('e'),
      ]);
      assert.deepEqual(await keys({ notWalled: imran }), ['c', 'd', 'e']);
      assert.deepEqual(await keys({ notWalled: bronwen }), ['a', 'd', 'e']);
      assert.deepEqual(await keys(), ['a', 'b', 'c', 'd', 'e']);
    });

    it('has full pages: what is left out takes no place', async () => {
      const docs = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => incident(`m${n}`, { at: minute(n), walled: n % 2 === 0 ? [imran] : [] }));
      await createAll(records, docs);
      assert.deepEqual(await pages({ notWalled: imran, limit: 3 }), [['m1', 'm3', 'm5'], ['m7']]);
      assert.deepEqual(await pages({ notWalled: imran, limit: 3, order: 'newest' }), [['m7', 'm5', 'm3'], ['m1']]);
      assert.deepEqual(await pages({ notWalled: imran, limit: 4 }), [['m1', 'm3', 'm5', 'm7']]);
    });

    it('follows a wall that is put up later', async () => {
      const written = await records.create(incident('a'));
      await records.replace(incident('a', { walled: [imran] }), written?.etag ?? '');
      assert.deepEqual(await keys({ notWalled: imran }), []);
    });
  });

  describe('the pages of a list', () => {
    it('hold everything once, in both orders, also what began at the same moment or never', async () => {
      const docs = ['a', 'b', 'c', 'd', 'e'].map((key, n) => incident(key, n < 2 ? {} : { at: minute(n === 4 ? 9 : 3) }));
      await createAll(records, docs);
      assert.deepEqual(await pages({ limit: 1 }), [['a'], ['b'], ['c'], ['d'], ['e']]);
      assert.deepEqual(await pages({ limit: 2 }), [['a', 'b'], ['c', 'd'], ['e']]);
      assert.deepEqual(await pages({ limit: 3, order: 'newest' }), [
        ['e', 'd', 'c'],
        ['b', 'a'],
      ]);
      assert.deepEqual(await pages({ limit: 5 }), [['a', 'b', 'c', 'd', 'e']]);
    });

    it('neither repeat nor skip what was there, when something new comes between', async () => {
      await createAll(
        records,
        [1, 2, 3, 4].map((n) => incident(`m${n}`, { at: minute(n) })),
      );
      const first = await records.list(oak, { kind: 'incident', order: 'newest', limit: 2 });
      await records.create(incident('m5', { at: minute(5) }));
      assert.deepEqual(await keys({ order: 'newest', ...(first.next && { after: first.next }) }), ['m2', 'm1']);
    });

    it('are refused for a cursor that no list gave', async () => {
      const forged = [['x'], ['a', 1], [minute(1), 'draft.a'], ['a', 'incident.a', 'b'], { at: 1 }, null].map((value) =>
        Buffer.from(JSON.stringify(value)).toString('base64url'),
      );
      for (const after of ['', 'nonsense', '%00', ...forged]) {
        await assert.rejects(keys({ after }), { name: 'StoreMisuse', code: 'bad-cursor' });
      }
    });

    it('are refused for a limit that is not 1 to 1,000', async () => {
      for (const limit of [0, -1, 1.5, Number.NaN, 1_001]) await assert.rejects(keys({ limit }), { code: 'bad-limit' });
    });
  });

  describe('what is due', () => {
    it('is of every school, oldest first, by now and not after, as ids only', async () => {
      await createAll(records, [
        incident('c', { dueAt: minute(3) }),
        incident('b', { dueAt: minute(2) }, {}, elm),
        incident('a', { dueAt: minute(1) }),
        incident('later', { dueAt: minute(4) }),
        incident('never'),
      ]);
      assert.deepEqual(await records.due(minute(3), 10), [
        { school: oak, id: 'incident.a' },
        { school: elm, id: 'incident.b' },
        { school: oak, id: 'incident.c' },
      ]);
    });

    it('is cut off at the limit, the oldest kept', async () => {
      await createAll(
        records,
        [3, 1, 2].map((n) => incident(`m${n}`, { dueAt: minute(n) })),
      );
      assert.deepEqual(
        (await records.due(minute(9), 2)).map(({ id }) => id),
        ['incident.m1', 'incident.m2'],
      );
      await assert.rejects(records.due(minute(9), 0), { code: 'bad-limit' });
    });

    it('no longer holds what was settled or removed', async () => {
      const written = await records.create(incident('a', { dueAt: minute(1) }));
      await records.create(incident('b', { dueAt: minute(1) }));
      await records.replace(incident('a'), written?.etag ?? '');
      await records.remove(oak, 'incident.b');
      assert.deepEqual(await records.due(minute(9), 10), []);
    });
  });
}
