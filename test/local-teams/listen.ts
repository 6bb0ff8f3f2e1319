export type Listening = {
  /** Counts what has changed. Connects first, so that nothing after it is missed. */
  version(): Promise<number>;
  /** True once something changed after `version`; false when the deadline passes first. */
  after(version: number, deadline: AbortSignal): Promise<boolean>;
  close(): void;
};

/** Follows the events of Local Teams. */
export function listen(url: URL): Listening {
  const stop = new AbortController();
  const waiting = new Set<() => void>();
  let version = 0;
  let connected: Promise<void> | undefined;

  async function follow(body: ReadableStream<Uint8Array>): Promise<void> {
    const text = new TextDecoder();
    for await (const chunk of body) {
      if (!text.decode(chunk, { stream: true }).includes('event: changed')) continue;
      version += 1;
      for (const wake of [...waiting]) wake();
    }
  }

  async function connect(): Promise<void> {
    const response = await fetch(url, { signal: stop.signal });
    if (response.body === null) throw new Error('Local Teams sends no events');
    // Ends with an abort when the client is closed, or when Local Teams goes first.
    follow(response.body).catch(() => undefined);
  }

  return {
    async version() {
      connected ??= connect();
      await connected;
      return version;
    },
    async after(seen, deadline) {
      if (version > seen) return true;
      if (deadline.aborted) return false;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const wake = () => resolve(true);
      const end = () => resolve(false);
      waiting.add(wake);
      deadline.addEventListener('abort', end);
      try {
        return await promise;
      } finally {
        waiting.delete(wake);
        deadline.removeEventListener('abort', end);
      }
    },
    close: () => stop.abort(),
  };
}
