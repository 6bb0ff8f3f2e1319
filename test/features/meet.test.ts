import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Deps } from '#features/handler.ts';
import { createMeet, type Meeting } from '#features/meet.ts';
import { keepReach, reachOf } from '#stores/reach-record.ts';
import { createSqliteStore, type SqliteStore } from '#stores/sqlite.ts';
import { countedStore } from '#test/support/counted-store.ts';

const school = 'larkfield';
const patel = 'a0000000-0000-4000-8000-000000000000:b0000000-0000-4000-8000-000000000006';
const chat = { id: 'a:patel', kind: 'personal', serviceUrl: 'http://127.0.0.1/' } as const;
const reach = { conversationId: chat.id, serviceUrl: chat.serviceUrl };

describe('somebody who presses one button after another', () => {
  let store: SqliteStore;
  let calls: string[];
  let now: string;
  let meet: ReturnType<typeof createMeet>;
  beforeEach(() => {
    store = createSqliteStore(':memory:');
    const counted = countedStore({ ...store, idle: 0 });
    ({ calls } = counted);
    now = '2026-11-23T10:00:00.000Z';
    const deps: Pick<Deps, 'records' | 'now' | 'nudge'> = { records: counted.store.records, now: () => now, nudge: () => {} };
    meet = createMeet(deps as Deps);
  });
  afterEach(() => store.close());

  const seen = (change: Partial<Meeting> = {}) =>
    meet({ school, tenantId: 'a0000000', conversation: chat, person: patel, event: 'seen', ...change });
  const known = () => reachOf(store.records, school, patel);
  const unreachable = () => keepReach(store.records, school, patel, { ...reach, failed: 'blocked' });

  it('is looked up once a minute', async () => {
    await seen();
    assert.deepEqual(await known(), reach);
    calls.length = 0;
    now = '2026-11-23T10:00:59.999Z';
    await seen();
    assert.deepEqual(calls, []);
    now = '2026-11-23T10:01:00.000Z';
    await seen();
    assert.deepEqual(calls, ['read reach']);
  });

  it('is reachable again by what they do a minute after a message could not be sent', async () => {
    await seen();
    await unreachable();
    now = '2026-11-23T10:01:00.000Z';
    await seen();
    assert.deepEqual(await known(), reach);
  });

  it('is noted at once from another conversation, or from another place of Teams', async () => {
    await seen();
    await seen({ conversation: { ...chat, id: 'a:new' } });
    assert.equal((await known())?.conversationId, 'a:new');
    await seen({ conversation: { ...chat, serviceUrl: 'http://127.0.0.2/' } });
    assert.equal((await known())?.serviceUrl, 'http://127.0.0.2/');
  });

  it('is noted at once as gone, and as back again', async () => {
    await seen();
    await seen({ event: 'removed' });
    assert.equal((await known())?.failed, 'not-installed');
    await seen();
    assert.deepEqual(await known(), reach);
    await unreachable();
    await seen({ event: 'installed' });
    assert.deepEqual(await known(), reach);
  });

  it('is looked up again when a thousand others came since', async () => {
    await seen();
    for (let n = 0; n < 1_000; n += 1) await seen({ person: `${patel}${n}` });
    calls.length = 0;
    await seen();
    assert.deepEqual(calls, ['read reach']);
  });
});
