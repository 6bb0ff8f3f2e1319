import { after, before, beforeEach } from 'mocha';
import type { Config } from '#bot/config.ts';
import { readConfig } from '#bot/config.ts';
import type { Directory } from '#bot/graph/directory.ts';
import type { LogEvent, LogFields } from '#bot/log.ts';
import { createServer } from '#bot/server.ts';
import type { Answer, CardRequest, FilesRequest, OfferRequest, TextRequest } from '#features/handler.ts';
import type { Meeting } from '#features/meet.ts';
import { RimAdapter } from '#teams/adapter.ts';
import type { Front } from '#teams/front.ts';
import { createRim } from '#teams/rim.ts';

export const tenant = '7e1f5a00-0000-4000-8000-00000000c0de';
export const teacher = 'a1000000-0000-4000-8000-000000000001';
export const pupil = 'a1000000-0000-4000-8000-0000000000ff';
export const serviceUrl = 'http://127.0.0.1:9/teams/';

export type Call =
  | { act: CardRequest }
  | { say: TextRequest }
  | { receive: FilesRequest }
  | { answerOffer: OfferRequest }
  | { meet: Meeting };
export type Posted = { conversation: string; activity: Record<string, unknown> };

export const directory: Directory = {
  schoolOf: (id) => (id === tenant ? 'larkfield' : undefined),
  schoolName: () => 'Larkfield Primary School',
  person: (_school, id) => (id === `${tenant}:${teacher}` ? { id, name: 'Ms Robyn Patel', kind: 'staff' } : undefined),
  people: () => [],
  members: () => [],
  member: () => undefined,
  countsFrom: () => '2026-09-01',
  isAdministrator: () => false,
  freshen: async () => {},
};

const heard = (): Answer => ({ kind: 'message', text: 'Heard.' });

/** The real server, gate and turn over HTTP; only what lies behind the rim is a stand-in, and it keeps what reached it. */
function createBot(env: Record<string, string> = { PROFILE: 'local' }) {
  const config = readConfig({ SCHOOL_FILE: 'none', STORE: 'sqlite', SQLITE_FILE: 'none', ...env }) as Config;
  const calls: Call[] = [];
  const posted: Posted[] = [];
  const logged: [LogEvent, LogFields | undefined][] = [];
  const state = { answer: heard, replyArrives: true };
  const front: Front = {
    act: async (act) => {
      calls.push({ act });
      return state.answer();
    },
    say: async (say) => {
      calls.push({ say });
      return state.answer();
    },
    receive: async (receive) => {
      calls.push({ receive });
      return state.answer();
    },
    answerOffer: async (answerOffer) => {
      calls.push({ answerOffer });
      return state.answer();
    },
    meet: async (meet) => void calls.push({ meet }),
  };
  const note = (event: LogEvent, fields?: LogFields) => void logged.push([event, fields]);
  const log = { info: note, warn: note, error: note };
  const reply = async (_tenant: string, { id }: { id: string }, activity: object) => {
    posted.push({ conversation: id, activity: activity as Record<string, unknown> });
    return state.replyArrives;
  };
  const health = { storeAnswers: async () => true, givenUp: async () => 0 };
  const receive = createRim({ config, adapter: new RimAdapter(config), directory, front, log, reply });
  const server = createServer({ receive, health, log });
  let url = '';
  const listen = async () => {
    url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  };
  const forget = () => {
    for (const kept of [calls, posted, logged]) kept.length = 0;
    Object.assign(state, { answer: heard, replyArrives: true });
  };
  const post = async (body: unknown, authorization?: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : undefined };
  };
  /** What reached the front, without the refreshing of whereabouts that every turn brings. */
  const asked = () => calls.filter((call) => !('meet' in call && call.meet.event === 'seen'));
  return { listen, forget, post, calls, asked, posted, logged, state, close: () => server.close(0) };
}

export type Bot = ReturnType<typeof createBot>;

export async function startBot(env: Record<string, string>): Promise<Bot> {
  const bot = createBot(env);
  await bot.listen();
  return bot;
}

/** One bot for the tests of a `describe`; it knows nothing of the test before, and answers as usual unless told. */
export function useBot(): Bot {
  const bot = createBot();
  before(bot.listen);
  beforeEach(bot.forget);
  after(bot.close);
  return bot;
}

/** What Teams sends for somebody in their own chat with the bot. */
export function activity(fields: Record<string, unknown>, from: string | undefined = teacher): Record<string, unknown> {
  return {
    id: 'f:1',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:somebody', name: 'Ms Robyn Patel', ...(from === undefined ? {} : { aadObjectId: from }) },
    recipient: { id: '28:bot', name: 'Online Safety' },
    conversation: { id: 'a:chat', conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    ...fields,
  };
}

export const invoke = (name: string, value: unknown, from?: string) => activity({ type: 'invoke', name, value }, from);
export const message = (text: string, from?: string) => activity({ type: 'message', text }, from);
