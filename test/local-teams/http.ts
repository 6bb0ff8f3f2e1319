import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ZodError } from 'zod';
import { type ApiDeps, answerApi } from './api.ts';
import { NotOnTheCard } from './card-inputs.ts';
import { answerConnector } from './connector.ts';
import { faultReply, type Reply } from './connector-errors.ts';
import type { Events } from './events.ts';
import { takeFault } from './faults.ts';
import { answerStorage } from './files.ts';
import { CannotDo } from './people-do.ts';
import { isObject } from './rules.ts';
import { findAccount, findConversation, type World } from './world.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const renderer = import.meta.resolve('adaptivecards/dist/adaptivecards.min.js');

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = (await readBytes(request)).toString();
  return text === '' ? undefined : JSON.parse(text);
}

// Two statements: once restify is loaded in the same process, `writeHead` gives nothing back to go on with.
function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  const json = body === undefined ? '' : JSON.stringify(body);
  const type = json === '' ? {} : { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, 'cache-control': 'no-store', ...headers });
  response.end(json);
}

async function sendFile(response: ServerResponse, path: string): Promise<void> {
  const name = path === '/' ? '/index.html' : path;
  const isOurs = /^\/[a-z-]+\.(html|css|js|svg)$/.test(name);
  const file = name === '/adaptivecards.js' ? new URL(renderer) : new URL(`./page${name}`, import.meta.url);
  const content = isOurs ? await readFile(fileURLToPath(file)).catch(() => undefined) : undefined;
  if (content === undefined) return send(response, { status: 404, body: { error: 'There is no such page' } });
  response.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain', 'cache-control': 'no-store' });
  response.end(content);
}

/** Whose chat, and which conversation, a connector call is about: what a fault can be ordered for. */
function about(world: World, path: string, body: unknown): { conversation?: string; person?: string } {
  const id = decodeURIComponent(path.split('/')[3] ?? '');
  const conversation = findConversation(world, id)?.conversation;
  const members = isObject(body) && Array.isArray(body.members) ? body.members.filter(isObject) : [];
  const person =
    conversation?.kind === 'personal'
      ? conversation.members[0]
      : members[0] === undefined
        ? undefined
        : findAccount(world, String(members[0].id))?.id;
  return { ...(conversation === undefined ? {} : { conversation: conversation.id }), ...(person === undefined ? {} : { person }) };
}

type Incoming = { request: IncomingMessage; response: ServerResponse; url: URL; method: string; body: unknown };

function connect(world: World, { request, response, url, method, body }: Incoming): void {
  const path = url.pathname;
  const fault = takeFault(world.faults, { method, path, ...about(world, path, body) });
  const note = (status: Reply['status'] | 'hang' | 'reset', reply?: unknown) =>
    world.record.push({ n: world.record.length + 1, direction: 'from-bot', method, path: decodeURIComponent(path), status, body, reply });
  if (fault?.answer === 'hang') return void note('hang');
  if (typeof fault?.answer === 'number') {
    const reply = faultReply(fault.answer, fault.code, fault.retryAfter);
    note(reply.status, reply.body);
    return send(response, reply);
  }
  const reply = answerConnector(world, { method, path, query: url.searchParams, body });
  world.changed();
  note(fault === undefined ? reply.status : 'reset', reply.body);
  if (fault === undefined) send(response, reply);
  else request.socket.resetAndDestroy();
}

/** OneDrive's side of files, for the bot and for the page's links. */
async function storage(world: World, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const bytes = await readBytes(request);
  const reply = answerStorage(world, request.method ?? 'GET', url.pathname, bytes, request.headers['content-range'] ?? '');
  if (reply === 'hang') return;
  const { status, bytes: content, name = '' } = reply;
  const named = {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
  response.writeHead(status, { 'cache-control': 'no-store', ...(content === undefined ? {} : named) });
  response.end(content);
}

const ours = (error: unknown) => error instanceof CannotDo || error instanceof NotOnTheCard || error instanceof ZodError;

async function callApi(deps: ApiDeps, { response, url, method, body }: Incoming): Promise<void> {
  const { world } = deps.hands;
  try {
    const answer = await answerApi(deps, { method, path: url.pathname, query: url.searchParams, body });
    send(
      response,
      answer === undefined
        ? { status: 404, body: { error: 'There is no such call. See test/local-teams/README.md.' } }
        : { status: 200, body: answer },
    );
  } catch (error) {
    if (!ours(error)) throw error;
    send(response, { status: 409, body: { error: (error as Error).message } });
  } finally {
    if (method !== 'GET') world.changed();
  }
}

async function answer(deps: ApiDeps, events: Events, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://local');
  const method = request.method ?? 'GET';
  if (url.pathname === '/local/events') return events.add(request, response);
  if (url.pathname.startsWith('/files/')) return storage(deps.hands.world, request, response, url);
  const incoming = { request, response, url, method, body: await readJson(request) };
  if (url.pathname.startsWith('/v3/')) return connect(deps.hands.world, incoming);
  if (url.pathname.startsWith('/local/')) return callApi(deps, incoming);
  return sendFile(response, url.pathname);
}

/** The connector, the calls under `/local/` and the page, on one server. */
export function createHttp(deps: ApiDeps, events: Events): Server {
  return createServer((request, response) => {
    answer(deps, events, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else
        send(response, {
          status: error instanceof SyntaxError ? 400 : 500,
          body: { error: error instanceof Error ? error.message : 'broken' },
        });
    });
  });
}
