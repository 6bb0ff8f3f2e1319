import { randomUUID } from 'node:crypto';
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Wake } from '#queue/queue.ts';
import { type Cursor, pageOf, startOf } from './cursor.ts';
import { checkDoc, checkKey, checkSchool } from './document-id.ts';
import { checkWhole } from './misuse.ts';
import type { CountQuery, Doc, Index, Kind, ListQuery, Records, Stored, Writing, Written } from './records.ts';
import type { Sqlite } from './sqlite.ts';

type Parameters = Record<string, SQLInputValue>;
type Row = Record<string, SQLOutputValue>;

const columns = 'school, id, kind, status, person, about, at, due_at, walled, etag, body';
const insert = `INSERT INTO record (${columns})
  VALUES (:school, :id, :kind, :status, :person, :about, :at, :due_at, :walled, :etag, :body) ON CONFLICT (school, id) DO NOTHING`;
const update = `UPDATE record SET status = :status, person = :person, about = :about, at = :at, due_at = :due_at, walled = :walled,
  etag = :etag, body = :body WHERE school = :school AND id = :id AND kind = :kind AND etag = :read`;

/** `enqueue` puts a message into the queue of the same file, in the transaction that is open. Writes of one turn share it. */
export function createSqliteRecords(sqlite: Sqlite, enqueue: (wake: Wake) => void): Omit<Records, 'close'> {
  async function write(sql: string, parameters: Parameters, { wake, lightly = false }: Writing): Promise<Written | undefined> {
    const run = () => {
      const changed = sqlite.prepare(sql).run(parameters).changes === 1;
      if (changed && wake !== undefined) enqueue(wake);
      return changed;
    };
    // A light write is a single statement, so a transaction of its own, and waits for nobody.
    const written = lightly && wake === undefined ? sqlite.lightly(run) : await sqlite.together(run);
    return written ? { etag: String(parameters['etag']), woken: true } : undefined;
  }

  return {
    async read<Body>(school: string, id: string) {
      checkKey(school, id);
      const row = sqlite.prepare(`SELECT ${columns} FROM record WHERE school = ? AND id = ?`).get(school, id);
      return row && stored<Body>(row);
    },
    create: async (doc, options = {}) => write(insert, rowOf(doc), options),
    replace: async (doc, etag, options = {}) => write(update, { ...rowOf(doc), read: etag }, options),
    async remove(school, id) {
      checkKey(school, id);
      await sqlite.together(() => sqlite.prepare('DELETE FROM record WHERE school = ? AND id = ?').run(school, id));
    },
    async list<Body>(school: string, query: ListQuery) {
      checkSchool(school);
      const [sql, parameters] = listing(school, query, startOf(query));
      return pageOf(
        sqlite
          .prepare(sql)
          .all(parameters)
          .map(stored<Body>),
        query.limit,
      );
    },
    async count(school, query) {
      checkSchool(school);
      const { where, parameters } = matching(school, query);
      return Number(sqlite.prepare(`SELECT count(*) AS count FROM record WHERE ${where.join(' AND ')}`).get(parameters)?.['count']);
    },
    async due(now, limit) {
      checkWhole(limit, 1, 1_000, 'bad-limit');
      const sql = 'SELECT school, id FROM record WHERE due_at <= ? ORDER BY due_at, school, id LIMIT ?';
      return sqlite
        .prepare(sql)
        .all(now, limit)
        .map((row) => ({ school: String(row['school']), id: String(row['id']) }));
    },
  };
}

// The text depends only on which questions are asked, never on their values, so that each shape is prepared once.
function listing(school: string, query: ListQuery, start: Cursor | undefined): [string, Parameters] {
  const { where, parameters, ask } = matching(school, query);
  ask('at >= :from', { from: query.from });
  ask(`at <> '' AND at < :to`, { to: query.to });
  ask('NOT EXISTS (SELECT 1 FROM json_each(walled) WHERE value = :walled)', { walled: query.notWalled });
  const newest = query.order === 'newest';
  ask(`(at, id) ${newest ? '<' : '>'} (:startAt, :startId)`, { startAt: start?.at, startId: start?.id });
  const order = newest ? 'at DESC, id DESC' : 'at, id';
  return [
    `SELECT ${columns} FROM record WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT :limit`,
    { ...parameters, limit: query.limit + 1 },
  ];
}

/** What lists and counts share: the conditions so far, and `ask` for more of them. */
function matching(school: string, { kind, equals: { status, person, about } = {} }: CountQuery) {
  const parameters: Parameters = { school, kind };
  const where = ['school = :school', 'kind = :kind'];
  const ask = (condition: string, values: Record<string, string | undefined>) => {
    if (Object.values(values).includes(undefined)) return;
    where.push(condition);
    Object.assign(parameters, values);
  };
  ask('status = :status', { status });
  ask('person = :person', { person });
  ask('about = :about', { about });
  return { where, parameters, ask };
}

function rowOf(doc: Doc): Parameters {
  checkDoc(doc);
  const { status = null, person = null, about = null, at = '', dueAt = null, walled } = doc.index;
  return {
    school: doc.school,
    id: doc.id,
    kind: doc.kind,
    status,
    person,
    about,
    at,
    due_at: dueAt,
    walled: walled === undefined ? null : JSON.stringify(walled),
    // Random rather than counted: a document that is removed and made again must not match an etag read before.
    etag: randomUUID(),
    body: JSON.stringify(doc.body),
  };
}

function stored<Body>(row: Row): Stored<Body> {
  return {
    school: String(row['school']),
    kind: String(row['kind']) as Kind,
    id: String(row['id']),
    index: indexOf(row),
    body: JSON.parse(String(row['body'])),
    etag: String(row['etag']),
  };
}

function indexOf(row: Row): Index {
  const index: Index = {};
  if (row['status'] !== null) index.status = String(row['status']);
  if (row['person'] !== null) index.person = String(row['person']);
  if (row['about'] !== null) index.about = String(row['about']);
  if (row['at'] !== '') index.at = String(row['at']);
  if (row['due_at'] !== null) index.dueAt = String(row['due_at']);
  if (row['walled'] !== null) index.walled = JSON.parse(String(row['walled']));
  return index;
}
