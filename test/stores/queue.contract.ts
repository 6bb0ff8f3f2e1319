import assert from 'node:assert/strict';
import type { Queue, Received } from '#queue/queue.ts';
import { elm, oak } from './documents.ts';
import { queueRefusals } from './queue-refusals.contract.ts';

/** An empty queue. `pass` lets seconds go by where the clock is ours; where it is not, the suite asks until the answer comes. */
export type OpenQueue = () => Promise<{ queue: Queue; pass(seconds: number): void }>;

const wake = { school: oak, id: 'incident.a' };
const other = { school: elm, id: 'incident.b' };

/** What every queue does. Leases of one second are the shortest there are: only those are waited for. */
export function queueContract(open: OpenQueue): void {
  let queue: Queue;
  let pass: (seconds: number) => void;
  beforeEach(async () => {
    ({ queue, pass } = await open());
  });
  afterEach(() => queue.close());

  async function receiveOne(visibleFor = 60): Promise<Received> {
    const [received, ...more] = await queue.receive(1, visibleFor);
    assert.ok(received);
    assert.equal(more.length, 0);
    return received;
  }

  /** Asks again and again, for at most ten seconds. */
  async function eventually(visibleFor = 60): Promise<Received> {
    for (const until = Date.now() + 10_000; Date.now() < until; ) {
      const [received] = await queue.receive(1, visibleFor);
      if (received) return received;
    }
    throw new Error('Nothing came within ten seconds.');
  }

  const messages = async () => (await queue.receive(32, 60)).map(({ message }) => message);

  describe('a message', () => {
    it('comes as it was sent, the first time it is handed out', async () => {
      await queue.send(wake);
      const { message, attempts } = await receiveOne();
      assert.deepEqual(message, wake);
      assert.equal(attempts, 1);
    });

    it('may hold anything that text can hold', async () => {
      const strange = { school: `Llŷr "&<b>' 🙈`, id: 'a\u0001\n\u0000\\ ]]>' };
      await queue.send(strange);
      assert.deepEqual(await messages(), [strange]);
    });

    it('is hidden while somebody has it', async () => {
      await queue.send(wake);
      await receiveOne();
      assert.deepEqual(await messages(), []);
    });

    it('goes to one of two who ask at once', async () => {
      await queue.send(wake);
      const answers = await Promise.all([queue.receive(1, 60), queue.receive(1, 60)]);
      assert.equal(answers.flat().length, 1);
    });

    it('comes again when whoever had it never came back, and counts it', async () => {
      await queue.send(wake);
      await receiveOne(1);
      pass(1);
      const again = await eventually();
      assert.deepEqual(again.message, wake);
      assert.equal(again.attempts, 2);
    });

    it('that is sent for later does not come before', async () => {
      await queue.send(wake, { after: 3_600 });
      await queue.send(other, { after: 1 });
      pass(1);
      assert.deepEqual((await eventually()).message, other);
      assert.deepEqual(await messages(), []);
    });

    it('that is done is gone', async () => {
      await queue.send(wake);
      const received = await receiveOne();
      await queue.done(received);
      await queue.putBack(received, { after: 0 });
      assert.deepEqual(await messages(), []);
    });
  });

  describe('an empty queue', () => {
    it('answers at once, with nothing', async () => {
      assert.deepEqual(await queue.receive(32, 60), []);
      assert.equal(await queue.givenUp(), 0);
    });
  });

  describe('putting a message back', () => {
    it('for now, hands it out again and counts it', async () => {
      await queue.send(wake);
      await queue.putBack(await receiveOne(), { after: 0 });
      const again = await receiveOne();
      assert.deepEqual(again.message, wake);
      assert.equal(again.attempts, 2);
    });

    it('for later, hides it', async () => {
      await queue.send(wake);
      await queue.putBack(await receiveOne(1), { after: 3_600 });
      await queue.send(other, { after: 1 });
      pass(2);
      assert.deepEqual((await eventually()).message, other);
      assert.deepEqual(await messages(), []);
    });

    it('may change what it says', async () => {
      await queue.send(wake);
      await queue.putBack(await receiveOne(), { after: 0, message: other });
      assert.deepEqual(await messages(), [other]);
    });
  });

  describe('a lease that was lost to somebody else', () => {
    async function lost(): Promise<{ mine: Received; theirs: Received }> {
      await queue.send(wake);
      const mine = await receiveOne();
      await queue.putBack(mine, { after: 0 });
      return { mine, theirs: await receiveOne() };
    }

    it('cannot finish, put back, change or give up the message, and that is no error', async () => {
      const { mine, theirs } = await lost();
      await queue.done(mine);
      await queue.putBack(mine, { after: 0, message: other });
      await queue.giveUp(mine);
      assert.deepEqual(await messages(), []);
      assert.equal(await queue.givenUp(), 0);
      await queue.putBack(theirs, { after: 0 });
      assert.deepEqual(await messages(), [wake]);
    });

    it('is no error either when the message is done by now', async () => {
      const { mine, theirs } = await lost();
      await queue.done(theirs);
      await queue.done(mine);
      await queue.putBack(mine, { after: 0 });
      await queue.giveUp(mine);
      assert.deepEqual(await messages(), []);
      assert.equal(await queue.givenUp(), 0);
    });
  });

  describe('a message that is given up', () => {
    it('never comes again, and is counted', async () => {
      await queue.send(wake);
      await queue.send(other, { after: 3_600 });
      const received = await receiveOne(1);
      await queue.giveUp(received);
      await queue.putBack(received, { after: 0 });
      pass(1);
      await queue.send({ school: oak, id: 'incident.c' });
      assert.deepEqual(await messages(), [{ school: oak, id: 'incident.c' }]);
      assert.equal(await queue.givenUp(), 1);
    });
  });

  describe('many messages', () => {
    it('come 32 at most, each of them once', async () => {
      const sent = Array.from({ length: 40 }, (_, n) => `incident.m${n}`);
      for (const id of sent) await queue.send({ school: oak, id });
      const first = await queue.receive(32, 60);
      const rest = await queue.receive(32, 60);
      assert.equal(first.length, 32);
      assert.deepEqual([...first, ...rest].map(({ message }) => message.id).sort(), [...sent].sort());
      assert.equal(new Set([...first, ...rest].map(({ receipt }) => receipt)).size, 40);
    });

    it('come no more than were asked for', async () => {
      for (const id of ['incident.a', 'incident.b', 'incident.c']) await queue.send({ school: oak, id });
      assert.equal((await queue.receive(2, 60)).length, 2);
    });
  });

  queueRefusals(() => queue);
}
