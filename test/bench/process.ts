import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A program of this folder in a process of its own that answers one question at a time. */
export type Running<Ready> = {
  ready: Ready;
  ask<Answer>(question: object | string): Promise<Answer>;
  /** As `kill -9` does. */
  kill(): Promise<void>;
  /** Lets it end what it started itself. */
  end(): Promise<void>;
};

/** Starts `test/bench/<name>.ts` with its orders; it says that it is ready with its first message. */
export async function run<Ready>(name: string, orders: object): Promise<Running<Ready>> {
  const child = fork(join(import.meta.dirname, `${name}.ts`), [JSON.stringify(orders)], {
    env: { PATH: process.env['PATH'] },
    // As `npm start` does.
    execArgv: ['--expose-gc', '--max-semi-space-size=8'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    ready: await answerOf<Ready>(child),
    ask: async (question) => {
      child.send(question);
      return await answerOf(child);
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const ended = new AbortController();
  try {
    const gone = once(child, 'exit', { signal: ended.signal }).then(() => Promise.reject(new Error('A measured program ended by itself')));
    gone.catch(() => undefined);
    return ((await Promise.race([once(child, 'message', { signal: ended.signal }), gone])) as [Answer])[0];
  } finally {
    ended.abort();
  }
}
