import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { applyRoll } from '#queue/apply-roll.ts';
import { holdRoll } from '#queue/roll-lease.ts';
import { createCosmosRecords } from '#stores/records.cosmos.ts';
import type { Records } from '#stores/records.ts';
import type { RollNoticeBody } from '#stores/roll-notice.ts';
import { askRoll, loadRoll } from '#stores/roll-record.ts';
import { createSqliteStore } from '#stores/sqlite.ts';
import { loadTraining, saveTraining } from '#stores/training-record.ts';
import { freshCosmosPlace } from '#test/support/cosmos-server.ts';
import { oak, personId, rollOf, row, rows } from './roll-under-test.ts';

type Open = () => Promise<{ records: Records; close: () => Promise<void> }>;
const stores: [name: string, open: Open][] = [
  [
    'SQLite',
    async () => {
      const { records, close } = createSqliteStore(':memory:');
      return { records, close: async () => close() };
    },
  ],
  [
    'Cosmos DB',
    async () => {
      const { queue, close } = createSqliteStore(':memory:');
      const records = await createCosmosRecords({ ...(await freshCosmosPlace()), queue });
      return { records, close: () => records.close().finally(close) };
    },
  ],
];

for (const [name, open] of stores) {
  describe(`a roll taken over on ${name}`, () => {
    let store: Awaited<ReturnType<Open>>;
    let roll: Awaited<ReturnType<typeof rollOf>>;
    beforeEach(async () => {
      store = await open();
      roll = await rollOf(store.records);
    });
    afterEach(() => store.close());

    it('is known to every replica once it looks, and nobody on it is new', async () => {
      const other = roll.replica();
      const result = await roll.apply(rows(30));
      assert.equal(result.kind === 'applied' && result.joined.length, 30);
      assert.equal(roll.deps.directory.members(oak).length, 30);
      assert.equal(other.directory.member(oak, personId(7)), undefined);
      await other.directory.freshen();
      assert.deepEqual(other.directory.person(oak, personId(7)), { id: personId(7), name: 'Person 7', kind: 'staff' });
      assert.equal(other.directory.member(oak, personId(7))?.firstSeen, undefined);
      assert.equal(other.directory.countsFrom(oak), '2026-11-23');
    });

    it('changes only what is different: joiners, leavers, other names', async () => {
      const other = roll.replica();
      await roll.apply(rows(9));
      await other.directory.freshen();
      roll.clock.now = '2026-12-01T10:00:00.000Z';
      const result = await roll.apply([...rows(8).map((one, i) => (i === 0 ? { ...one, name: 'Person Wed' } : one)), row(20)]);
      assert.deepEqual(result, { kind: 'applied', joined: [personId(20)], left: [personId(9)], changed: [personId(1)], same: 7 });
      await other.directory.freshen();
      for (const { directory } of [roll.deps, other]) {
        assert.equal(directory.person(oak, personId(9)), undefined);
        assert.equal(directory.member(oak, personId(9))?.left, '2026-12-01');
        assert.equal(directory.member(oak, personId(20))?.firstSeen, '2026-12-01T10:00:00.000Z');
        assert.equal(directory.person(oak, personId(1))?.name, 'Person Wed');
      }
      assert.equal((await roll.training(9))?.status, 'left');
      assert.equal((await roll.training(20))?.status, 'here');
      assert.match((await roll.training(20))?.at ?? '', /^202[67]-/);
    });

    it('takes nothing of what is recorded already, also of somebody who left and came back', async () => {
      const loaded = await loadTraining(store.records, oak, personId(1));
      const at = '2026-10-01T09:00:00.000Z';
      const events = [
        { type: 'done' as const, at, by: personId(2), entry: 'e1', topic: 'refresher', on: '2026-10-01', source: 'self' as const },
      ];
      await saveTraining(store.records, loaded, { events, command: 'c1', owed: [] });
      await roll.apply(rows(4));
      await roll.apply(rows(4).slice(1));
      assert.equal((await roll.training(1))?.status, 'left');
      await roll.apply(rows(4));
      assert.equal((await roll.training(1))?.status, 'here');
      assert.equal((await loadTraining(store.records, oak, personId(1))).record.entries.length, 1);
    });

    it('is finished by whoever comes next where the first one died in the middle', async () => {
      const dying = Object.create(store.records) as Records;
      let writes = 0;
      dying.create = async (doc, options) => {
        writes += 1;
        if (writes > 15) throw new Error('The machine went off');
        return await store.records.create(doc, options);
      };
      const broken = { ...roll.deps, records: dying };
      await assert.rejects(applyRoll(broken, oak, rows(20), { source: 'csv' }));
      const result = await roll.apply(rows(20));
      assert.equal(result.kind, 'applied');
      const members = roll.deps.directory.members(oak);
      assert.equal(members.length, 20);
      assert.deepEqual(
        members.filter(({ firstSeen }) => firstSeen !== undefined),
        [],
      );
    });

    it('from a new place counts from the day on which it came, and is told once, however often it is begun', async () => {
      await roll.apply(rows(5), { source: 'file' });
      roll.clock.now = '2027-06-01T10:00:00.000Z';
      const dying = Object.create(store.records) as Records;
      let writes = 0;
      dying.create = async (doc, options) => {
        writes += 1;
        if (writes > 30) throw new Error('The machine went off');
        return await store.records.create(doc, options);
      };
      await assert.rejects(applyRoll({ ...roll.deps, records: dying }, oak, rows(80), { source: 'graph' }));
      roll.clock.now = '2027-06-01T10:05:00.000Z';
      await roll.apply(rows(80), { source: 'graph' });
      const members = roll.deps.directory.members(oak);
      assert.deepEqual([members.length, members.filter(({ firstSeen }) => firstSeen !== undefined).length], [80, 0]);
      assert.ok(((await roll.training(80))?.at ?? '') > '2027-06-01');
      const { items } = await store.records.list<RollNoticeBody>(oak, { kind: 'notice', order: 'oldest', limit: 5 });
      assert.deepEqual(
        items.map(({ body }) => [body.what, body.what === 'new-place' && body.here]),
        [['new-place', 75]],
      );
    });

    it('is one at a time; whoever died holds it for less than a minute, and what was asked of them is not lost', async () => {
      const held = await holdRoll(roll.deps, oak);
      assert.deepEqual(held?.asked, ['sync']);
      assert.deepEqual(await roll.apply(rows(3)), { kind: 'busy' });
      roll.clock.machine += 46_000;
      assert.equal((await roll.apply(rows(3))).kind, 'applied');
      assert.deepEqual((await loadRoll(store.records, oak))?.body.asked, ['sync']);
      await assert.rejects(held?.note((body) => body) ?? Promise.resolve());
    });

    it('that is asked for once more while it is being done is done once more, and at once', async () => {
      const now = '2026-11-23T10:00:01.000Z';
      const held = await holdRoll(roll.deps, oak);
      await askRoll(store.records, oak, { what: 'sync', now });
      await held?.giveBack('2026-11-24T02:00:00.000Z');
      const { body, index } = (await loadRoll(store.records, oak)) ?? {};
      assert.deepEqual([body?.asked, index?.dueAt], [['sync'], now]);
      await (await holdRoll(roll.deps, oak))?.giveBack('2026-11-24T02:00:00.000Z');
      const after = await loadRoll(store.records, oak);
      assert.deepEqual([after?.body.asked, after?.index.dueAt], [[], '2026-11-24T02:00:00.000Z']);
    });

    it('is not believed where nobody or a third is left, until somebody says so', async () => {
      await roll.apply(rows(12));
      assert.deepEqual(await roll.apply([]), { kind: 'doubted', doubt: 'nobody', here: 12, leaving: 12 });
      assert.deepEqual(await roll.apply(rows(7)), { kind: 'doubted', doubt: 'many-leavers', here: 12, leaving: 5 });
      assert.equal(roll.deps.directory.people(oak).length, 12);
      assert.equal((await roll.apply(rows(7), { confirmed: true })).kind, 'applied');
      assert.equal(roll.deps.directory.people(oak).length, 7);
    });
  });
}
