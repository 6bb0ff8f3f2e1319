import assert from 'node:assert/strict';
import type { ImportBody } from '#stores/import-record.ts';
import { type FaultyStore, faultyStore } from '#test/support/faulty-store.ts';
import { handMade } from '#test/support/hand-made.ts';
import { csv, newestText, sendList } from '#test/support/lists.ts';
import type { TestSchool } from '#test/support/school.ts';
import { pass, quiet } from '#test/support/telling.ts';
import { storedTraining, trainedSchool } from '#test/support/training.ts';

const list = csv(['Name', 'Topic', 'Date'], ['Robyn Patel', 'prevent', '2/3/25']);
const week = 7 * 24 * 60;

describe('a list that is checked and waits', () => {
  let store: FaultyStore;
  let school: TestSchool;
  beforeEach(async () => {
    store = await faultyStore();
    school = await trainedSchool({ store });
    await sendList(school, idris(), list);
  });
  afterEach(async () => {
    store.works();
    await school.close();
  });
  const idris = () => school.teams.as('idris');
  const stored = async () =>
    (await store.records.list<ImportBody>(school.file.school, { kind: 'import', order: 'oldest', limit: 50 })).items;
  const broughtIn = async () => (await storedTraining(school, 'robyn')).record.entries.some(({ on }) => on === '2025-03-02');
  async function isGone(): Promise<void> {
    await pass(school, 1);
    await idris().card('Nothing was brought in');
    assert.deepEqual([(await stored()).length, await broughtIn()], [1, false]);
  }

  it('is not there for a yes at the moment when it is taken away', async () => {
    const remove = store.records.remove.bind(store.records);
    let pressing: Promise<unknown> | undefined;
    store.records.remove = async (key, id) => {
      const data = { verb: 'import.confirm', import: id.split('.')[1], command: '00000001ZZZZZZZZZZZZ' };
      if (id.includes('.rows.')) pressing ??= handMade(school, 'idris').submit(data);
      await pressing;
      await remove(key, id);
    };
    await school.later(week + 1);
    await isGone();
    assert.ok(pressing);
  });

  it('is not there for a yes after its week, also while the worker has not come to it', async () => {
    store.fails({ does: 'breaks', calls: ['due'] });
    await school.later(week + 1);
    await idris().press('Bring in 1 record');
    assert.ok((await stored()).some(({ index }) => index.status === 'checked'));
    store.works();
    await isGone();
  });

  it('and has lost its rows ends with a word', async () => {
    for (const { id } of (await stored()).filter(({ id }) => id.includes('.rows.'))) await store.records.remove(school.file.school, id);
    await idris().press('Bring in 1 record');
    await quiet(school);
    await idris().card(/This list cannot be used\nIt is no longer kept here[\s\S]*Nothing was written/);
    assert.doesNotMatch(await newestText(idris()), /went wrong/);
  });
});
