import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server in a process of its own, with a folder of its own for its database. */
export type Child = {
  url: string;
  sqliteFile: string;
  /** Bytes that the process holds after its rubbish was collected. */
  memory(): Promise<Memory>;
  stop(): Promise<void>;
};
export type Memory = { heap: number; resident: number };

export type ServerFile = 'bare-bot' | 'whole-bot';

/** `settings` become the environment of `test/bench/<file>.ts`, which says its address once it takes requests. */
export async function startChild(file: ServerFile, settings: Record<string, string>): Promise<Child> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const sqliteFile = join(folder, 'bench.sqlite');
  const child = fork(join(import.meta.dirname, `${file}.ts`), {
    env: { PATH: process.env['PATH'], SQLITE_FILE: sqliteFile, ...settings },
    // As `npm start` does, and for both alike. With Node's own settings the rubbish of a burst of reports is left lying.
    execArgv: ['--expose-gc', '--max-semi-space-size=8', '--max-old-space-size=512'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit').then(() => Promise.reject(new Error('A measured server ended by itself')));
  // Ended by us, it is nobody's error.
  gone.catch(() => {});
  const nextMessage = async () => (await Promise.race([once(child, 'message'), gone]))[0];
  const { url } = (await nextMessage()) as { url: string };
  return {
    url: `${url}/api/messages`,
    sqliteFile,
    memory: async () => {
      child.send('memory');
      return (await nextMessage()) as Memory;
    },
    stop: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
