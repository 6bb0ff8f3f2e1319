import assert from 'node:assert/strict';
import type { SendResult } from '#queue/sender.ts';
import { listRecipients } from '#stores/recipient-record.ts';
import type { Records } from '#stores/records.ts';
import { mondayMorning } from '#test/support/school.ts';
import { personOf, pumpHarness, school, sentTo } from './pump-harness.ts';

const people = (count: number) => Array.from({ length: count }, (_, n) => personOf(n));
const busy: SendResult = { kind: 'later', after: 0, reason: 'busy' };

describe('the pump of a school', () => {
  it('works in one process at a time', async () => {
    const gate = Promise.withResolvers<void>();
    const bench = pumpHarness(async (person) => {
      await gate.promise;
      return sentTo(person);
    });
    await bench.begin(people(3));
    const first = bench.pump().work(school);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const wait = await bench.pump().work(school);
    assert.ok(wait !== undefined && wait > 8 && wait <= 10, `${wait} s`);
    gate.resolve();
    await first;
    assert.deepEqual([...bench.sent].sort(), people(3));
  });

  it('is free again as soon as it has nothing to send', async () => {
    const bench = pumpHarness();
    await bench.begin(people(2));
    await bench.pump().work(school);
    await bench.begin(people(2), { key: 'C2' });
    assert.equal(await bench.pump().work(school), undefined);
    assert.equal(bench.sent.length, 4);
  });

  it('is taken over when whoever had it is silent for ten seconds', async () => {
    const bench = pumpHarness((person) => (bench.sent.length === 0 ? sentTo(person) : new Promise(() => {})));
    await bench.begin(people(3));
    const dead = bench.pump();
    void dead.work(school);
    await new Promise((resolve) => setTimeout(resolve, 150));
    bench.skip(10_001);
    assert.equal((await listRecipients(bench.store.records, school, 'C1')).items.length, 1);
    const heir = pumpHarness(sentTo, { store: bench.store });
    heir.skip(10_001);
    await heir.pump().work(school);
    assert.equal((await bench.campaign())?.tally.delivered, 3);
    assert.deepEqual(heir.sent, [personOf(1), personOf(2)]);
    dead.stop();
  });

  it('goes on where it was when the clock is put back meanwhile', async () => {
    const bench = pumpHarness((person) => {
      if (bench.sent.length === 1) bench.skip(-3_600_000);
      return sentTo(person);
    });
    await bench.begin(people(3));
    const pump = bench.pump();
    while ((await pump.work(school)) !== undefined);
    assert.deepEqual([...bench.sent].sort(), people(3));
    assert.equal((await bench.campaign())?.state, 'sent');
  });

  it('sends what was confirmed first, first', async () => {
    const bench = pumpHarness();
    await bench.begin(people(2), { key: 'LATER', confirmedAt: '2026-11-23T09:59:00.000Z' });
    await bench.begin([personOf(8)], { key: 'FIRST', confirmedAt: '2026-11-23T09:00:00.000Z' });
    await bench.pump().work(school);
    assert.equal(bench.sent[0], personOf(8));
    assert.equal((await bench.campaign('LATER'))?.state, 'sent');
  });

  it('leaves out whoever owes nothing any more, and counts them', async () => {
    const bench = pumpHarness();
    await bench.begin([personOf(1), 't:done', personOf(2)]);
    await bench.pump().work(school);
    assert.deepEqual((await bench.campaign())?.tally, { delivered: 2, unreachable: 0, left: 0, doneBefore: 1 });
    assert.deepEqual(bench.sent.length, 2);
  });

  it('notes whom Teams refuses, with the reason, and goes on', async () => {
    const bench = pumpHarness((person) => (person === personOf(0) ? { kind: 'never', reason: 'refused' } : sentTo(person)));
    await bench.begin(people(3));
    await bench.pump().work(school);
    assert.deepEqual((await bench.campaign())?.reasons, { refused: 1 });
  });

  it('tries again whatever Teams puts off', async () => {
    const bench = pumpHarness((person, tries) => (tries < 1 ? { ...busy, after: 0, reason: 'throttled' } : sentTo(person)));
    await bench.begin(people(4));
    await bench.pump().work(school);
    assert.equal((await bench.campaign())?.tally.delivered, 4);
    assert.equal(bench.sent.length, 8);
  });

  it('puts off whoever cannot be looked up in the store just now, and writes to them once', async () => {
    const stumbled = new Set<string>();
    const bench = pumpHarness((person) => {
      if (stumbled.has(person)) return sentTo(person);
      stumbled.add(person);
      throw new Error('down');
    });
    await bench.begin(people(5));
    await bench.pump().work(school);
    assert.equal((await bench.campaign())?.tally.delivered, 5);
    assert.deepEqual([...bench.sent].sort(), people(5));
  });

  it('sends nothing more when what it sends cannot be written down, and writes that down before it goes on', async () => {
    const bench = pumpHarness();
    await bench.begin(people(100));
    let down = true;
    const create: Records['create'] = (doc, options) => {
      if (down && doc.kind === 'recipient') return Promise.reject(new Error('down'));
      return bench.store.records.create(doc, options);
    };
    const pump = bench.pump({ ...bench.store.records, create });
    await assert.rejects(pump.work(school));
    const inHand = bench.sent.length;
    assert.ok(inHand < 100, `${inHand} sent`);
    await assert.rejects(pump.work(school));
    assert.equal(bench.sent.length, inHand);
    down = false;
    await pump.work(school);
    assert.equal((await bench.campaign())?.tally.delivered, 100);
    assert.deepEqual([...bench.sent].sort(), people(100).sort());
  });

  it('is not held up by what waits for the school to open, however much that is', async () => {
    const saturday = '2026-11-28T10:00:00.000Z';
    const bench = pumpHarness(sentTo, { now: saturday });
    for (let n = 0; n < 60; n += 1) await bench.begin([personOf(n)], { key: `WAITS-${n}`, confirmedAt: mondayMorning });
    await bench.begin([personOf(99)], { key: 'URGENT', confirmedAt: saturday, override: 'The heating has failed.' });
    await bench.pump().work(school);
    assert.deepEqual(bench.sent, [personOf(99)]);
  });
});
