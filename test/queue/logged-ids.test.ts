import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Log } from '#bot/log.ts';
import { loggable } from '#bot/loggable.ts';
import type { Queue, Received } from '#queue/queue.ts';
import { startWorker } from '#queue/worker.ts';
import { auditId } from '#stores/audit-record.ts';
import { memberId } from '#stores/member-record.ts';
import { kinds } from '#stores/records.ts';
import { trainingId } from '#stores/training-record.ts';

const tenant = '6f1c0000-0000-4000-8000-000000000001';
const object = 'a3000000-0000-4000-8000-000000000007';
const bare = object.replaceAll('-', '');

/** For every kind there is, every way in which somebody may stand in a document's id. */
const keys = [`${tenant}_${object}`, `CMD1.${tenant}_${object}`, object, `training-help-CMD1-${object}`, `x-${bare}`];
const ids = kinds.flatMap((kind) => keys.map((key) => `${kind}.${key}`));

/** What the worker says of documents whose work fails for the last time. */
async function saidOf(failing: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  const say = (event: string, fields: object = {}) => void lines.push(JSON.stringify({ event, ...fields }));
  const log: Log = { info: say, warn: say, error: say };
  const waiting = failing.map((id): Received => ({ message: { school: 'larkfield', id }, attempts: 12, receipt: id }));
  const { promise: allGivenUp, resolve } = Promise.withResolvers<void>();
  let givenUp = 0;
  const queue = {
    receive: async (most: number) => waiting.splice(0, most),
    giveUp: async () => {
      givenUp += 1;
      if (givenUp === failing.length) resolve();
    },
  } as unknown as Queue;
  const broken = () => Promise.reject(new Error('It broke'));
  const worker = startWorker({ queue, handle: broken, log, idle: 1_000 });
  await allGivenUp;
  await worker.stop();
  return lines;
}

describe('a document that the log names', () => {
  it('is never named by a person’s id, whatever its kind', async () => {
    const lines = await saidOf(ids);
    assert.equal(lines.filter((line) => line.includes('worker.gave-up')).length, ids.length);
    assert.deepEqual(
      lines.filter((line) => line.includes(object) || line.includes(bare) || line.includes(tenant)),
      [],
    );
  });

  it('keeps its name where that names nobody', () => {
    const plain = ['incident.7K2M9QXD', 'roll.current', 'lease.pump', 'digest.2026-11-23.0002', 'campaign.auto-2026-11-23'];
    assert.deepEqual(plain.map(loggable), plain);
  });

  it('can be found again by whoever may read the record', () => {
    const id = trainingId(`${tenant}:${object}`);
    assert.equal(loggable(id), `training:${createHash('sha256').update(id).digest('hex').slice(0, 12)}`);
  });

  it('is told from others of the same person', () => {
    const person = `${tenant}:${object}`;
    const marks = [trainingId(person), memberId(person), auditId('2026-27', person)].map((id) => loggable(id).split(':')[1]);
    assert.equal(new Set(marks).size, 3);
  });

  it('is not quoted where it is no document’s', () => {
    assert.match(loggable(object), /^unknown:[0-9a-f]{12}$/);
  });
});
