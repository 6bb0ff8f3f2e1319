import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseSchoolFile } from '#bot/graph/school-file.ts';
import { type LocalTeams, type LocalTeamsOptions, startLocalTeams } from './index.ts';
import type { Json } from './world.ts';

/** Undefined leaves the turn hanging. */
export type BotReply = { status: number; body?: unknown } | undefined;
export type FakeBot = { url: string; heard: Json[]; close(): void };

/** A bot that says what the test tells it to. `heard` are the activities that came in, oldest first. */
export async function startFakeBot(reply: (activity: Json, nth: number) => BotReply | Promise<BotReply>): Promise<FakeBot> {
  const heard: Json[] = [];
  const answer = async (activity: Json, response: ServerResponse) => {
    heard.push(activity);
    const said = await reply(activity, heard.length);
    if (said === undefined) return;
    response.writeHead(said.status);
    response.end(said.body === undefined ? '' : JSON.stringify(said.body));
  };
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    await answer(JSON.parse(text) as Json, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`, heard, close };
}

export const readSchool = () => parseSchoolFile(JSON.parse(readFileSync(new URL(import.meta.resolve('#env/school.local.json')), 'utf8')));

export const aCard = (body: Json[], actions: Json[] = []): Json => ({ type: 'AdaptiveCard', version: '1.5', body, actions });
export const attach = (card: Json) => ({ contentType: 'application/vnd.microsoft.card.adaptive', content: card });
export const cardMessage = (card: Json, more: Json = {}): Json => ({ type: 'message', attachments: [attach(card)], ...more });
export const dialogWith = (card: Json, title = 'A dialog'): BotReply => ({
  status: 200,
  body: { task: { type: 'continue', value: { title, card: attach(card) } } },
});
export const words = (text: string): Json => ({ type: 'TextBlock', text, wrap: true });

export type Stand = {
  teams: LocalTeams;
  bot: FakeBot;
  /** A connector call, as a bot would make it. */
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json; headers: Headers }>;
  close(): Promise<void>;
};

/** Local Teams with the made-up school and a fake bot, on free ports. */
export async function stand(
  reply: Parameters<typeof startFakeBot>[0] = () => ({ status: 200 }),
  options: Partial<LocalTeamsOptions> = {},
): Promise<Stand> {
  const bot = await startFakeBot(reply);
  const teams = await startLocalTeams({ schoolFile: readSchool(), botUrl: bot.url, port: 0, ...options });
  return {
    teams,
    bot,
    async call(method, path, body) {
      const response = await fetch(new URL(path, teams.url), {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : JSON.parse(text), headers: response.headers };
    },
    async close() {
      await teams.close();
      bot.close();
    },
  };
}
