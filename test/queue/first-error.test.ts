import assert from 'node:assert/strict';
import { createLog } from '#bot/log.ts';
import { createCampaignWork } from '#queue/campaign-work.ts';
import type { Delivering } from '#queue/deliver.ts';
import type { Records } from '#stores/records.ts';
import { personOf, pumpHarness, school } from './pump-harness.ts';

describe('work on a reminder that breaks more than once', () => {
  it('ends with why the first person could not be noted, whoever could not be noted after them', async () => {
    const { store, pump, begin } = pumpHarness();
    await begin([personOf(0), personOf(1), personOf(2)]);
    const failed: string[] = [];
    const create: Records['create'] = (doc, options) => {
      if (doc.kind !== 'recipient') return store.records.create(doc, options);
      failed.push(doc.id);
      return Promise.reject(new Error(doc.id));
    };
    const broke = pump({ ...store.records, create }).work(school);
    await assert.rejects(broke, ({ cause }: Error) => cause instanceof Error && cause.message === 'recipient.C1.t_p0');
    assert.ok(new Set(failed).size > 1, 'others were in hand');
  });

  it('ends with why its card could not be drawn, not with why sending could not be woken after it', async () => {
    const { store } = pumpHarness();
    const errors = [new Error('drawing'), new Error('waking')];
    const records = { ...store.records, read: () => Promise.reject(errors.shift()) };
    const given = { records, queue: store.queue, machineNow: () => 0, log: createLog('silent') };
    const work = createCampaignWork(given as unknown as Parameters<typeof createCampaignWork>[0]);
    await assert.rejects(work.look({ world: async () => ({}) } as Delivering, { school, id: 'campaign.C1' }), /drawing/);
    assert.deepEqual(errors, []);
  });
});
