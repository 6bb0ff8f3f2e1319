import { toast } from './toasts.js';

async function call(method, path, body) {
  const options = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(path, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

export const get = (path) => call('GET', path);

/** Does something; what goes wrong is shown, and then there is no answer. */
export async function post(path, body) {
  try {
    return await call('POST', path, body);
  } catch (error) {
    toast({ kind: 'error', text: error.message || 'Local Teams does not answer.' });
    return undefined;
  }
}

/** Calls back at once and whenever anything has changed, never twice at the same time. */
export function follow(refresh) {
  let running = false;
  let again = false;
  const run = async () => {
    again = running;
    if (running) return;
    running = true;
    await refresh().catch(() => undefined);
    running = false;
    if (again) run();
  };
  const events = new EventSource('/local/events');
  events.addEventListener('changed', run);
  // Whatever was missed while the connection was away.
  events.addEventListener('open', run);
  return run;
}
