import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import type { IncidentEvent } from '#domain/incident.ts';
import { type Broken, brokenChains } from '#stores/broken-chains.ts';
import { type Sealed, seal } from '#stores/chain.ts';
import { type DigestBody, type Head, noteHeads } from '#stores/digest-record.ts';
import type { IncidentBody } from '#stores/incident-record.ts';
import type { TrainingBody } from '#stores/training-record.ts';
import { allDelivered, incidentsOf, reportBullying } from '#test/support/reporting.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { trainedSchool } from '#test/support/training.ts';

describe('a record that somebody with the database in hand rewrites', () => {
  let school: TestSchool;
  let id: string;
  const records = () => school.store.records;
  const found = (): Promise<Broken[]> => brokenChains(records(), school.file.school);
  const digests = async () => (await records().list<DigestBody>(school.file.school, { kind: 'digest', order: 'oldest', limit: 50 })).items;

  before(async () => {
    school = await startSchool({ ruleSet: 'dsl-first' });
  });
  beforeEach(async () => {
    id = `incident.${await reportBullying(school.teams.as('robyn'))}`;
    await school.teams.as('anita').card(/Safeguarding report/);
    await allDelivered(school);
  });
  after(() => school.close());

  async function rewrite(change: (events: Sealed<IncidentEvent>[]) => Sealed<IncidentEvent>[]): Promise<() => Promise<void>> {
    const stored = await records().read<IncidentBody>(school.file.school, id);
    assert.ok(stored !== undefined);
    const put = async (events: Sealed<IncidentEvent>[]) => {
      const { etag, ...doc } = (await records().read<IncidentBody>(school.file.school, id)) ?? stored;
      await records().replace({ ...doc, body: { ...doc.body, events } }, etag);
    };
    await put(change(stored.body.events));
    return () => put(stored.body.events);
  }
  const later = (event: IncidentEvent): IncidentEvent => ({ ...event, at: '2026-11-23T12:00:00.000Z' });

  it('is whole while nobody has touched it, and its head stands in the digests of the day', async () => {
    assert.deepEqual(await found(), []);
    const heads = (await digests()).flatMap(({ body }) => body.heads.map(({ event }) => event)).filter(({ incident }) => incident === id);
    const events = (await incidentsOf(school)).find((stored) => stored.id === id)?.body.events.length;
    assert.equal(heads.at(-1)?.events, events);
    assert.equal((await digests())[0]?.id, 'digest.2026-11-23');
  });

  it('shows when one event was changed', async () => {
    const undo = await rewrite((events) => events.map((sealed, i) => (i === 0 ? { ...sealed, event: later(sealed.event) } : sealed)));
    assert.deepEqual(await found(), [{ id, why: 'chain-broken' }]);
    await undo();
  });

  it('shows when every digest in it was made to fit again', async () => {
    const undo = await rewrite((events) =>
      seal(
        [],
        events.map(({ event }) => later(event)),
      ),
    );
    assert.deepEqual(await found(), [{ id, why: 'history-differs' }]);
    await undo();
  });

  it('shows when its last events were cut off', async () => {
    const undo = await rewrite((events) => events.slice(0, -1));
    assert.deepEqual(await found(), [{ id, why: 'history-differs' }]);
    await undo();
  });

  it('shows when it is gone, and so does a change of the digests themselves', async () => {
    await records().remove(school.file.school, id);
    assert.deepEqual(await found(), [{ id, why: 'missing' }]);
    const part = (await digests())[0];
    assert.ok(part !== undefined);
    const { etag, ...doc } = part;
    const heads = part.body.heads.map((sealed) => ({ ...sealed, event: { ...sealed.event, digest: 'another' } satisfies Head }));
    await records().replace({ ...doc, body: { ...doc.body, heads } }, etag);
    assert.equal(
      (await found()).some((one) => one.id === part.id && one.why === 'chain-broken'),
      true,
    );
  });
});

describe('somebody’s training that is rewritten in the database', () => {
  it('shows', async () => {
    const school = await trainedSchool();
    const { records } = school.store;
    const key = school.file.school;
    assert.deepEqual(await brokenChains(records, key), []);
    const { items } = await records.list<TrainingBody>(key, { kind: 'training', order: 'oldest', limit: 100 });
    const stored = items.find(({ body }) => body.events.length > 1);
    assert.ok(stored !== undefined);
    const { etag, ...doc } = stored;
    const events = doc.body.events.map((sealed) => ({ ...sealed, event: { ...sealed.event, at: '2019-09-01T09:00:00.000Z' } }));
    await records.replace({ ...doc, body: { ...doc.body, events } }, etag);
    assert.deepEqual(await brokenChains(records, key), [{ id: stored.id, why: 'chain-broken' }]);
    await school.close();
  });
});

describe('the digests of many incidents in a day', () => {
  it('are kept in parts that hang together, each head once', async () => {
    const school = await startSchool();
    const { records } = school.store;
    const key = school.file.school;
    const ids = Array.from({ length: 120 }, (_, i) => `incident.A${i}`);
    for (const id of ids) {
      const body = { events: seal([], [{ said: id }]), applied: [], postings: [] };
      await records.create({ school: key, kind: 'incident', id, index: {}, body });
      await noteHeads(records, key, [id], '2026-11-23T10:00:00.000Z');
      await noteHeads(records, key, [id], '2026-11-23T10:00:00.000Z');
    }
    await noteHeads(records, key, ['incident.A0'], '2026-11-24T10:00:00.000Z');
    const parts = (await records.list<DigestBody>(key, { kind: 'digest', order: 'oldest', limit: 50 })).items;
    assert.deepEqual(
      parts.map(({ id, body }) => [id, body.heads.length]),
      [
        ['digest.2026-11-23', 100],
        ['digest.2026-11-23.0002', 20],
        ['digest.2026-11-24', 1],
      ],
    );
    assert.deepEqual(await brokenChains(records, key), []);
    await records.remove(key, 'digest.2026-11-23.0002');
    assert.deepEqual(await brokenChains(records, key), [{ id: 'digest.2026-11-24', why: 'chain-broken' }]);
    await school.close();
  });
});
