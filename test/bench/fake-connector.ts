import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chatOf, dsl } from './requests.ts';

export type FakeConnector = { url: string; onPost(heard: (path: string, body: string) => void): void; close(): void };

/** Takes every card at once, as Teams does on a good day: 201 and an id. */
export async function startFakeConnector(): Promise<FakeConnector> {
  let heard: (path: string, body: string) => void = () => {};
  let ids = 0;
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const path = decodeURIComponent(request.url ?? '');
    ids += 1;
    const answer = path.includes('pagedmembers')
      ? { members: [{ id: `29:${dsl}`, aadObjectId: dsl }] }
      : { id: path === '/v3/conversations' ? chatOf(JSON.parse(body).members[0].id) : String(ids) };
    response.statusCode = request.method === 'POST' ? 201 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
    if (request.method === 'POST') heard(path, body);
  };
  // A server that is stopped at the end of its round may be cut off in the middle of a card.
  const server = createServer((request, response) => void take(request, response).catch(() => response.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    onPost: (listener) => {
      heard = listener;
    },
    close: () => void server.close().closeAllConnections(),
  };
}
