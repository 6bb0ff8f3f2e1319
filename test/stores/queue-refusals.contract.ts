import assert from 'node:assert/strict';
import type { Queue } from '#queue/queue.ts';
import { oak } from './documents.ts';

const wake = { school: oak, id: 'incident.a' };

/** What no queue does. `current` gives the queue of the running test, empty at its beginning. */
export function queueRefusals(current: () => Queue): void {
  describe('numbers that no queue takes', () => {
    it('are refused', async () => {
      const queue = current();
      await queue.send(wake);
      for (const max of [0, 33, 1.5, Number.NaN]) await assert.rejects(queue.receive(max, 60), { code: 'bad-limit' });
      for (const visibleFor of [0, 3_601, 1.5]) await assert.rejects(queue.receive(1, visibleFor), { code: 'bad-delay' });
      const [received] = await queue.receive(1, 60);
      assert.ok(received);
      for (const after of [-1, 3_601, 1.5, Number.NaN]) {
        await assert.rejects(queue.send(wake, { after }), { code: 'bad-delay' });
        await assert.rejects(queue.putBack(received, { after }), { code: 'bad-delay' });
      }
    });

    it('and receipts that no queue gave', async () => {
      const queue = current();
      const strange = { message: wake, attempts: 1, receipt: 'nonsense' };
      await assert.rejects(queue.done(strange), { name: 'StoreMisuse', code: 'bad-receipt' });
      await assert.rejects(queue.putBack(strange, { after: 0 }), { code: 'bad-receipt' });
      await assert.rejects(queue.giveUp(strange), { code: 'bad-receipt' });
    });
  });
}
