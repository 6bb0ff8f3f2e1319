import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { groupDelta } from './stand-in-delta.ts';

export type Account = {
  displayName: string;
  mail?: string;
  jobTitle?: string;
  employeeHireDate?: string;
  accountEnabled?: boolean;
  manager?: string;
};

/** What it does instead of answering: `paths` picks the requests, so many `times` (once unless told). */
export type Fault = {
  paths?: RegExp;
  times?: number;
  answer: { status: number; code?: string; after?: string } | 'hang' | 'nonsense' | 'cut';
};

/** Microsoft Graph for the few requests that are made of it, over HTTP on this machine: it pages, forgets, throttles and fails as Graph does. */
export type GraphStandIn = Awaited<ReturnType<typeof startGraph>>;

export type GraphState = {
  accounts: Map<string, Account>;
  /** Every change of a group, oldest first; a delta link knows how many of them it has seen. */
  journal: { group: string; id: string; removed: boolean; type: string }[];
  groups: Set<string>;
  pageSize: number;
  /** Links from before this many changes are answered 410. */
  forgotten: number;
  url: string;
};

/** With a `token` every request must carry it. */
export async function startGraph({ token }: { token?: string } = {}) {
  const state: GraphState = { accounts: new Map(), journal: [], groups: new Set(), pageSize: 3, forgotten: 0, url: '' };
  const requests: string[] = [];
  const installed = new Set<string>();
  const faults: Fault[] = [];
  const hanging = new Set<ServerResponse>();

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url ?? '').replaceAll('+', ' ');
    requests.push(`${request.method} ${path}`);
    const fault = faults.find(({ paths = /./, times = 1 }) => times > 0 && paths.test(path));
    if (fault !== undefined) {
      fault.times = (fault.times ?? 1) - 1;
      if (fault.answer === 'hang') return void hanging.add(response);
      if (fault.answer === 'cut') return void response.destroy();
      if (fault.answer === 'nonsense') return send(response, 200, { value: 'what?' });
      const { status, code = 'unknownError', after } = fault.answer;
      return refuse(response, status, code, after);
    }
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`)
      return refuse(response, 401, 'InvalidAuthenticationToken');
    await answer(request, response, path.replace('/v1.0', ''));
  });

  async function answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (path.startsWith('/groups/delta?')) {
      const page = groupDelta(state, path);
      return page === undefined ? refuse(response, 410, 'resyncRequired') : send(response, 200, page);
    }
    if (path.startsWith('/users?')) return users(response, path);
    const [, person] = /^\/users\/([^/]+)\/teamwork\/installedApps$/.exec(path) ?? [];
    if (person !== undefined) return install(response, person, await bodyOf(request));
    refuse(response, 404, 'Request_ResourceNotFound');
  }

  function users(response: ServerResponse, path: string): void {
    const ids = [...(/\$filter=id in \(([^)]*)\)/.exec(path)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, id]) => id ?? '');
    if (ids.length > 15) return refuse(response, 400, 'Request_UnsupportedQuery');
    const withManager = path.includes('$expand=manager');
    const value = ids.flatMap((id) => {
      const { manager, ...account } = state.accounts.get(id) ?? {};
      return state.accounts.has(id)
        ? [{ id, mail: null, ...account, ...(withManager && manager ? { manager: { id: manager } } : {}) }]
        : [];
    });
    send(response, 200, { value });
  }

  function install(response: ServerResponse, person: string, body: Record<string, unknown>): void {
    if (!/\/appCatalogs\/teamsApps\/[0-9a-f-]{36}$/.test(String(body['teamsApp@odata.bind']))) return refuse(response, 400, 'BadRequest');
    if (!state.accounts.has(person)) return refuse(response, 404, 'NotFound');
    if (installed.has(person)) return refuse(response, 409, 'Conflict');
    installed.add(person);
    response.writeHead(201);
    response.end();
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    state,
    url: state.url,
    requests,
    installed,
    fail: (fault: Fault) => void faults.push(fault),
    mend: () => void faults.splice(0),
    /** Puts people into a group, with an account each. */
    join: (group: string, people: Record<string, Account>) => {
      state.groups.add(group);
      for (const [id, account] of Object.entries(people)) {
        state.accounts.set(id, account);
        state.journal.push({ group, id, removed: false, type: '#microsoft.graph.user' });
      }
    },
    leave: (group: string, id: string) => void state.journal.push({ group, id, removed: true, type: '#microsoft.graph.user' }),
    close: async () => {
      for (const response of hanging) response.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  // In two steps: restify, once loaded, leaves `writeHead` without an answer.
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, code: string, after?: string): void {
  const headers = { 'content-type': 'application/json', ...(after === undefined ? {} : { 'retry-after': after }) };
  const error = { code, message: 'Mrs Secret may not be shown.', innerError: { 'request-id': '1', date: '2026-11-23T10:00:00' } };
  response.writeHead(status, headers);
  response.end(JSON.stringify({ error }));
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text === '' ? '{}' : text);
}
