import assert from 'node:assert/strict';
import type { Queue, Wake } from '#queue/queue.ts';
import { createCosmosRecords } from '#stores/records.cosmos.ts';
import { createSqliteStore } from '#stores/sqlite.ts';
import { freshCosmosPlace, startCosmosServer } from '#test/support/cosmos-server.ts';
import { countsContract } from './counts.contract.ts';
import { incident, oak } from './documents.ts';
import { listsContract } from './lists.contract.ts';
import { recordsContract } from './records.contract.ts';

async function open() {
  const { queue, close: closeQueue } = createSqliteStore(':memory:');
  const records = await createCosmosRecords({ ...(await freshCosmosPlace()), queue });
  return { records, queue, close: () => Promise.all([records.close(), closeQueue()]).then(() => undefined) };
}

describe('records in Cosmos DB', () => {
  before(() => startCosmosServer());
  recordsContract(open);
  listsContract(open);
  countsContract(open);

  describe('a wake that cannot be sent', () => {
    const wake = { school: oak, id: 'incident.a' };
    async function writeWith(send: (message: Wake) => Promise<void>) {
      const records = await createCosmosRecords({ ...(await freshCosmosPlace()), queue: { send } as Queue });
      const created = await records.create(incident('a'), { wake });
      const replaced = await records.replace(incident('a', { status: 'changed' }), created?.etag ?? '', { wake });
      return { created, replaced, stored: await records.read(oak, 'incident.a') };
    }

    it('leaves the record written, and says that nobody was woken', async () => {
      const { created, replaced, stored } = await writeWith(() => Promise.reject(new Error('the queue is down')));
      assert.equal(created?.woken, false);
      assert.equal(replaced?.woken, false);
      assert.equal(stored?.index.status, 'changed');
    });

    it('does not hold the turn up when the queue does not answer', async () => {
      const { created, replaced } = await writeWith(() => new Promise(() => undefined));
      assert.equal(created?.woken, false);
      assert.equal(replaced?.woken, false);
    });
  });

  describe('a service that is not there', () => {
    it('makes every call a rejection', async () => {
      const place = { ...(await freshCosmosPlace()), endpoint: 'http://127.0.0.1:1', createIfMissing: false };
      const records = await createCosmosRecords({ ...place, queue: createSqliteStore(':memory:').queue });
      await assert.rejects(records.create(incident('a')));
      await assert.rejects(records.replace(incident('a'), 'etag'));
      await assert.rejects(records.read(oak, 'incident.a'));
      await assert.rejects(records.list(oak, { kind: 'incident', order: 'newest', limit: 1 }));
      await assert.rejects(records.due('2026-03-02T09:00:00.000Z', 1));
      await assert.rejects(records.remove(oak, 'incident.a'));
    });
  });
});
