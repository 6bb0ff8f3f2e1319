import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLimits } from '#test/local-teams/rate-limits.ts';

/**
 * Teams as a broadcast meets it: Local Teams' limits, counted when a request arrives, and an answer that takes half a second.
 * Who got what is counted by conversation; nothing else of a message is kept.
 */
export type Taken = {
  /** Reminders, and to how many different chats. */
  reminders: number;
  chats: number;
  /** Everything that was let in, and what was refused as too much. */
  requests: number;
  refused: number;
};
export type Alerts = { at: number; text: string }[];

const answersAfter = 500;
const { reminder } = JSON.parse(process.argv[2] ?? '{}') as { reminder: string };
const limits = createLimits(() => performance.now());
const perChat = new Map<string, number>();
const taken: Taken = { reminders: 0, chats: 0, requests: 0, refused: 0 };
let alerts: Alerts = [];
let ids = 0;

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function note(chat: string, body: string): void {
  if (body.includes('incident.acknowledge')) alerts.push({ at: Date.now(), text: body });
  if (!body.includes(reminder)) return;
  taken.reminders += 1;
  perChat.set(chat, (perChat.get(chat) ?? 0) + 1);
  taken.chats = perChat.size;
}

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, , collection, chat = '', part] = decodeURIComponent(request.url ?? '').split('/');
  const posts = request.method === 'POST' && collection === 'conversations';
  const wait = limits.take(posts ? 'send' : 'other', chat);
  const parts: Buffer[] = [];
  for await (const piece of request) parts.push(piece as Buffer);
  const body = Buffer.concat(parts).toString();
  if (wait !== undefined) {
    taken.refused += 1;
    return answer(response, 429, { error: { code: 'Throttled' } }, { 'retry-after': String(wait) });
  }
  taken.requests += 1;
  if (posts && part === 'activities') note(chat, body);
  ids += 1;
  const id = chat === '' ? `a:${JSON.parse(body).members[0].id}` : String(ids);
  setTimeout(() => answer(response, posts ? 201 : 200, part?.startsWith('pagedmembers') ? { members: [] } : { id }), answersAfter);
}

const server = createServer((request, response) => void take(request, response).catch(() => response.destroy()));
server.keepAliveTimeout = 60_000;
process.on('message', (asked) => {
  if (asked === 'taken') process.send?.(taken);
  if (asked === 'alerts') {
    process.send?.(alerts);
    alerts = [];
  }
});
process.once('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }));
