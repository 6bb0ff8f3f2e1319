import type { DatabaseSync } from 'node:sqlite';
import type { Sqlite, Statements } from './sqlite.ts';

/** One write that waits for the end of this turn of the event loop. */
type Waiting = { work: () => unknown; resolve: (result: unknown) => void; reject: (error: unknown) => void };

type Group = Pick<Sqlite, 'together'> & {
  /** Does at once what waits. */
  flush(): void;
};

/** Writes that come together share one wait for the disk; in the order in which they came, each answering for itself. */
export function createGroup(db: DatabaseSync, sqlite: Statements, transaction: <Result>(work: () => Result) => Result): Group {
  let waiting: Waiting[] = [];
  const flush = () => {
    const group = waiting;
    waiting = [];
    try {
      const answers = group.length === 0 ? [] : transaction(() => group.map((one) => attempt(db, sqlite, one)));
      // Only now is any of it on the disk.
      for (const answer of answers) answer();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };
  return {
    together: <Result>(work: () => Result) => {
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ work, resolve: resolve as Waiting['resolve'], reject });
      return promise;
    },
    flush,
  };
}

/** What throws undoes itself alone; gives what to answer once the whole group is safe. */
function attempt(db: DatabaseSync, sqlite: Statements, { work, resolve, reject }: Waiting): () => void {
  sqlite.prepare('SAVEPOINT one').run();
  try {
    const result = work();
    sqlite.prepare('RELEASE one').run();
    return () => resolve(result);
  } catch (error) {
    // A full disk may have undone everything: then nobody's write is there.
    if (!db.isTransaction) throw error;
    sqlite.prepare('ROLLBACK TO one').run();
    sqlite.prepare('RELEASE one').run();
    return () => reject(error);
  }
}
