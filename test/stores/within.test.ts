import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { Records } from '#stores/records.ts';
import { createSqliteStore } from '#stores/sqlite.ts';
import { StoreTimeout, within } from '#stores/within.ts';
import { incident, oak } from './documents.ts';

const query = { kind: 'incident', order: 'newest', limit: 1 } as const;

function everyCall(records: Records): Promise<unknown>[] {
  const { read, create, replace, remove, list, count, due, close } = records;
  return [
    read(oak, 'incident.a'),
    create(incident('a')),
    replace(incident('a'), 'etag'),
    remove(oak, 'incident.a'),
    list(oak, query),
    count(oak, query),
    due('2026-03-02T09:00:00.000Z', 1),
    close(),
  ];
}

function answering(answer: () => Promise<never>): Records {
  return { read: answer, create: answer, replace: answer, remove: answer, list: answer, count: answer, due: answer, close: answer };
}

describe('records within a time limit', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => clock.restore());

  it('reject every call that is not answered within two seconds', async () => {
    const calls = everyCall(within(answering(() => new Promise(() => undefined))));
    let late = 0;
    const counted = calls.map((call) => call.catch((error) => (late += Number(error instanceof StoreTimeout))));
    await clock.tickAsync(1_999);
    assert.equal(late, 0);
    await clock.tickAsync(1);
    await Promise.all(counted);
    assert.equal(late, calls.length);
  });

  it('or within the limit that is given', async () => {
    const slow = within(
      answering(() => new Promise(() => undefined)),
      50,
    ).read(oak, 'incident.a');
    const refused = assert.rejects(slow, { name: 'StoreTimeout' });
    await clock.tickAsync(50);
    await refused;
  });

  it('pass on answers and errors, and leave no timer running', async () => {
    const { records, close } = createSqliteStore(':memory:');
    const limited = within(records);
    const written = await limited.create(incident('a', { status: 'open' }));
    assert.equal((await limited.read(oak, 'incident.a'))?.index.status, 'open');
    assert.ok(await limited.replace(incident('a', { status: 'closed' }), written?.etag ?? '', { wake: { school: oak, id: 'incident.a' } }));
    assert.equal((await limited.list(oak, query)).items[0]?.index.status, 'closed');
    assert.equal(await limited.count(oak, query), 1);
    await assert.rejects(limited.read(oak, 'nonsense'), { code: 'bad-id' });
    assert.equal(clock.countTimers(), 0);
    await close();
  });

  it('survive an answer that comes after the limit', async () => {
    const { promise, reject } = Promise.withResolvers<never>();
    const refused = assert.rejects(within(answering(() => promise)).due('2026-03-02T09:00:00.000Z', 1), StoreTimeout);
    await clock.tickAsync(2_000);
    await refused;
    reject(new Error('too late to matter'));
    await assert.rejects(promise);
  });
});
