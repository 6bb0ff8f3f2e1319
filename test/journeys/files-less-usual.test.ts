import assert from 'node:assert/strict';
import type { FileBody } from '#stores/file-record.ts';
import { type FaultyStore, faultyStore } from '#test/support/faulty-store.ts';
import { newestText } from '#test/support/lists.ts';
import type { TestSchool } from '#test/support/school.ts';
import { pass, quiet } from '#test/support/telling.ts';
import { becomesCoordinator, openOverview, trainedSchool } from '#test/support/training.ts';

const day = 24 * 60;

describe('the register that somebody asked for', () => {
  let store: FaultyStore;
  let school: TestSchool;
  beforeEach(async () => {
    store = await faultyStore();
    school = await trainedSchool({ store });
  });
  afterEach(async () => {
    store.works();
    await school.close();
  });
  const idris = () => school.teams.as('idris');

  async function ask(): Promise<void> {
    await openOverview(idris());
    await idris().press('Download');
    await idris().press('Make it', { format: 'csv' });
    await idris().closeDialog();
  }
  async function asked(): Promise<void> {
    await ask();
    await quiet(school);
  }
  const stored = async () => (await store.records.list<FileBody>(school.file.school, { kind: 'file', order: 'oldest', limit: 50 })).items;
  const uploads = async () => (await school.teams.record()).filter(({ path }) => path.startsWith('/files/upload')).length;
  async function endsWith(words: RegExp): Promise<void> {
    await quiet(school);
    await idris().card(words);
    assert.equal((await stored()).length, 1);
    assert.equal(await uploads(), 0);
  }
  /** Does something once, as soon as the worker takes bytes away. */
  function onceRemoving(work: () => Promise<unknown>): void {
    const remove = store.records.remove.bind(store.records);
    let done = false;
    store.records.remove = async (key, id) => {
      await remove(key, id);
      if (done || !id.includes('.bytes.')) return;
      done = true;
      await work();
    };
  }

  it('and who has given the role away since gets nothing of it by Allow', async () => {
    await asked();
    await becomesCoordinator(school, 'robyn');
    await idris().answerFile('accept');
    await endsWith(/The file was not sent\nYour role at the school has changed/);
  });

  it('and who gives the role away after Allow gets nothing that is not sent by then', async () => {
    await asked();
    await school.teams.fault({ path: '/files/upload', answer: 503 });
    await idris().answerFile('accept');
    await idris().card('The file is on its way');
    const before = await uploads();
    await becomesCoordinator(school, 'robyn');
    await pass(school, 1);
    await idris().card(/The file was not sent\nYour role at the school has changed/);
    assert.deepEqual([(await stored()).length, await uploads()], [1, before]);
  });

  it('and who gives the role away before it is made is told so', async () => {
    store.fails({ does: 'breaks', calls: ['replace'], ids: /^file\./, times: 1 });
    await ask();
    await store.struck();
    await becomesCoordinator(school, 'robyn');
    await pass(school, 1);
    await endsWith(/The file was not sent\nYour role at the school has changed/);
  });

  it('is no longer there for an Allow at the moment when it is taken away', async () => {
    await asked();
    onceRemoving(() => idris().answerFile('accept'));
    await school.later(day + 1);
    await endsWith(/This file is no longer kept/);
    assert.match(await newestText(idris()), /That file is no longer kept here/);
  });

  it('is not there for an Allow after its day, also while the worker has not come to it', async () => {
    await asked();
    store.fails({ does: 'breaks', calls: ['due'] });
    await school.later(day + 1);
    await idris().answerFile('accept');
    assert.match(await newestText(idris()), /That file is no longer kept here/);
    store.works();
    await pass(school, 1);
    await endsWith(/This file is no longer kept/);
  });

  it('of which something is missing ends with a word', async () => {
    await asked();
    for (const { id } of (await stored()).filter(({ id }) => id.includes('.bytes.'))) await store.records.remove(school.file.school, id);
    await idris().answerFile('accept');
    await endsWith(/The file could not be sent\nIt is no longer kept here\. You can ask for it again/);
  });

  it('is not made again and again where that takes the bot down', async () => {
    store.fails({ does: 'breaks', calls: ['create'], ids: /\.bytes\./ });
    await ask();
    for (let tries = 1; tries <= 4; tries += 1) {
      if (tries <= 2) await store.struck();
      await school.later(5);
    }
    await endsWith(/The file could not be made\nPlease ask for it again/);
  });
});
