import { errorKind, type Log } from '#bot/log.ts';
import { isUnanswered } from './unanswered.ts';

/** How a call to Teams ended. `no-answer` says nothing about whether Teams acted on it. */
export type Reached = { kind: 'answered'; status: number; body: unknown; retryAfter?: number } | { kind: 'no-answer' };

type ConnectorCall = { method: 'GET' | 'POST' | 'PUT'; serviceUrl: string; path: string; body?: object };
export type Connector = (call: ConnectorCall) => Promise<Reached>;

type ConnectorDeps = {
  /** Undefined in the local profile: the call then carries no token. */
  token: (fresh?: boolean) => Promise<string | undefined>;
  log: Log;
  /** Milliseconds for the token and the whole call together. */
  timeLimit?: number;
};

/**
 * One call, sent once. The SDK's own client would send a POST again by itself after a lost answer, which may show a card
 * twice, and would wait for ever; so this is plain fetch with the SDK's token. Never rejects: what keeps
 * it from being made at all, such as a token that is not given, is logged.
 */
export function createConnector({ token, log, timeLimit = 10_000 }: ConnectorDeps): Connector {
  const send = async (call: ConnectorCall, fresh: boolean, signal: AbortSignal): Promise<Reached> => {
    const bearer = await withinTime(token(fresh), signal);
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json',
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    };
    const address = new URL(call.path, call.serviceUrl.endsWith('/') ? call.serviceUrl : `${call.serviceUrl}/`);
    // Redirects are refused: they could lead the token to another host.
    const response = await fetch(address, {
      method: call.method,
      headers,
      signal,
      redirect: 'error',
      ...(call.body ? { body: JSON.stringify(call.body) } : {}),
    });
    return { kind: 'answered', status: response.status, body: await readBody(response), ...retryAfterOf(response) };
  };
  return async (call) => {
    const signal = AbortSignal.timeout(timeLimit);
    try {
      const first = await send(call, false, signal);
      // Refused at the door, so nothing was done: once more with a fresh token is safe.
      return first.kind === 'answered' && first.status === 401 ? await send(call, true, signal) : first;
    } catch (error) {
      if (!isUnanswered(error)) log.error('teams.broke', { reason: 'call', error: errorKind(error) });
      return { kind: 'no-answer' };
    }
  };
}

function withinTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `Retry-After` in seconds, at most the hour that a queue can wait; Teams gives it as a number, proxies may give a date. */
function retryAfterOf(response: Response): { retryAfter?: number } {
  const header = response.headers.get('retry-after');
  if (header === null) return {};
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1_000);
  return Number.isFinite(seconds) ? { retryAfter: Math.min(Math.max(1, seconds), 3_600) } : {};
}
