import assert from 'node:assert/strict';
import type { ImportBody } from '#stores/import-record.ts';
import { until } from '#test/support/campaigns.ts';
import { csv, fetchedOnce, newestText, sendList } from '#test/support/lists.ts';
import type { TestSchool } from '#test/support/school.ts';
import { onScreen, pass, quiet } from '#test/support/telling.ts';
import { becomesCoordinator, openOverview, storedTraining, trainedSchool } from '#test/support/training.ts';

const list = csv(['Name', 'Topic', 'Date'], ['Robyn Patel', 'prevent', '2/3/25']);

describe('a file from somebody who may not bring records in', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await trainedSchool();
  });
  afterEach(() => school.close());
  const fetches = async () => (await school.teams.record()).filter(({ path }) => path.startsWith('/files/')).length;

  it('is answered kindly and not even fetched', async () => {
    for (const name of ['robyn', 'judith', 'grace', 'tomasz']) {
      await school.teams.as(name).sendFile('past.csv', list);
      await quiet(school);
      assert.match(await newestText(school.teams.as(name)), /this one was not opened\. If you are worried about a child/, name);
    }
    assert.equal(await fetches(), 0);
  });

  it('that is bigger than 10 MB is not read to its end, and says what to do', async () => {
    const rest = Buffer.alloc(10 * 1024 * 1024, 'Robyn Patel,prevent,2/3/25\r\n');
    const answer = await sendList(school, school.teams.as('idris'), Buffer.concat([Buffer.from(list), rest]));
    assert.match(answer.text, /It is bigger than 10 MB, which is the most\. Past records can come in several files\./);
  });

  it('is nothing to a pupil with an account, and to nobody in a group', async () => {
    await school.teams.as('alfie').sendFile('past.csv', list);
    assert.doesNotMatch(await newestText(school.teams.as('alfie')), /opened|Checking/i);
    await assert.rejects(school.teams.as('anita').sendFile('past.csv', list, { in: 'Alerts' }), /chat with them only/);
    assert.equal(await fetches(), 0);
  });

  it('whose address is not where Teams keeps files is not fetched', async () => {
    const idris = school.teams.as('idris');
    await idris.sendFile('past.csv', list);
    await quiet(school);
    const sent = (await school.teams.record()).findLast(({ direction }) => direction === 'to-bot');
    const before = await fetches();
    const content = { downloadUrl: 'http://169.254.169.254/metadata', uniqueId: '1', fileType: 'csv' };
    const attachments = [{ contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'x.csv', content }];
    const body = JSON.stringify({ ...(sent?.body as object), id: '999', attachments });
    await fetch(school.botUrl, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    await quiet(school);
    assert.match((await idris.card('cannot be used')).text, /not kept where Teams keeps files/);
    assert.equal(await fetches(), before);
  });

  it('is not there for anybody else who presses its button by hand', async () => {
    const idris = school.teams.as('idris');
    await sendList(school, idris, list);
    const card = (await idris.cards()).at(-1);
    const press = card?.buttons.find(({ title }) => title === 'Bring in 1 record');
    const robyn = school.teams.as('robyn');
    await robyn.say('help');
    const last = (await school.teams.record()).findLast(({ direction }) => direction === 'to-bot');
    const body = JSON.stringify({ ...(last?.body as object), text: undefined, value: press?.data });
    await fetch(school.botUrl, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    await quiet(school);
    assert.match(await newestText(robyn), /nothing here for you/);
    assert.equal(
      (await storedTraining(school, 'robyn')).record.entries.some(({ on }) => on === '2025-03-02'),
      false,
    );
  });

  it('is one list for each of two coordinators, also where Teams gives both messages the same id', async () => {
    for (const name of ['idris', 'anita']) {
      const before = (await school.teams.record()).length;
      await sendList(school, school.teams.as(name), list);
      const sent = (await school.teams.record()).slice(before).find(({ direction }) => direction === 'to-bot');
      const body = JSON.stringify({ ...(sent?.body as object), id: '1700000000001' });
      await fetch(school.botUrl, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
      await quiet(school);
      const checked = (await school.teams.as(name).cards()).filter(({ text }) => text.includes('Checked'));
      assert.equal(checked.length, 2, name);
    }
  });

  it('brought by Teams twice is one list', async () => {
    const idris = school.teams.as('idris');
    await sendList(school, idris, list);
    await idris.again();
    await quiet(school);
    assert.equal((await idris.cards()).filter(({ text }) => text.includes('Checked')).length, 1);
  });

  it('that Teams cannot give out is tried again, and then said to be gone', async () => {
    const idris = school.teams.as('idris');
    await school.teams.fault({ path: '/files/content', answer: 503 }, { path: '/files/content', answer: 404 });
    await idris.sendFile('past.csv', list);
    await fetchedOnce(school);
    // Until the first answer is noted, a look of the sweep finds nothing new to do.
    await idris.card('Checking your list');
    await school.later(1);
    assert.match((await idris.card('cannot be used')).text, /Please send it again/);
  });
});

describe('a list whose sender has lost the role by the time it is written', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await trainedSchool();
  });
  afterEach(() => school.close());
  const two = csv(['Name', 'Topic', 'Date'], ['Robyn Patel', 'prevent', '2/3/25'], ['Owen Brandt', 'prevent', '2/3/25']);

  /** Somebody who does not run training has said yes, and so many of its people are written. */
  async function saidYesTo(written: number): Promise<string> {
    const idris = school.teams.as('idris');
    await sendList(school, idris, two);
    const { records } = school.store;
    const { items } = await records.list<ImportBody>(school.file.school, { kind: 'import', order: 'oldest', limit: 20 });
    const stored = items.find(({ body }) => body.job?.state === 'checked');
    if (stored === undefined) throw new Error('No list is checked');
    const { etag, ...doc } = stored;
    const confirmedBy = `${school.file.tenantId}:${await school.teams.idOf('wendy')}`;
    const job = { ...doc.body.job, state: 'writing' as const, confirmedBy, confirmedAt: school.clock.now(), cursor: written };
    const index = { ...doc.index, status: 'writing', dueAt: school.clock.now() };
    await records.replace({ ...doc, index, body: { ...doc.body, job } }, etag);
    await school.later(1);
    await quiet(school);
    return (await idris.cards()).at(-1)?.text ?? '';
  }
  const entries = async (who: string) => (await storedTraining(school, who)).record.entries.filter(({ on }) => on === '2025-03-02').length;

  it('is not begun', async () => {
    assert.match(await saidYesTo(0), /does not run training any more[\s\S]*Nothing was written/);
    assert.deepEqual([await entries('robyn'), await entries('owen')], [0, 0]);
  });

  it('is brought in whole once it has begun: nothing is half imported', async () => {
    assert.match(await saidYesTo(1), /Brought in/);
    assert.deepEqual([await entries('robyn'), await entries('owen')], [1, 1]);
  });
});

describe('the card of a list of people, in the chat of somebody who gives the role away', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await trainedSchool();
  });
  afterEach(() => school.close());
  const idris = () => school.teams.as('idris');
  const tried = async () => {
    const { items } = await school.store.records.list<ImportBody>(school.file.school, { kind: 'import', order: 'oldest', limit: 20 });
    return items.some(({ body }) => body.postings?.some(({ attempts }) => attempts > 0));
  };
  const withoutOwen = () =>
    csv(
      ['Object id', 'Name', 'Kind'],
      ...school.file.people.filter(({ name }) => !name.includes('Brandt')).map(({ id, name, kind }) => [id, name, kind]),
    );
  const elsewhere = /^This is with the coordinator now\nYou no longer run training[^\n\d]*$/;

  it('names nobody when it is drawn again', async () => {
    assert.match((await sendList(school, idris(), withoutOwen())).text, /they would count as having left: Mr Owen Brandt/);
    await becomesCoordinator(school, 'robyn');
    await school.later(7 * 24 * 60 + 1);
    const { text, buttons } = await idris().card('with the coordinator now');
    assert.match(text, elsewhere);
    assert.deepEqual(buttons, []);
  });

  it('names nobody when Teams takes it only afterwards', async () => {
    await openOverview(idris());
    await idris().press('Bring in past records');
    await school.teams.fault({ method: 'POST', person: 'idris', answer: 503, retryAfter: 30 });
    await idris().press('Check', { rows: withoutOwen() });
    assert.match(await onScreen(idris()), /they would count as having left: Mr Owen Brandt/);
    await idris().closeDialog();
    await until(tried, 'the card was tried');
    await becomesCoordinator(school, 'robyn');
    await school.teams.clearFaults();
    await pass(school, 5);
    assert.match((await idris().cards()).at(-1)?.text ?? '', elsewhere);
  });
});
