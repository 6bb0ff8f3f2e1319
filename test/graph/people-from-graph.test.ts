import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { createGraph } from '#bot/graph/graph.ts';
import { createGraphPeople } from '#bot/graph/people-source.graph.ts';
import type { PeopleSource } from '#bot/graph/people-source.ts';
import { SourceTrouble } from '#bot/graph/people-source.ts';
import { createSqliteStore, type SqliteStore } from '#stores/sqlite.ts';
import { type Fault, type GraphStandIn, startGraph } from './stand-in.ts';

const tenant = '7e1f5a00-0000-4000-8000-00000000c0de';
const staff = '57aff000-0000-4000-8000-000000000000';
const governors = '60fe0000-0000-4000-8000-000000000000';
const catalogApp = 'ca7a1060-0000-4000-8000-000000000000';
const guid = (n: number) => `a2000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const account = (n: number) => ({ displayName: `Person ${n}`, mail: `Person${n}@larkfield.example`, accountEnabled: true });
const crowd = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [guid(i + 1), account(i + 1)]));
const keep = async () => {};

describe('people from Microsoft Graph', () => {
  let graph: GraphStandIn;
  let store: SqliteStore;
  let source: PeopleSource;
  const sourceWith = (token: () => Promise<string>) =>
    createGraphPeople({
      graph: createGraph({ url: graph.url, token, timeLimit: 200 }),
      records: store.records,
      tenantId: tenant,
      groups: { staff, governor: governors },
      catalogApp,
    });
  beforeEach(async () => {
    graph = await startGraph({ token: 'good' });
    store = createSqliteStore(':memory:');
    source = sourceWith(async () => 'good');
    graph.join(staff, crowd(20));
    graph.join(governors, { [guid(20)]: account(20), [guid(21)]: account(21) });
  });
  afterEach(async () => {
    await graph.close();
    store.close();
  });
  const names = async () => (await source.read('larkfield', keep)).map(({ name }) => name);

  it('are read page by page, each once, with what is known of them', async () => {
    graph.state.accounts.set(guid(1), {
      displayName: 'Ms *Robyn* Patel',
      mail: 'Robyn@Larkfield.example',
      jobTitle: 'Teacher',
      employeeHireDate: '2026-09-01T00:00:00Z',
      manager: guid(2),
    });
    const rows = await source.read('larkfield', keep);
    assert.equal(rows.length, 21);
    assert.deepEqual(rows[0], {
      id: `${tenant}:${guid(1)}`,
      name: 'Ms Robyn Patel',
      kind: 'staff',
      jobTitle: 'Teacher',
      email: 'robyn@larkfield.example',
      started: '2026-09-01',
      manager: `${tenant}:${guid(2)}`,
    });
    // In both groups: staff.
    assert.deepEqual([rows[19]?.kind, rows[20]?.kind], ['staff', 'governor']);
    assert.equal(graph.requests.filter((path) => path.includes('/groups/delta')).length, 7 + 1);
    assert.equal(graph.requests.filter((path) => path.includes('/users?')).length, 2);
  });

  it('are asked for what has changed only, after the first time', async () => {
    await names();
    graph.requests.length = 0;
    graph.leave(staff, guid(3));
    graph.join(staff, { [guid(30)]: account(30) });
    const now = await names();
    assert.equal(now.includes('Person 3'), false);
    assert.equal(now.includes('Person 30'), true);
    assert.equal(now.length, 21);
    assert.equal(graph.requests.filter((path) => path.includes('/groups/delta')).length, 2);
  });

  it('are read from the beginning where Graph has forgotten what was known', async () => {
    await names();
    graph.leave(staff, guid(4));
    graph.state.forgotten = graph.state.journal.length;
    assert.equal((await names()).includes('Person 4'), false);
  });

  it('leave out accounts that are switched off or gone, and what is no person', async () => {
    graph.state.accounts.set(guid(5), { ...account(5), accountEnabled: false });
    graph.state.accounts.delete(guid(6));
    graph.state.journal.push({ group: staff, id: guid(90), removed: false, type: '#microsoft.graph.device' });
    const now = await names();
    assert.deepEqual(
      ['Person 5', 'Person 6'].filter((name) => now.includes(name)),
      [],
    );
    assert.equal(now.length, 19);
    assert.equal(
      graph.requests.some((path) => path.includes(guid(90))),
      false,
    );
  });

  it('are waited for where Graph says how long', async () => {
    graph.fail({ paths: /delta/, answer: { status: 429, code: 'TooManyRequests', after: '1' } });
    const began = Date.now();
    assert.equal((await names()).length, 21);
    assert.ok(Date.now() - began >= 1_000);
  });

  const faults: [what: string, fault: Fault, reason: string][] = [
    ['is not agreed to', { answer: { status: 403, code: 'Authorization_RequestDenied' } }, 'consent'],
    ['is asked to wait for long', { answer: { status: 429, code: 'TooManyRequests', after: '300' } }, 'throttled'],
    ['has no such group', { paths: /delta/, answer: { status: 404, code: 'Request_ResourceNotFound' } }, 'group-missing'],
    ['breaks', { paths: /users/, answer: { status: 500, code: 'generalException' } }, 'down'],
    ['does not answer', { paths: /users/, answer: 'hang' }, 'down'],
    ['hangs up', { answer: 'cut' }, 'down'],
    ['answers nonsense', { paths: /users/, answer: 'nonsense' }, 'unclear'],
    ['refuses the request', { paths: /users/, answer: { status: 400, code: 'BadRequest' } }, 'unclear'],
  ];
  for (const [what, fault, reason] of faults) {
    it(`are not guessed where Graph ${what}: ${reason}`, async () => {
      graph.fail({ ...fault, times: 9 });
      await assert.rejects(names(), (error) => {
        assert.ok(error instanceof SourceTrouble);
        assert.equal(error.reason, reason);
        assert.doesNotMatch(`${error.message} ${error.stack}`, /Mrs Secret/);
        return true;
      });
    });
  }

  it('are not guessed where the sign-in is refused, or gives no token', async () => {
    source = sourceWith(async () => 'old');
    await assert.rejects(names(), { reason: 'sign-in' });
    source = sourceWith(async () => Promise.reject(new Error('expired')));
    await assert.rejects(names(), { reason: 'sign-in' });
  });

  it('are not guessed where a group was deleted', async () => {
    graph.state.groups.delete(governors);
    await assert.rejects(names(), { reason: 'group-missing' });
  });

  it('a link that leads elsewhere is not followed, and no token goes there', async () => {
    await names();
    graph.state.url = 'http://127.0.0.1:9';
    graph.leave(staff, guid(1));
    await names();
    await assert.rejects(names(), { reason: 'unclear' });
  });

  it('get the app installed, once', async () => {
    assert.equal(await source.install?.(guid(1)), 'installed');
    assert.equal(await source.install?.(guid(1)), 'already');
    assert.equal(await source.install?.(guid(99)), 'no-account');
    assert.deepEqual([...graph.installed], [guid(1)]);
    graph.fail({ paths: /installedApps/, answer: { status: 403, code: 'Forbidden' } });
    await assert.rejects(source.install?.(guid(2)) ?? Promise.resolve(), { reason: 'consent' });
  });
});
