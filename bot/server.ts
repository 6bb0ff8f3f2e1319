import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Request, Response, Server as RestifyServer } from 'restify';
import restify from 'restify';
import type { Log } from '#bot/log.ts';
import { errorKind } from '#bot/log.ts';
import type { HttpAnswer } from '#teams/rim.ts';

type Health = {
  /** Rejects, or says false, when the store does not answer. */
  storeAnswers(): Promise<boolean>;
  /** How many messages were set aside and await a person. */
  givenUp(): Promise<number>;
};

type ServerDeps = { receive: (authorization: string, body: unknown) => Promise<HttpAnswer>; health: Health; log: Log };

/** `close` stops taking requests, lets those in progress finish, and after `grace` milliseconds cuts off what is left. */
export type Server = { listen(port: number, host: string): Promise<number>; close(grace?: number): Promise<void> };

const longestBody = 256 * 1024;

/** What a caller is told of a refusal by restify itself: never its own text, which quotes the request. */
const sentences: Record<number, string> = {
  400: 'The body is not readable JSON.',
  404: 'There is nothing here.',
  405: 'This address takes another method.',
  413: 'The body is too big.',
  415: 'Send the body as plain JSON, not compressed.',
};

export function createServer(deps: ServerDeps): Server {
  const server = restify.createServer({ name: 'online-safety', ignoreTrailingSlash: true });
  server.pre(refuseCompressed);
  server.on('restifyError', (_req: Request, res: Response, error: { statusCode?: number }, done: () => void) => {
    const status = error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500;
    answer(res, { status, ...(sentences[status] === undefined ? {} : { body: sentences[status] }) });
    if (status === 500) deps.log.error('turn.broke', { reason: 'server', error: errorKind(error) });
    done();
  });
  server.post(
    '/api/messages',
    ...restify.plugins.bodyParser({ maxBodySize: longestBody, mapParams: false }),
    async (req: Request, res: Response) => receive(deps, req, res),
  );
  server.get('/healthz', async (_req: Request, res: Response) => answer(res, { status: 200, body: 'live' }));
  server.get('/readyz', async (_req: Request, res: Response) => answer(res, await readiness(deps.health)));
  return { listen: (port, host) => listen(server, port, host), close: (grace = 10_000) => close(server.server as HttpServer, grace) };
}

async function receive({ receive, log }: ServerDeps, req: Request, res: Response): Promise<void> {
  try {
    answer(res, await receive(req.headers.authorization ?? '', req.body));
  } catch (error) {
    log.error('turn.broke', { reason: 'server', error: errorKind(error) });
    answer(res, { status: 500 });
  }
}

/** Red while the store is silent, or while messages that were given up wait for somebody to look. */
async function readiness(health: Health): Promise<HttpAnswer> {
  const [store, givenUp] = await Promise.all([health.storeAnswers().catch(() => false), health.givenUp().catch(() => undefined)]);
  const green = store && givenUp === 0;
  return { status: green ? 200 : 503, body: { status: green ? 'green' : 'red', store, givenUp: givenUp ?? 'unknown' } };
}

// restify unpacks gzip without a limit, and a broken one would end the process. Teams never compresses.
function refuseCompressed(req: Request, res: Response, next: (stop?: false) => void): void {
  if (req.headers['content-encoding'] === undefined) return next();
  answer(res, { status: 415, body: sentences[415] });
  next(false);
}

function answer(res: Response, { status, body }: HttpAnswer): void {
  if (body === undefined) return void res.sendRaw(status, '', { 'cache-control': 'no-store' });
  const [type, text] = typeof body === 'string' ? ['text/plain', body] : ['application/json', JSON.stringify(body)];
  res.sendRaw(status, text, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
}

function listen(server: RestifyServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: HttpServer, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), grace);
    // A connection whose turn ends now would be kept open for the next, and closing would wait for it.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });
}
