import type { IncomingMessage, ServerResponse } from 'node:http';

export type Events = { add(request: IncomingMessage, response: ServerResponse): void; changed(): void; close(): void };

/** Server-sent events: one `changed` for everything that became different in the same tick. */
export function createEvents(): Events {
  const listeners = new Set<ServerResponse>();
  let announced = false;
  let n = 0;
  const tell = () => {
    announced = false;
    n += 1;
    for (const response of listeners) response.write(`event: changed\ndata: ${n}\n\n`);
  };
  return {
    add(request, response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' });
      response.write(': hello\n\n');
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
    },
    changed() {
      if (announced) return;
      announced = true;
      setImmediate(tell);
    },
    close() {
      for (const response of listeners) response.end();
    },
  };
}
