import assert from 'node:assert/strict';
import type { RecordingBody } from '#stores/recording-record.ts';
import { until } from '#test/support/campaigns.ts';
import { type FaultyStore, faultyStore } from '#test/support/faulty-store.ts';
import { handMade } from '#test/support/hand-made.ts';
import type { TestSchool } from '#test/support/school.ts';
import { onScreen, ownChat, quiet } from '#test/support/telling.ts';
import { leaves, openOverview, recordTraining, storedTraining, trainedSchool } from '#test/support/training.ts';

const extra = (n: number) => `a3000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

describe('training of more people than one turn can write', () => {
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
  const recordAll = () => recordTraining(idris(), { topic: 'cyber-bullying', on: '2026-11-20', group: 'everybody', course: 'INSET day' });
  const done = async (who: string) => (await storedTraining(school, who)).record.entries.filter(({ on }) => on === '2026-11-20').length;

  it('is written by the worker, once for each, and the coordinator is told when it is done', async () => {
    assert.match(await recordAll(), /is being recorded for 72 people/);
    await quiet(school);
    const said = (await idris().card(/Training is recorded/)).text;
    assert.match(said, /^Cyber-bullying is recorded for 72 people\.$/m);
    assert.deepEqual(await Promise.all(['robyn', extra(1), extra(60), 'idris'].map(done)), [1, 1, 1, 1]);
    assert.match(await openOverview(idris()), /^Cyber-bullying: 72 in date$/m);
  });

  it('is finished after the store was down, with nobody left out and nobody twice', async () => {
    store.fails({ does: 'breaks', calls: ['replace'], ids: /^training\./, after: 30, times: 1 });
    await recordAll();
    await store.struck();
    store.works();
    await school.later(5);
    await quiet(school);
    await school.later(5);
    await quiet(school);
    await idris().card(/Cyber-bullying is recorded for 72 people/);
    for (let i = 1; i <= 60; i += 1) assert.equal(await done(extra(i)), 1);
  });

  const recordings = async () => {
    const query = { kind: 'recording', order: 'oldest', limit: 10 } as const;
    const { items } = await school.store.records.list<RecordingBody>(school.file.school, query);
    return items.map(({ body: { cursor, tally, over } }) => [cursor, tally?.recorded, over]);
  };

  it('pressed or delivered twice, is one recording, and keeps no list of people, also when it is pressed once more after it', async () => {
    await recordAll();
    await idris().again();
    await idris().again({ newId: true });
    await quiet(school);
    await idris().again({ newId: true });
    await quiet(school);
    assert.equal((await ownChat(idris())).match(/Training is recorded\n/g)?.length, 1);
    assert.deepEqual(await recordings(), [[72, 72, true]]);
  });

  for (const call of ['remove', 'replace'] as const)
    it(`keeps no list of people where it was killed at the ${call} in the end`, async () => {
      store.fails({ does: 'breaks', calls: [call], ids: /^recording\./, after: call === 'remove' ? 0 : 2, times: 1 });
      await recordAll();
      await store.struck();
      const due = async () => (await store.records.due(school.clock.now(), 9)).filter(({ id }) => !id.startsWith('recording.'));
      await until(async () => (await due()).length === 0, 'the message to the coordinator');
      await school.later(5);
      await quiet(school);
      assert.equal((await ownChat(idris())).match(/Cyber-bullying is recorded for 72 people/g)?.length, 1);
      assert.deepEqual(await recordings(), [[72, 72, true]]);
    });

  it('says for whom nothing was changed, and why', async () => {
    await recordTraining(idris(), { topic: 'cyber-bullying', on: '2026-11-20', people: [await school.teams.idOf('robyn')] });
    await leaves(school, extra(7));
    const everybody = [...school.file.people.map(({ id }) => id)].join(',');
    const form = { verb: 'training.record-save', command: '00000009ZZZZZZZZZZZZ', topic: 'cyber-bullying', on: '2026-11-20' };
    assert.match((await handMade(school, 'idris').submit({ ...form, people: everybody })).said, /being recorded for 72 people/);
    await quiet(school);
    const said = (await idris().card(/Training is recorded/)).text;
    assert.match(said, /^Cyber-bullying is recorded for 70 people\.$/m);
    assert.match(said, /^Ms Robyn Patel: it is in their record already\.$/m);
    assert.match(said, /^Mx Extra 007: they are not on the school’s list, or have left\.$/m);
  });

  it('is listed page by page, each person once', async () => {
    await openOverview(idris());
    await idris().press('Who is due');
    const seen: string[] = [];
    for (;;) {
      const dialog = await idris().dialog();
      const rows = (dialog?.card?.text ?? '').split('\n').filter((line) => line.includes(': '));
      seen.push(...rows.map((row) => row.split(':')[0] ?? ''));
      if (!dialog?.card?.buttons.some(({ title }) => title === 'Next')) break;
      await idris().press('Next');
    }
    assert.equal(seen.length, 72);
    assert.equal(new Set(seen).size, 72);
  });

  it('about one topic is found by one press, however many owe something else first', async () => {
    const { records } = school.store;
    const list = records.list.bind(records);
    let pages = 0;
    records.list = (key, query) => {
      if (query.kind === 'training') pages += 1;
      return list(key, query);
    };
    await openOverview(idris());
    await idris().press('Who is due');
    pages = 0;
    await idris().press('Show', { topic: 'governors', only: 'all' });
    const shown = await onScreen(idris());
    assert.match(shown, /Mr Yusuf Ali: Online safety for governors/);
    assert.deepEqual([pages, shown.includes('Nobody')], [1, false]);
    assert.ok(!(await idris().dialog())?.card?.buttons.some(({ title }) => title === 'Next'));
  });

  it('is counted with each record read once, and not again within the minute', async () => {
    const { records } = school.store;
    let pages = 0;
    const list = records.list.bind(records);
    records.list = (key, query) => {
      if (query.kind === 'training') pages += 1;
      return list(key, query);
    };
    await openOverview(idris());
    await openOverview(school.teams.as('anita'));
    assert.equal(pages, 1);
    await school.later(2);
    await openOverview(idris());
    assert.equal(pages, 2);
  });
});
