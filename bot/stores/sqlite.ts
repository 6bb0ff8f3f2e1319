import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { createSqliteQueue } from '#queue/queue.sqlite.ts';
import type { Queue } from '#queue/queue.ts';
import { createSqliteRecords } from './records.sqlite.ts';
import type { Records } from './records.ts';
import { createGroup } from './sqlite-group.ts';
import { schema, schemaVersion } from './sqlite-schema.ts';

/** The one open file, shared by records and queue so that one transaction can hold both. */
export type Sqlite = {
  /** Prepares each text once. */
  prepare(sql: string): StatementSync;
  /**
   * All of `work` or none of it, in one transaction with whatever else is asked for in this turn of the event loop. Resolves once
   * it is on the disk. `work` must not wait for anything; it may be undone and never run again.
   */
  together<Result>(work: () => Result): Promise<Result>;
  /** One statement that a power cut may undo without harm: it does not wait for the disk. */
  lightly<Result>(statement: () => Result): Result;
  /** Writes first what waits to be written. */
  close(): void;
};

export type Statements = Pick<Sqlite, 'prepare'>;

export type SqliteStore = { records: Records; queue: Queue; close(): Promise<void> };

/**
 * Opens (and on first use makes) the file that holds records and queue; `:memory:` works too. Several processes may share a file.
 * `clock` gives the queue its milliseconds. Throws when the file cannot be opened or was made by a newer version.
 */
export function createSqliteStore(file: string, { clock = Date.now }: { clock?: () => number } = {}): SqliteStore {
  const sqlite = openSqlite(file);
  const { queue, enqueue } = createSqliteQueue(sqlite, clock);
  const records = createSqliteRecords(sqlite, enqueue);
  const close = async () => sqlite.close();
  return { records: { ...records, close }, queue: { ...queue, close }, close };
}

/** Milliseconds to wait for another process's write: less than the 2 s that a turn gives the store. */
const busyFor = 1_500;

function openSqlite(file: string): Sqlite {
  const db = new DatabaseSync(file, { timeout: busyFor });
  // FULL: in WAL mode anything less may lose, at a power cut, a report that somebody was told is saved.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string) => statements.get(sql) ?? keep(statements, sql, db.prepare(sql));
  const { together, flush } = createGroup(db, { prepare }, (work) => inTransaction(db, { prepare }, work));
  makeSchema(db, { prepare });
  return {
    prepare,
    together,
    lightly: (statement) => withoutWaiting(db, { prepare }, statement),
    close: () => {
      flush();
      statements.clear();
      if (db.isOpen) db.close();
    },
  };
}

function keep(statements: Map<string, StatementSync>, sql: string, statement: StatementSync): StatementSync {
  statements.set(sql, statement);
  return statement;
}

// IMMEDIATE: a transaction that begins as a reader and then writes can be refused as busy without any waiting.
function inTransaction<Result>(db: DatabaseSync, sqlite: Statements, work: () => Result): Result {
  sqlite.prepare('BEGIN IMMEDIATE').run();
  try {
    const result = work();
    sqlite.prepare('COMMIT').run();
    return result;
  } catch (error) {
    // A full disk or a failed COMMIT may have rolled back already; a second ROLLBACK would hide the first error.
    if (db.isTransaction) sqlite.prepare('ROLLBACK').run();
    throw error;
  }
}

function withoutWaiting<Result>(db: DatabaseSync, sqlite: Statements, statement: () => Result): Result {
  // Inside a transaction the setting cannot be changed, and the whole of it is waited for anyway.
  if (db.isTransaction) return statement();
  sqlite.prepare('PRAGMA synchronous = NORMAL').run();
  try {
    return statement();
  } finally {
    sqlite.prepare('PRAGMA synchronous = FULL').run();
  }
}

function makeSchema(db: DatabaseSync, sqlite: Statements): void {
  inTransaction(db, sqlite, () => {
    const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
    if (found > schemaVersion) throw new Error('The database file was made by a newer version of this service.');
    if (found < schemaVersion) db.exec(schema);
  });
}
