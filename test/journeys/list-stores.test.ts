import assert from 'node:assert/strict';
import { storePairs } from '#test/support/cloud-store.ts';
import { type FaultyStore, faultyStore } from '#test/support/faulty-store.ts';
import { csv, sendList } from '#test/support/lists.ts';
import type { TestSchool } from '#test/support/school.ts';
import { onScreen, quiet } from '#test/support/telling.ts';
import { openOverview, storedTraining, trainedSchool } from '#test/support/training.ts';

const rows = [
  ['Robyn Patel', 'prevent', '2/3/25'],
  ['Owen Brandt', 'prevent', '2/3/25'],
];
const list = csv(['Name', 'Topic', 'Date'], ...rows);
const isThere = async (school: TestSchool, who: string) =>
  (await storedTraining(school, who)).record.entries.filter(({ on }) => on === '2025-03-02').length;

for (const [name, open] of storePairs) {
  describe(`lists and files on ${name}`, function () {
    this.timeout(40_000);
    let school: TestSchool;
    before(async () => {
      school = await trainedSchool({ store: await open() });
    });
    after(() => school.close());
    const idris = () => school.teams.as('idris');

    it('come in once each', async () => {
      await sendList(school, idris(), list);
      await idris().press('Bring in 2 records');
      assert.match((await idris().card('Brought in', { within: 10_000 })).text, /2 records of 2 people/);
      assert.deepEqual([await isThere(school, 'robyn'), await isThere(school, 'owen')], [1, 1]);
      const again = await sendList(school, idris(), list);
      assert.match(again.text, /Left out: 2/);
    });

    it('go out, and leave nothing behind', async () => {
      await openOverview(idris());
      await idris().press('Download');
      await idris().press('Make it', { format: 'csv' });
      await idris().waitFor(({ conversations }) => conversations.some(({ messages }) => messages.at(-1)?.file?.kind === 'offered'), {
        within: 10_000,
      });
      await idris().answerFile('accept');
      await idris().card('The file is in your OneDrive', { within: 10_000 });
      await quiet(school);
      assert.match((await idris().download()).toString(), /Ms Robyn Patel,/);
      const { items } = await school.store.records.list(school.file.school, { kind: 'file', order: 'oldest', limit: 10 });
      assert.equal(items.length, 1);
    });
  });
}

describe('lists while the store stumbles', () => {
  let store: FaultyStore;
  let school: TestSchool;
  beforeEach(async () => {
    store = await faultyStore();
    school = await trainedSchool({ store });
  });
  afterEach(() => {
    store.works();
    return school.close();
  });
  const idris = () => school.teams.as('idris');

  it('keep what was pasted, and say that it was not saved', async () => {
    await openOverview(idris());
    await idris().press('Bring in past records');
    store.fails({ does: 'breaks' });
    await idris().press('Check', { rows: list });
    assert.match(await onScreen(idris()), /NOT SAVED: the record cannot be reached just now/);
    assert.equal((await idris().dialog())?.card?.inputs.find(({ id }) => id === 'rows')?.value, list);
    store.works();
    await idris().press('Check');
    assert.match(await onScreen(idris()), /Can be brought in: 2 records of 2 people/);
  });

  it('are brought in whole, although some writes fail on the way', async () => {
    await sendList(school, idris(), list);
    store.fails(
      { does: 'breaks', calls: ['replace', 'create'], ids: /^training\./, times: 1 },
      { does: 'answer-lost', ids: /^training\./, calls: ['replace'], times: 1 },
    );
    await idris().press('Bring in 2 records');
    await store.struck();
    store.works();
    await school.later(5);
    assert.match((await idris().card('Brought in', { within: 10_000 })).text, /2 records of 2 people/);
    assert.deepEqual([await isThere(school, 'robyn'), await isThere(school, 'owen')], [1, 1]);
  });
});
