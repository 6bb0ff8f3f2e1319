import { randomUUID } from 'node:crypto';
import { StoreMisuse } from '#stores/misuse.ts';
import type { Sqlite } from '#stores/sqlite.ts';
import { checkDelay, checkReceive } from './limits.ts';
import type { Queue, Received, Wake } from './queue.ts';

const insert = 'INSERT INTO message (school, id, visible_at) VALUES (?, ?, ?)';
// One statement, so one write lock: two processes never lease the same message.
const lease = `UPDATE message SET visible_at = ?, attempts = attempts + 1, lease = ? WHERE number IN
  (SELECT number FROM message WHERE given_up = 0 AND visible_at <= ? ORDER BY visible_at, number LIMIT ?)
  RETURNING number, school, id, attempts`;
const waiting = 'SELECT 1 FROM message WHERE given_up = 0 AND visible_at <= ? LIMIT 1';
const putBack = `UPDATE message SET visible_at = ?, school = ?, id = ?, lease = NULL WHERE number = ? AND lease = ?`;
const done = 'DELETE FROM message WHERE number = ? AND lease = ?';
const giveUp = 'UPDATE message SET given_up = 1, lease = NULL WHERE number = ? AND lease = ?';

/**
 * The queue, and `enqueue` for records, which sends within the transaction that is open. `clock` gives milliseconds. What the queue
 * does by itself does not wait for the disk: what a power cut undoes comes again, as any message may, or is found by the sweep.
 */
export function createSqliteQueue(sqlite: Sqlite, clock: () => number): { queue: Omit<Queue, 'close'>; enqueue: (message: Wake) => void } {
  const enqueue = ({ school, id }: Wake, after = 0) => {
    sqlite.prepare(insert).run(school, id, clock() + after * 1_000);
  };
  const queue: Omit<Queue, 'close'> = {
    async send(message, { after = 0 } = {}) {
      checkDelay(after);
      sqlite.lightly(() => enqueue(message, after));
    },
    async receive(max, visibleFor) {
      checkReceive(max, visibleFor);
      return sqlite.lightly(() => receive(sqlite, clock(), max, visibleFor));
    },
    async putBack({ message, receipt }, { after, message: other = message }) {
      checkDelay(after);
      sqlite.lightly(() => sqlite.prepare(putBack).run(clock() + after * 1_000, other.school, other.id, ...leaseOf(receipt)));
    },
    async done({ receipt }) {
      sqlite.lightly(() => sqlite.prepare(done).run(...leaseOf(receipt)));
    },
    async giveUp({ receipt }) {
      sqlite.prepare(giveUp).run(...leaseOf(receipt));
    },
    givenUp: async () => Number(sqlite.prepare('SELECT count(*) AS count FROM message WHERE given_up = 1').get()?.['count']),
  };
  return { queue, enqueue };
}

function receive(sqlite: Sqlite, now: number, max: number, visibleFor: number): Received[] {
  // An idle worker asks often; without this look every empty answer would take the write lock.
  if (sqlite.prepare(waiting).get(now) === undefined) return [];
  const mark = randomUUID();
  const rows = sqlite.prepare(lease).all(now + visibleFor * 1_000, mark, now, max);
  return rows.map((row) => ({
    message: { school: String(row['school']), id: String(row['id']) },
    attempts: Number(row['attempts']),
    receipt: `${Number(row['number'])}/${mark}`,
  }));
}

function leaseOf(receipt: string): [number: number, mark: string] {
  const [number, mark] = receipt.split('/');
  if (number === undefined || mark === undefined) throw new StoreMisuse('bad-receipt', 'This is not a receipt of this queue.');
  return [Number(number), mark];
}
