import type { Config } from '#bot/config.ts';
import { fileAddressAllowed } from '#bot/file-hosts.ts';
import { errorKind, type Log } from '#bot/log.ts';
import { mostBytes } from '#domain/training/sheet.ts';
import type { Fetched, Files, Uploaded } from '#queue/files.ts';
import { isUnanswered } from './unanswered.ts';

type FilesOptions = {
  config: Pick<Config, 'profile' | 'fileHosts'>;
  log: Log;
  /** Milliseconds for one file, there or back. */
  timeLimit?: number;
};

const mostRedirects = 3;

/** Plain calls to the addresses that Teams gives: they carry their own key, so our token is never sent with them. */
export function createFiles({ config, log, timeLimit = 30_000 }: FilesOptions): Files {
  const allowed = (address: string) => fileAddressAllowed(config, address);
  // Tried again as often as any other, so that whoever waits for the file is told in the end.
  const unanswered = <Ended extends Fetched | Uploaded>(error: unknown, ended: Ended): Ended => {
    if (!isUnanswered(error)) log.error('teams.broke', { reason: 'file', error: errorKind(error) });
    return ended;
  };
  return {
    fetch: (url) =>
      fetched(url, allowed, AbortSignal.timeout(timeLimit)).catch((error: unknown) => unanswered(error, { kind: 'no-answer' })),
    store: (url, bytes) =>
      stored(url, bytes, allowed, AbortSignal.timeout(timeLimit)).catch((error: unknown) => unanswered(error, 'later')),
  };
}

type Allowed = (address: string) => boolean;

async function fetched(address: string, allowed: Allowed, signal: AbortSignal): Promise<Fetched> {
  let url = address;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    if (!allowed(url)) return { kind: 'refused' };
    const response = await fetch(url, { signal, redirect: 'manual' });
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (next === null) return await read(response);
    await response.body?.cancel();
    url = new URL(next, url).href;
  }
  return { kind: 'refused' };
}

async function read(response: Response): Promise<Fetched> {
  const { status, body } = response;
  if (status !== 200 || body === null) {
    await body?.cancel();
    return { kind: status >= 500 || status === 429 || status === 408 ? 'no-answer' : 'gone' };
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as ReadableStream<Uint8Array>) {
    size += chunk.length;
    // Leaving the loop ends the download: whatever it says of its own length, no more than this is held.
    if (size > mostBytes) return { kind: 'too-big' };
    chunks.push(chunk);
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks) };
}

async function stored(url: string, bytes: Uint8Array, allowed: Allowed, signal: AbortSignal): Promise<Uploaded> {
  if (!allowed(url)) return 'refused';
  const response = await fetch(url, {
    method: 'PUT',
    signal,
    redirect: 'error',
    headers: { 'content-type': 'application/octet-stream', 'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}` },
    body: bytes as Uint8Array<ArrayBuffer>,
  });
  await response.body?.cancel();
  if (response.ok) return 'stored';
  return response.status >= 500 || response.status === 429 || response.status === 408 ? 'later' : 'gone';
}
