import assert from 'node:assert/strict';
import { decideReport } from '#domain/begin.ts';
import { decideAcknowledge, decideWithdraw } from '#domain/decide.ts';
import type { IncidentEvent } from '#domain/incident.ts';
import { firstBreak } from '#stores/chain.ts';
import { isApplied, type LoadedIncident, loadIncident, saveIncident } from '#stores/incident-record.ts';
import { type Records, VersionConflict } from '#stores/records.ts';
import { createSqliteStore } from '#stores/sqlite.ts';
import { eventsOf, key, monday, patel, type Sending, sendingOf, worldAt } from '#test/domain/incident-world.ts';
import { cole, shah } from '#test/domain/set-up-people.ts';
import { elm, oak } from './documents.ts';

const world = worldAt();
const at = { school: oak, key };

describe('an incident as it is stored', () => {
  let records: Records;
  let close: () => void;
  beforeEach(() => {
    const store = createSqliteStore(':memory:');
    records = store.records;
    close = () => store.close();
  });
  afterEach(() => close());

  const load = async (school = oak): Promise<LoadedIncident> => {
    const loaded = await loadIncident(records, school, key);
    assert.ok(loaded);
    return loaded;
  };
  const send = async (given: Partial<Sending> = {}) => {
    const events = eventsOf(decideReport(undefined, sendingOf(given, world), world));
    await saveIncident(records, at, undefined, { events, command: 'send-1' }, world);
    return load();
  };
  const save = (loaded: LoadedIncident, events: IncidentEvent[], command: string) =>
    saveIncident(records, at, loaded, { events, command }, world);
  const listed = async (query: object) =>
    (await records.list(oak, { kind: 'incident', order: 'newest', limit: 10, ...query })).items.length;

  it('keeps history, what it owes and what was applied in one document, with a chain that is whole', async () => {
    const first = await send();
    await save(first, eventsOf(decideAcknowledge(first.incident, shah, false, world)), 'take-1');
    const { body, incident } = await load();
    assert.deepEqual(
      body.events.map(({ event }) => event.type),
      ['reported', 'acknowledged'],
    );
    assert.equal(firstBreak(body.events), undefined);
    assert.deepEqual(body.applied, ['send-1', 'take-1']);
    assert.equal(incident.taken?.by, shah);
    assert.ok(body.postings.some(({ card }) => card === 'receipt'));
  });

  it('knows which commands it has applied', async () => {
    const stored = await send();
    assert.ok(isApplied(stored, 'send-1'));
    assert.ok(!isApplied(stored, 'send-2') && !isApplied(undefined, 'send-1'));
  });

  it('written twice from the same reading is refused, and the first stands', async () => {
    const first = await send();
    await save(first, eventsOf(decideAcknowledge(first.incident, shah, false, world)), 'take-1');
    const second = eventsOf(decideAcknowledge(first.incident, cole, false, { ...world, now: '2026-11-23T10:01:00.000Z' }));
    await assert.rejects(save(first, second, 'take-2'), VersionConflict);
    assert.equal((await load()).incident.taken?.by, shah);
  });

  it('begun twice under one number is refused', async () => {
    await send();
    await assert.rejects(
      saveIncident(
        records,
        at,
        undefined,
        { events: eventsOf(decideReport(undefined, sendingOf({}, world), world)), command: 'send-2' },
        world,
      ),
      VersionConflict,
    );
  });

  it('does not exist for another school', async () => {
    await send();
    assert.equal(await loadIncident(records, elm, key), undefined);
  });

  it('is found by the sweep while it owes something, and not once it owes nothing', async () => {
    const first = await send();
    assert.equal((await records.due(monday, 10)).length, 1);
    const taken = eventsOf(decideAcknowledge(first.incident, shah, false, world));
    await save(first, taken, 'take-1');
    const second = await load();
    const postings = second.body.postings.map((posting) => ({ ...posting, shown: posting.want + 1 }));
    const events = eventsOf(decideWithdraw(second.incident, shah, 'A slip.', world));
    await saveIncident(records, at, second, { events, postings }, world);
    assert.deepEqual(await records.due('2036-11-23T10:00:00.000Z', 10), []);
    assert.equal(await listed({ equals: { status: 'closed' } }), 1);
  });

  it('is in its reporter’s list, and in no list of whoever it is walled from', async () => {
    await send({ walled: [shah] });
    assert.deepEqual(
      [await listed({ equals: { person: patel } }), await listed({ notWalled: shah }), await listed({ notWalled: cole })],
      [1, 0, 1],
    );
  });

  it('leaves the list of a reporter whom it walls, unless they reported themself (S-11)', async () => {
    await send({ walled: [patel] });
    assert.equal(await listed({ equals: { person: patel } }), 0);
  });

  it('stays in the list of somebody who reported themself', async () => {
    await send({ walled: [patel], report: { mine: true } });
    assert.equal(await listed({ equals: { person: patel } }), 1);
  });
});
