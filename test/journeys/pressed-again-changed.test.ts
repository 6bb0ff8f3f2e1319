import assert from 'node:assert/strict';
import { type FaultyStore, faultyStore } from '#test/support/faulty-store.ts';
import type { TestSchool } from '#test/support/school.ts';
import { onScreen, quiet } from '#test/support/telling.ts';
import { openOverview, storedTraining, trainedSchool } from '#test/support/training.ts';

describe('a button that is pressed again with something else typed, because nobody could tell what became of the first press', () => {
  let store: FaultyStore;
  let school: TestSchool;
  beforeEach(async () => {
    store = await faultyStore();
    school = await trainedSchool({ store, more: 60 });
  });
  afterEach(async () => {
    store.works();
    await school.close();
  });
  const idris = () => school.teams.as('idris');
  const entries = async (who: string) =>
    (await storedTraining(school, who)).record.entries
      .filter(({ source }) => source === 'recorded')
      .map(({ topic, on }) => `${topic} ${on}`);
  const has = async (who: string, entry: string) => (await entries(who)).filter((one) => one === entry).length;
  const staff = { topic: 'cyber-bullying', on: '2026-11-20', group: 'staff' };
  const everybody = { ...staff, group: 'everybody' };

  it('records training for everybody when only the people of the first press were kept', async () => {
    await openOverview(idris());
    await idris().press('Record training');
    store.fails({ does: 'breaks', calls: ['create'], ids: /^recording\.[^.]+$/, times: 1 });
    await idris().press('Save', staff);
    assert.match(await onScreen(idris()), /It is not certain/);
    store.works();
    await idris().press('Save', everybody);
    assert.match(await onScreen(idris()), /Cyber-bullying is being recorded for 72 people/);
    await idris().closeDialog();
    await quiet(school);
    await idris().card(/Cyber-bullying is recorded for 72 people/);
    const { items } = await store.records.list<object>(school.file.school, { kind: 'recording', order: 'oldest', limit: 10 });
    assert.deepEqual(
      items.filter(({ body }) => !('cursor' in body)),
      [],
    );
    for (const who of ['keisha', 'yusuf', 'robyn']) assert.equal(await has(who, 'cyber-bullying 2026-11-20'), 1, who);
  });

  it('says which training the first press recorded, and records the other one when it is pressed once more', async () => {
    await openOverview(idris());
    await idris().press('Record training');
    store.fails({ does: 'answer-lost', calls: ['create'], ids: /^recording\.[^.]+$/, times: 1 });
    await idris().press('Save', everybody);
    assert.match(await onScreen(idris()), /It is not certain/);
    store.works();
    const other = { ...everybody, topic: 'prevent', on: '2026-11-19' };
    await idris().press('Save', other);
    const said = await onScreen(idris());
    assert.match(said, /An earlier press counted: Cyber-bullying, 20 November 2026, for 72 people\./);
    assert.doesNotMatch(said, /Prevent[^.]* is being recorded/);
    await quiet(school);
    assert.equal(await has('robyn', 'prevent 2026-11-19'), 0);
    await idris().press('Save');
    assert.match(await onScreen(idris()), /Prevent[^.]* is being recorded for 72 people/);
    await idris().closeDialog();
    await quiet(school);
    assert.deepEqual([await has('robyn', 'cyber-bullying 2026-11-20'), await has('robyn', 'prevent 2026-11-19')], [1, 1]);
  });

  it('says so as well when the same training was recorded for others', async () => {
    await openOverview(idris());
    await idris().press('Record training');
    store.fails({ does: 'answer-lost', calls: ['create'], ids: /^recording\.[^.]+$/, times: 1 });
    await idris().press('Save', everybody);
    store.works();
    await idris().press('Save', { ...staff, course: 'INSET day' });
    assert.match(await onScreen(idris()), /An earlier press counted: Cyber-bullying, 20 November 2026, for 72 people\./);
  });

  it('checks the rows that were pasted last', async () => {
    await openOverview(idris());
    await idris().press('Bring in past records');
    store.fails(
      { does: 'answer-lost', calls: ['create'], ids: /^import\.[^.]+$/ },
      { does: 'breaks', calls: ['read'], ids: /^import\./, after: 1 },
    );
    await idris().press('Check', { rows: 'Name;Topic;Date\nRobyn Patel;Prevent and online radicalisation;2/3/25\n' });
    assert.match(await onScreen(idris()), /It is not certain/);
    store.works();
    const prevent = (name: string) => `${name};Prevent and online radicalisation;4/3/25\n`;
    const rows = `Name;Topic;Date\n${prevent('Owen Brandt')}${prevent('Grace Adeyemi')}`;
    await idris().press('Check', { rows });
    assert.match(await onScreen(idris()), /^Rows: 2$/m);
    await idris().again({ newId: true });
    assert.match(await onScreen(idris()), /^Rows: 2$/m);
    const { items } = await store.records.list(school.file.school, { kind: 'import', order: 'oldest', limit: 20 });
    assert.equal(items.filter(({ index }) => index.status !== undefined).length, 2);
  });
});
