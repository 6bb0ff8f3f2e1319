import { Client, type Context, GraphError, type Middleware, RetryHandler, RetryHandlerOptions } from '@microsoft/microsoft-graph-client';
import { SourceTrouble } from './people-source.ts';

/** An answer of Graph that is no success. `code` is Graph's own word for it; its text is never kept, it may quote names. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  readonly status: number;
  readonly code: string;
  /** Seconds that it asked us to wait. */
  readonly after: number | undefined;

  constructor(status: number, code: string, after?: number) {
    super(`Graph answered ${status}.`);
    this.status = status;
    this.code = code;
    this.after = after;
  }
}

/** All that is known of Graph here: paths below `/v1.0`, or links that it gave. Rejects with `GraphRefusal` or `SourceTrouble`. */
export type Graph = {
  /** What its own addresses begin with, where one is named in a body. */
  root: string;
  get(pathOrLink: string): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
};

type GraphOptions = {
  /** Origin, such as `https://graph.microsoft.com`. The token goes nowhere else. */
  url: string;
  /** Undefined sends none: a stand-in on this machine. */
  token: (() => Promise<string>) | undefined;
  /** Milliseconds for one request, each try by itself. */
  timeLimit?: number;
};

const version = 'v1.0';
const usualTimeLimit = 20_000;
const retries = 3;
/** Seconds. Asked to wait longer, the work is put off instead of held up. */
const longestPause = 30;

/** Microsoft's client with its own handler for retries (429, 503, 504, Retry-After), a time limit, and refusals as a closed set. */
export function createGraph({ url, token, timeLimit = usualTimeLimit }: GraphOptions): Graph {
  const middleware = chain([new RetryHandler(new RetryHandlerOptions(1, retries, worthWaiting)), signing(url, token), sending(timeLimit)]);
  const client = Client.initWithMiddleware({ baseUrl: url, defaultVersion: version, middleware });
  const within = `${url}/${version}/`;
  const request = (pathOrLink: string) => {
    if (!pathOrLink.startsWith('http')) return client.api(pathOrLink);
    // A link elsewhere is no link of Graph's: it would be given our token.
    if (!pathOrLink.startsWith(within)) throw new SourceTrouble('unclear');
    return client.api(pathOrLink.slice(within.length - 1));
  };
  return {
    root: `${url}/${version}`,
    get: (pathOrLink) => answered(() => request(pathOrLink).get()),
    post: (path, body) => answered(() => request(path).post(body)),
  };
}

function chain([first, ...rest]: [Middleware, ...Middleware[]]): Middleware {
  const [next, ...others] = rest;
  if (next !== undefined) first.setNext?.(chain([next, ...others]));
  return first;
}

/** Seconds of a Retry-After, which may be a date. */
function pauseOf(headers: Headers | undefined): number | undefined {
  const given = headers?.get('retry-after');
  if (given === null || given === undefined) return undefined;
  const seconds = Number.isNaN(Number(given)) ? (Date.parse(given) - Date.now()) / 1_000 : Number(given);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

const worthWaiting = (_delay: number, _attempt: number, _request: unknown, _options: unknown, response: Response) =>
  (pauseOf(response.headers) ?? 0) <= longestPause;

/** Microsoft's own handler signs requests to hosts it knows, over https only; ours signs those to the one configured. */
function signing(url: string, token: GraphOptions['token']): Middleware {
  let next: Middleware | undefined;
  return {
    setNext: (middleware) => {
      next = middleware;
    },
    execute: async (context) => {
      if (token !== undefined && new URL(String(context.request)).origin === new URL(url).origin) {
        const signed = await token().catch(() => {
          throw new SourceTrouble('sign-in');
        });
        context.options = { ...context.options, headers: { ...plainHeaders(context), authorization: `Bearer ${signed}` } };
      }
      await next?.execute(context);
    },
  };
}

function sending(timeLimit: number): Middleware {
  return {
    execute: async (context) => {
      const { options } = context;
      context.response = await fetch(context.request, { ...options, redirect: 'error', signal: AbortSignal.timeout(timeLimit) });
    },
  };
}

const plainHeaders = ({ options }: Context) => Object.fromEntries(new Headers(options?.headers as Record<string, string>));

async function answered(ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return await ask();
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): Error {
  if (error instanceof SourceTrouble) return error;
  if (!(error instanceof GraphError)) return new SourceTrouble('unclear');
  // The client wraps what its handlers threw, by name, and gives no status where nothing was answered.
  if (error.code === 'SourceTrouble') return new SourceTrouble('sign-in');
  if (error.code === 'SyntaxError') return new SourceTrouble('unclear');
  if (error.statusCode === undefined || error.statusCode < 400) return new SourceTrouble('down');
  return new GraphRefusal(error.statusCode, error.code ?? '', pauseOf(error.headers as Headers | undefined));
}

/** What a refusal means for the roll as a whole. */
export function troubleOf(error: unknown): SourceTrouble {
  if (error instanceof SourceTrouble) return error;
  if (!(error instanceof GraphRefusal)) throw error;
  const { status, after } = error;
  if (status === 401) return new SourceTrouble('sign-in');
  if (status === 403) return new SourceTrouble('consent');
  if (status === 429) return new SourceTrouble('throttled', after);
  if (status >= 500) return new SourceTrouble('down', after);
  return new SourceTrouble('unclear');
}
