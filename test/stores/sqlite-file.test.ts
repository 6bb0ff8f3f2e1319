import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { createSqliteStore, type SqliteStore } from '#stores/sqlite.ts';
import { incident, oak } from './documents.ts';

const writer = fileURLToPath(new URL(import.meta.resolve('#test/support/sqlite-writer.ts')));
const wake = { school: oak, id: 'incident.a' };

describe('one SQLite file for records and queue', function () {
  this.timeout(20_000);
  let folder: string;
  let file: string;
  let open: SqliteStore[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'records-'));
    file = join(folder, 'online-safety.sqlite');
    open = [];
  });
  afterEach(async () => {
    for (const store of open) await store.close();
    rmSync(folder, { recursive: true });
  });

  function opened(): SqliteStore {
    const store = createSqliteStore(file);
    open.push(store);
    return store;
  }

  function startWriter(name: string, count: number) {
    return spawn(process.execPath, [writer, file, name, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });
  }

  async function everything(store: SqliteStore): Promise<{ written: string[]; queued: string[] }> {
    const written: string[] = [];
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await store.records.list(oak, { kind: 'incident', order: 'oldest', limit: 1_000, ...(after && { after }) });
      written.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    const queued: string[] = [];
    for (let more = await store.queue.receive(32, 60); more.length > 0; more = await store.queue.receive(32, 60)) {
      queued.push(...more.map(({ message }) => message.id));
    }
    return { written: written.sort(), queued: queued.sort() };
  }

  describe('a write whose message cannot be queued', () => {
    const broken = { school: oak, id: null as unknown as string };

    it('is undone: the record is as it was', async () => {
      const { records, queue } = opened();
      await assert.rejects(records.create(incident('a'), { wake: broken }), { code: 'ERR_SQLITE_ERROR' });
      assert.equal(await records.read(oak, 'incident.a'), undefined);
      const etag = (await records.create(incident('a', { status: 'before' })))?.etag ?? '';
      await assert.rejects(records.replace(incident('a', { status: 'after' }), etag, { wake: broken }));
      assert.deepEqual(await records.read(oak, 'incident.a'), { ...incident('a', { status: 'before' }), etag });
      assert.deepEqual(await queue.receive(32, 60), []);
    });

    it('leaves the store able to write', async () => {
      const { records, queue } = opened();
      await assert.rejects(records.create(incident('a'), { wake: broken }));
      assert.equal((await records.create(incident('a'), { wake }))?.woken, true);
      assert.equal((await queue.receive(32, 60)).length, 1);
    });
  });

  describe('opened twice', () => {
    it('shows each what the other has written', async () => {
      const one = opened();
      const two = opened();
      await one.records.create(incident('a'), { wake });
      assert.ok(await two.records.read(oak, 'incident.a'));
      assert.equal((await two.queue.receive(1, 60)).length, 1);
      assert.equal((await one.queue.receive(1, 60)).length, 0);
    });

    it('lets only one of two writers win', async () => {
      const one = opened();
      const two = opened();
      const etag = (await one.records.create(incident('a')))?.etag ?? '';
      const answers = await Promise.all([one, two].map(({ records }) => records.replace(incident('a'), etag)));
      assert.equal(answers.filter((answer) => answer !== undefined).length, 1);
    });

    it('still holds everything after both are closed', async () => {
      const one = opened();
      await one.records.create(incident('a'), { wake });
      await one.queue.giveUp((await one.queue.receive(1, 60))[0] ?? assert.fail('nothing was queued'));
      await one.close();
      await one.close();
      const two = opened();
      assert.ok(await two.records.read(oak, 'incident.a'));
      assert.equal(await two.queue.givenUp(), 1);
    });
  });

  describe('written by three processes that open it new at the same moment', () => {
    it('holds every document and message of each', async () => {
      const writers = ['a', 'b', 'c'].map((name) => startWriter(name, 40));
      const lines = writers.map(async ({ stdout }) => Array.fromAsync(createInterface(stdout)));
      const codes = await Promise.all(writers.map((child) => once(child, 'exit').then(([code]) => code)));
      assert.deepEqual(codes, [0, 0, 0]);
      const safe = (await Promise.all(lines)).flat().sort();
      assert.equal(safe.length, 120);
      assert.deepEqual(await everything(opened()), { written: safe, queued: safe });
    });
  });

  describe('a process that is killed while it writes', () => {
    it('has lost nothing that it knew to be safe, and no record is without its message', async () => {
      const child = startWriter('a', 1_000_000);
      const safe: string[] = [];
      for await (const line of createInterface(child.stdout)) {
        safe.push(line);
        if (safe.length === 50) child.kill('SIGKILL');
      }
      const { written, queued } = await everything(opened());
      assert.deepEqual(queued, written);
      const found = new Set(written);
      assert.deepEqual(
        safe.filter((id) => !found.has(id)),
        [],
      );
      assert.ok(safe.length >= 50);
    });
  });

  describe('a store that cannot be used', () => {
    it('rejects every call once it is closed, and throws nothing', async () => {
      const { records, queue, close } = opened();
      await close();
      await assert.rejects(records.read(oak, 'incident.a'));
      await assert.rejects(records.create(incident('a'), { wake }));
      await assert.rejects(queue.send(wake));
      await assert.rejects(queue.receive(1, 60));
    });

    it('is not opened when a newer version made the file', () => {
      const db = new DatabaseSync(file);
      db.exec('PRAGMA user_version = 99');
      db.close();
      assert.throws(() => createSqliteStore(file), /newer version/);
    });

    it('is not opened where no file can be', () => {
      assert.throws(() => createSqliteStore(join(folder, 'missing', 'file.sqlite')), { code: 'ERR_SQLITE_ERROR' });
    });
  });
});
