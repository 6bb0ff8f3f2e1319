import assert from 'node:assert/strict';
import { handMade } from '#test/support/hand-made.ts';
import { typedIn } from '#test/support/reporting.ts';
import { useTrainedSchoolInTrouble } from '#test/support/school-in-trouble.ts';
import { onScreen, quiet } from '#test/support/telling.ts';
import { openOverview, openRecordOf, storedTraining } from '#test/support/training.ts';

describe('a button that is pressed again with something else typed, because nobody could tell what became of the first press', () => {
  const { store, school } = useTrainedSchoolInTrouble({ more: 60 });

  const idris = () => school.teams.as('idris');
  const entries = async (who: string) =>
    (await storedTraining(school, who)).record.entries
      .filter(({ source }) => source === 'recorded')
      .map(({ topic, on }) => `${topic} ${on}`);
  const has = async (who: string, entry: string) => (await entries(who)).filter((one) => one === entry).length;
  /** It is written, and cannot be read back: `looks` come before the write. */
  const loseTheAnswer = (ids: RegExp, looks: number, written = ids) =>
    store.fails(
      { does: 'answer-lost', calls: ['create', 'replace'], ids: written },
      { does: 'breaks', calls: ['read'], ids, after: looks },
    );
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

  it('writes down the other day that somebody gives for what they did', async () => {
    const robyn = school.teams.as('robyn');
    await robyn.say('my training');
    await robyn.press({ title: 'I’ve done it', data: { topic: 'refresher' } });
    loseTheAnswer(/^training\./, 1);
    await robyn.press('Save', { on: '2026-11-20' });
    assert.match(await onScreen(robyn), /It is not certain/);
    store.works();
    await robyn.press('Save', { on: '2026-11-19' });
    assert.match(await onScreen(robyn), /is in your record/);
    const { record } = await storedTraining(school, 'robyn');
    assert.ok(record.entries.some(({ topic, on }) => topic === 'refresher' && on === '2026-11-19'));
    await robyn.again({ newId: true });
    assert.equal((await storedTraining(school, 'robyn')).record.entries.length, record.entries.length);
  });

  it('says that a topic was marked already, where only the first reason is kept', async () => {
    await openRecordOf(school, idris(), 'keisha');
    await idris().press({ title: 'Not applicable', data: { topic: 'volunteers' } });
    loseTheAnswer(/^training\./, 1);
    await idris().press('Save', { reason: 'Sorts books' });
    store.works();
    await idris().press('Save', { reason: 'Is never online' });
    const said = await onScreen(idris());
    assert.match(said, /^It was marked already by Mr Idris Field/m);
    assert.match(said, /does not apply: Sorts books$/m);
  });

  it('corrects an entry as it was corrected last', async () => {
    await openRecordOf(school, idris(), 'robyn');
    await idris().press({ title: 'Correct', data: { entry: 'seed-1' } });
    loseTheAnswer(/^training\./, 1);
    await idris().press('Save the correction', { on: '2025-11-19', reason: 'The wrong month' });
    assert.match(await onScreen(idris()), /It is not certain/);
    store.works();
    await idris().press('Save the correction', { on: '2025-11-18', reason: 'The wrong day' });
    assert.match(await onScreen(idris()), /^The correction is saved\.$/m);
    const entry = (await storedTraining(school, 'robyn')).record.entries.find((one) => one.entry === 'seed-1');
    assert.equal(entry?.on, '2025-11-18');
  });

  it('checks the rows that were pasted last', async () => {
    await openOverview(idris());
    await idris().press('Bring in past records');
    loseTheAnswer(/^import\./, 1, /^import\.[^.]+$/);
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

  it('saves the telephone numbers of set-up that were typed last', async () => {
    await idris().say('set up');
    await idris().press('Set up');
    await idris().press({ title: 'Change', data: { verb: 'setup.phones' } });
    const { data } = (await idris().dialog())?.card?.buttons.find(({ title }) => title === 'Save') ?? {};
    const save = (office: string) => handMade(school, 'idris').submit({ ...data, office });
    loseTheAnswer(/^settings\./, 1);
    assert.match((await save('202')).said, /It is not certain/);
    store.works();
    assert.match((await save('203')).said, /^Saved\.$/m);
    await idris().closeDialog();
    await idris().press('Set up');
    await idris().press({ title: 'Change', data: { verb: 'setup.phones' } });
    assert.equal(typedIn(await idris().dialog())['office'], '203');
  });
});
