import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { LogEvent, LogFields } from '#bot/log.ts';
import type { Server } from '#bot/server.ts';
import { createServer } from '#bot/server.ts';
import type { HttpAnswer } from '#teams/rim.ts';

describe('the server', () => {
  const logged: [LogEvent, LogFields | undefined][] = [];
  const note = (event: LogEvent, fields?: LogFields) => void logged.push([event, fields]);
  const state = { receive: async (): Promise<HttpAnswer> => ({ status: 200 }), store: async () => true, givenUp: async () => 0 };
  let received = 0;
  let server: Server;
  let url: string;

  beforeEach(async () => {
    logged.length = 0;
    received = 0;
    Object.assign(state, { receive: async () => ({ status: 200 }), store: async () => true, givenUp: async () => 0 });
    const receive = () => {
      received += 1;
      return state.receive();
    };
    const health = { storeAnswers: () => state.store(), givenUp: () => state.givenUp() };
    server = createServer({ receive, health, log: { info: note, warn: note, error: note } });
    url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  });
  afterEach(() => server.close(0));

  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, init);
    return [response.status, await response.text()];
  };
  const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    ask('/api/messages', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

  it('refuses other methods, other paths, bodies that are too big and what is not JSON, in its own words', async () => {
    assert.deepEqual(await ask('/api/messages'), [405, 'This address takes another method.']);
    assert.deepEqual(await ask('/api/messages/x'), [404, 'There is nothing here.']);
    assert.deepEqual(await ask('/'), [404, 'There is nothing here.']);
    assert.deepEqual(await post(JSON.stringify({ a: 'x'.repeat(256 * 1024) })), [413, 'The body is too big.']);
    assert.deepEqual(await post('{"text":"Tom Lee'), [400, 'The body is not readable JSON.']);
    assert.equal(received, 0);
  });

  it('refuses what is compressed, so that a small body cannot become a huge one', async () => {
    assert.equal((await post(gzipSync('{}'), { 'content-encoding': 'gzip' }))[0], 415);
    assert.equal((await post('not gzip at all', { 'content-encoding': 'gzip' }))[0], 415);
    assert.deepEqual(await ask('/healthz'), [200, 'live']);
  });

  it('takes a body just under the limit', async () => {
    assert.equal((await post(JSON.stringify({ a: 'x'.repeat(250 * 1024) })))[0], 200);
    assert.equal(received, 1);
  });

  it('answers a breakage with 500 and not a word', async () => {
    state.receive = async () => Promise.reject(new Error('Tom Lee'));
    assert.deepEqual(await post('{}'), [500, '']);
    assert.deepEqual(logged, [['turn.broke', { reason: 'server', error: 'Error' }]]);
  });

  it('is live whatever the store does', async () => {
    state.store = async () => false;
    assert.deepEqual(await ask('/healthz'), [200, 'live']);
  });

  const health: [name: string, change: Partial<typeof state>, status: number, body: object][] = [
    ['green when the store answers and nothing was given up', {}, 200, { status: 'green', store: true, givenUp: 0 }],
    ['red when the store says no', { store: async () => false }, 503, { status: 'red', store: false, givenUp: 0 }],
    ['red when the store breaks', { store: () => Promise.reject(new Error('no')) }, 503, { status: 'red', store: false, givenUp: 0 }],
    ['red when messages were given up', { givenUp: async () => 2 }, 503, { status: 'red', store: true, givenUp: 2 }],
    [
      'red when the queue breaks',
      { givenUp: () => Promise.reject(new Error('no')) },
      503,
      { status: 'red', store: true, givenUp: 'unknown' },
    ],
  ];
  for (const [name, change, status, body] of health) {
    it(`is ${name}`, async () => {
      Object.assign(state, change);
      const [answered, text] = await ask('/readyz');
      assert.deepEqual([answered, JSON.parse(String(text))], [status, body]);
    });
  }

  it('lets the turn in progress finish when it closes, and takes no other', async () => {
    const turn = Promise.withResolvers<HttpAnswer>();
    const began = Promise.withResolvers<void>();
    state.receive = () => {
      began.resolve();
      return turn.promise;
    };
    const asked = post('{}');
    await began.promise;
    const closed = server.close();
    await assert.rejects(fetch(`${url}/healthz`));
    turn.resolve({ status: 200, body: { late: true } });
    assert.deepEqual(await asked, [200, '{"late":true}']);
    await closed;
  });
});
