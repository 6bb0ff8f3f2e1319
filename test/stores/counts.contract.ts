import assert from 'node:assert/strict';
import type { Records } from '#stores/records.ts';
import { bronwen, createAll, elm, imran, incident, minute, type OpenStore, oak } from './documents.ts';

/** How every store counts documents without reading them. */
export function countsContract(open: OpenStore): void {
  describe('a count', () => {
    let records: Records;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ records, close } = await open());
    });
    afterEach(() => close());

    it('is of one kind of one school, and of what equals everything that was asked for', async () => {
      await createAll(records, [
        incident('a', { status: 'open', person: imran, about: 'x', at: minute(1) }),
        incident('b', { status: 'open', person: bronwen, about: 'x' }),
        incident('c', { status: 'closed', person: imran, about: 'y' }),
        incident('d'),
        incident('e', { status: 'open' }, {}, elm),
        { ...incident('a', { status: 'open' }), kind: 'draft', id: 'draft.a' },
      ]);
      const count = (equals: object, school = oak) => records.count(school, { kind: 'incident', equals });
      assert.equal(await records.count(oak, { kind: 'incident' }), 4);
      assert.deepEqual([await count({ status: 'open' }), await count({ about: 'x' }), await count({ person: imran })], [2, 2, 2]);
      assert.equal(await count({ status: 'open', about: 'x', person: bronwen }), 1);
      assert.deepEqual([await count({ status: 'lost' }), await count({ status: 'open' }, elm)], [0, 1]);
    });

    it('follows what is written and removed', async () => {
      const written = await records.create(incident('a', { status: 'open' }), { lightly: true });
      const open = () => records.count(oak, { kind: 'incident', equals: { status: 'open' } });
      assert.equal(await open(), 1);
      await records.replace(incident('a', { status: 'closed' }), written?.etag ?? '');
      assert.equal(await open(), 0);
      await records.remove(oak, 'incident.a');
      assert.equal(await records.count(oak, { kind: 'incident' }), 0);
    });

    it('of a school that cannot be is refused', async () => {
      await assert.rejects(records.count('Oak/Primary', { kind: 'incident' }), { code: 'bad-school' });
    });

    it('is right beyond what one page of a service holds', async () => {
      for (let n = 0; n < 160; n += 20) {
        const some = Array.from({ length: 20 }, (_, i) => incident(`n${n + i}`, { status: 'open' }));
        await Promise.all(some.map((doc) => records.create(doc, { lightly: true })));
      }
      assert.equal(await records.count(oak, { kind: 'incident', equals: { status: 'open' } }), 160);
    });
  });
}
