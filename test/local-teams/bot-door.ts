import type { Json, World } from './world.ts';

/** How long Teams waits for the bot, in milliseconds. Only tests of slowness make these shorter. */
export type Patience = { invoke: number; message: number };
export const patience: Patience = { invoke: 5_000, message: 15_000 };

export type BotAnswer = { kind: 'answered'; status: number; body: unknown } | { kind: 'late' } | { kind: 'unreachable' };

export type BotDoor = {
  /** Brings an activity to the bot. A slow or broken turn is brought again: under the same id, then under a new one. */
  deliver(activity: Json): Promise<BotAnswer>;
  /** Resolves once nothing is on its way to the bot any more, repeats included. */
  settled(): Promise<void>;
};

type Options = { botUrl: string; patience: Patience; authorization: (() => Promise<string>) | undefined };

async function post(world: World, options: Options, activity: Json): Promise<BotAnswer> {
  const conversation = activity.conversation as { id: string; tenantId: string };
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'x-ms-conversation-id': conversation.id,
    'x-ms-tenant-id': conversation.tenantId,
  };
  if (options.authorization !== undefined) headers.authorization = await options.authorization();
  const entry = {
    n: world.record.length + 1,
    direction: 'to-bot' as const,
    method: 'POST',
    path: '/api/messages',
    status: 'late' as number | 'late',
    body: activity,
    reply: undefined as unknown,
  };
  world.record.push(entry);
  try {
    const response = await fetch(options.botUrl, { method: 'POST', headers, body: JSON.stringify(activity) });
    const text = await response.text();
    entry.status = response.status;
    entry.reply = parsed(text);
    return { kind: 'answered', status: response.status, body: entry.reply };
  } catch {
    return { kind: 'unreachable' };
  }
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function within(answer: Promise<BotAnswer>, ms: number): Promise<BotAnswer> {
  const late = Promise.withResolvers<BotAnswer>();
  const timer = setTimeout(() => late.resolve({ kind: 'late' }), ms);
  return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer));
}

const failed = (answer: BotAnswer) => answer.kind === 'answered' && answer.status >= 500;

export function createBotDoor(world: World, options: Options): BotDoor {
  const onTheWay = new Set<Promise<unknown>>();
  const tracked = <T>(work: Promise<T>): Promise<T> => {
    const done = work.finally(() => onTheWay.delete(done));
    onTheWay.add(done);
    return done;
  };
  const bring = (activity: Json) => tracked(post(world, options, activity));

  async function repeat(activity: Json, limit: number): Promise<BotAnswer> {
    const again = await within(bring(activity), limit);
    const isGood = again.kind === 'answered' && !failed(again);
    return isGood ? again : within(bring({ ...activity, id: `f:${world.newId()}` }), limit);
  }

  return {
    async deliver(activity) {
      const limit = activity.type === 'invoke' ? options.patience.invoke : options.patience.message;
      const answer = await within(bring(activity), limit);
      // The person is told at once that it took too long; what the repeats answer is lost on them.
      if (answer.kind === 'late') tracked(repeat(activity, limit)).catch(() => undefined);
      return failed(answer) ? within(tracked(repeat(activity, limit)), limit) : answer;
    },
    async settled() {
      while (onTheWay.size > 0) await Promise.allSettled(onTheWay);
    },
  };
}
