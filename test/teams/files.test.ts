import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileAddressAllowed } from '#bot/file-hosts.ts';
import type { Log } from '#bot/log.ts';
import { mostBytes } from '#domain/training/sheet.ts';
import { createFiles } from '#teams/files.ts';

const local = { profile: 'local' as const, fileHosts: [] };
const production = { profile: 'production' as const, fileHosts: ['sharepoint.com'] };

describe('where files may come from and go to', () => {
  const addresses: [address: string, allowed: boolean][] = [
    ['https://larkfield-my.sharepoint.com/personal/x/_layouts/15/download.aspx?tempauth=1', true],
    ['https://larkfield.sharepoint.com/a', true],
    ['http://larkfield-my.sharepoint.com/a', false],
    ['https://sharepoint.com.evil.example/a', false],
    ['https://evilsharepoint.com/a', false],
    ['https://sharepoint.com/a', false],
    ['https://x@larkfield.sharepoint.com/a', false],
    ['https://larkfield.sharepoint.com:8443/a', false],
    ['http://127.0.0.1:3979/a', false],
    ['http://169.254.169.254/metadata', false],
    ['file:///etc/passwd', false],
    ['not an address', false],
  ];
  for (const [address, allowed] of addresses)
    it(`${allowed ? 'is' : 'is not'} ${address}`, () => assert.equal(fileAddressAllowed(production, address), allowed));

  it('is this machine alone in the local profile', () => {
    assert.equal(fileAddressAllowed(local, 'http://127.0.0.1:3979/files/content/1'), true);
    assert.equal(fileAddressAllowed(local, 'https://larkfield-my.sharepoint.com/a'), false);
  });
});

// Two statements: once restify is loaded in the same process, `writeHead` gives nothing back to go on with.
function reply(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, headers);
  response.end();
}

type Heard = { method: string; url: string; headers: IncomingMessage['headers']; bytes: Buffer };

describe('a file', () => {
  let url: string;
  let heard: Heard[];
  let said: object[];
  let answer: (response: ServerResponse, path: string) => void;
  let close: () => void;
  beforeEach(async () => {
    heard = [];
    said = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      heard.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, bytes: Buffer.concat(chunks) });
      answer(response, request.url ?? '');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    close = () => {
      server.close();
      server.closeAllConnections();
    };
  });
  afterEach(() => close());
  const say = (event: string, fields?: object) => void said.push({ event, ...fields });
  const log: Log = { info: say, warn: say, error: say };
  const files = (timeLimit = 5_000) => createFiles({ config: local, log, timeLimit });

  it('is fetched without any sign of who we are', async () => {
    answer = (response) => response.end('Name,Topic');
    const fetched = await files().fetch(`${url}a`);
    assert.equal(fetched.kind === 'bytes' && Buffer.from(fetched.bytes).toString(), 'Name,Topic');
    assert.equal(heard[0]?.headers.authorization, undefined);
    assert.equal(heard[0]?.headers.cookie, undefined);
  });

  it('is fetched where it has moved to, but not from elsewhere', async () => {
    answer = (response, path) => void (path === '/a' ? reply(response, 302, { location: '/b' }) : response.end('moved'));
    assert.equal((await files().fetch(`${url}a`)).kind, 'bytes');
    answer = (response) => reply(response, 302, { location: 'https://evil.example/b' });
    assert.deepEqual(await files().fetch(`${url}a`), { kind: 'refused' });
    answer = (response) => reply(response, 302, { location: '/again' });
    assert.deepEqual(await files().fetch(`${url}a`), { kind: 'refused' });
  });

  it('that is too big is left after 10 MB, whatever it says of its length', async () => {
    answer = (response) => void response.end(Buffer.alloc(mostBytes + 1));
    assert.deepEqual(await files().fetch(`${url}a`), { kind: 'too-big' });
    answer = (response) => void response.end(Buffer.alloc(mostBytes));
    assert.equal((await files().fetch(`${url}a`)).kind, 'bytes');
  });

  it('is not waited for without end', async () => {
    answer = (response) => void response.write('Name');
    assert.deepEqual(await files(150).fetch(`${url}a`), { kind: 'no-answer' });
  });

  it('that does not come, because nobody is there or the line is cut, is nothing to look into', async () => {
    answer = (response) => {
      response.write('Name');
      response.destroy();
    };
    assert.deepEqual(await files().fetch(`${url}a`), { kind: 'no-answer' });
    assert.deepEqual(await files().fetch('http://127.0.0.1:9/a'), { kind: 'no-answer' });
    assert.equal(await files().store('http://127.0.0.1:9/up', Buffer.from('1')), 'later');
    assert.equal(await files(1).store(`${url}up`, Buffer.from('1')), 'later');
    assert.deepEqual(said, []);
  });

  it('that does not go or come by a fault of ours is tried again too, and the kind of fault is logged', async () => {
    assert.equal(await files().store(`${url}up`, undefined as unknown as Uint8Array), 'later');
    answer = (response) => reply(response, 302, { location: 'http://[' });
    assert.deepEqual(await files().fetch(`${url}a`), { kind: 'no-answer' });
    assert.deepEqual(said, [
      { event: 'teams.broke', reason: 'file', error: 'TypeError' },
      { event: 'teams.broke', reason: 'file', error: 'TypeError ERR_INVALID_URL' },
    ]);
  });

  it('that is gone, or not to be had just now, is told apart', async () => {
    for (const [status, kind] of [
      [404, 'gone'],
      [401, 'gone'],
      [503, 'no-answer'],
      [429, 'no-answer'],
    ] as const) {
      answer = (response) => reply(response, status);
      assert.deepEqual(await files().fetch(`${url}a`), { kind });
    }
  });

  it('is put whole, in one piece that says how long it is', async () => {
    answer = (response) => reply(response, 201);
    assert.equal(await files().store(`${url}up`, Buffer.from('12345')), 'stored');
    assert.deepEqual([heard[0]?.method, heard[0]?.headers['content-range'], heard[0]?.bytes.toString()], ['PUT', 'bytes 0-4/5', '12345']);
    assert.equal(heard[0]?.headers.authorization, undefined);
  });

  it('is not put elsewhere, and it is told apart whether to try again', async () => {
    assert.equal(await files().store('https://evil.example/up', Buffer.from('1')), 'refused');
    for (const [status, outcome] of [
      [503, 'later'],
      [403, 'gone'],
      [302, 'later'],
    ] as const) {
      answer = (response) => reply(response, status, { location: 'https://evil.example/' });
      assert.equal(await files().store(`${url}up`, Buffer.from('1')), outcome);
    }
  });
});
