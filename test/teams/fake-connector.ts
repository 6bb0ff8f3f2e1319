import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Heard = { method: string; path: string; authorization: string | undefined; body: Record<string, unknown> | undefined };
/** What the connector does with a call: an answer, silence, or taking the call and then breaking the line. */
export type Reaction = { status: number; body?: unknown; headers?: Record<string, string> } | 'hang' | 'take-and-reset';

/** A connector that keeps every call and does as it is told; by default it creates conversations and takes every card. */
export async function startConnector() {
  const heard: Heard[] = [];
  const state = { react: usual };
  const server = createServer(async (req, res) => {
    const body = await bodyOf(req);
    const call = { method: req.method ?? '', path: req.url ?? '', authorization: req.headers.authorization, body };
    heard.push(call);
    answer(req, res, state.react(call, heard.length));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/uk/`;
  const reset = () => {
    heard.length = 0;
    state.react = usual;
  };
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { heard, state, serviceUrl, reset, close };
}

export function usual({ method, path }: Heard, count: number): Reaction {
  if (path.endsWith('/v3/conversations')) return { status: 201, body: { id: 'a:created' } };
  return { status: method === 'POST' ? 201 : 200, body: { id: `card-${count}` } };
}

function answer(req: IncomingMessage, res: ServerResponse, reaction: Reaction): void {
  if (reaction === 'hang') return;
  if (reaction === 'take-and-reset') return void req.socket.destroy();
  res.writeHead(reaction.status, { 'content-type': 'application/json', ...reaction.headers });
  res.end(reaction.body === undefined ? '' : JSON.stringify(reaction.body));
}

async function bodyOf(req: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text === '' ? undefined : JSON.parse(text);
}
