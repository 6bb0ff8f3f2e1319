import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createSqliteStore, type SqliteStore } from '#stores/sqlite.ts';
import { incident, oak } from './documents.ts';

const names = Array.from({ length: 30 }, (_, n) => `n${n}`);
const wakeOf = (name: string) => ({ school: oak, id: `incident.${name}` });
const unqueueable = { school: oak, id: null as unknown as string };

describe('writes to one SQLite file that come together', () => {
  let folder: string;
  let file: string;
  let store: SqliteStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'records-'));
    file = join(folder, 'online-safety.sqlite');
    store = createSqliteStore(file);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const create = (name: string) => store.records.create(incident(name), { wake: wakeOf(name) });

  /** Of those who are answered now, what somebody else finds in the file. */
  function inTheFile(): string[] {
    const other = new DatabaseSync(file, { readOnly: true });
    const ids = other.prepare('SELECT id FROM record ORDER BY rowid').all();
    other.close();
    return ids.map(({ id }) => String(id));
  }

  it('are one transaction, and none is answered before all are in the file', async () => {
    const found = await Promise.all(names.map(async (name) => (await create(name)) && inTheFile().length));
    assert.deepEqual(
      found,
      names.map(() => names.length),
    );
  });

  it('are written in the order in which they came', async () => {
    await Promise.all(names.map(create));
    assert.deepEqual(
      inTheFile(),
      names.map((name) => `incident.${name}`),
    );
  });

  it('fail one by one: what cannot be queued is undone, and the others are safe with their messages', async () => {
    const writes = names.map((name, n) => (n === 7 ? store.records.create(incident(name), { wake: unqueueable }) : create(name)));
    const answers = await Promise.allSettled(writes);
    assert.deepEqual(
      names.filter((_, n) => answers[n]?.status === 'rejected'),
      ['n7'],
    );
    const safe = names.filter((name) => name !== 'n7').map((name) => `incident.${name}`);
    assert.deepEqual(inTheFile(), safe);
    assert.deepEqual(
      (await store.queue.receive(32, 60)).map(({ message }) => message.id),
      safe,
    );
  });

  it('all fail when the file cannot be written, and none is there later', async () => {
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const answers = await Promise.allSettled(names.map(create));
    other.exec('ROLLBACK');
    other.close();
    assert.ok(answers.every(({ status }) => status === 'rejected'));
    assert.deepEqual(inTheFile(), []);
    assert.ok(await create('later'));
  });

  it('all fail when the end of the transaction does', async () => {
    const other = new DatabaseSync(file);
    // Why: a foreign key that is looked at only by the COMMIT.
    other.exec(`CREATE TABLE parent (id TEXT PRIMARY KEY);
      CREATE TABLE child (id TEXT REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED);
      CREATE TRIGGER orphan AFTER INSERT ON record WHEN NEW.id = 'incident.n7' BEGIN INSERT INTO child VALUES (NEW.id); END;`);
    other.close();
    const answers = await Promise.allSettled(names.map(create));
    assert.ok(answers.every(({ status }) => status === 'rejected'));
    assert.deepEqual(inTheFile(), []);
    assert.ok(await create('later'));
  });

  it('are written when the store is closed in the same moment', async () => {
    const writes = Promise.all(names.map(create));
    await store.close();
    assert.ok((await writes).every((written) => written?.woken));
    assert.equal(inTheFile().length, names.length);
  });
});
