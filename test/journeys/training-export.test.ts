import assert from 'node:assert/strict';
import { openStore } from '#bot/open-store.ts';
import { refusal } from '#cards/refusal.card.ts';
import type { Persona } from '#test/local-teams/client.ts';
import { countedStore } from '#test/support/counted-store.ts';
import { pressForged } from '#test/support/forged-press.ts';
import { newestCard, newestText, sendList } from '#test/support/lists.ts';
import type { TestSchool } from '#test/support/school.ts';
import { onScreen, quiet } from '#test/support/telling.ts';
import { openOverview, recordTraining, trainedSchool } from '#test/support/training.ts';
import { unzip } from '#test/support/unzip.ts';

describe('the register as a file', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await trainedSchool();
  });
  afterEach(() => school.close());
  const idris = () => school.teams.as('idris');

  it('of many is made from pages that are read once', async () => {
    await school.close();
    const { store, calls } = countedStore(await openStore({ kind: 'sqlite', file: ':memory:' }));
    school = await trainedSchool({ store, more: 230 });
    await openOverview(idris());
    await idris().press('Download');
    calls.length = 0;
    await idris().press('Make it', { format: 'csv' });
    await quiet(school);
    assert.equal((await idris().messages()).at(-1)?.file?.kind, 'offered');
    assert.deepEqual(
      calls.filter((call) => call.endsWith(' training')),
      ['list training', 'list training'],
    );
  });

  async function askFor(person: Persona, format: 'csv' | 'xlsx'): Promise<void> {
    await openOverview(person);
    await person.press('Download');
    await person.press('Make it', { format });
    assert.match(await onScreen(person), /The register is being made/);
    await person.closeDialog();
    await quiet(school);
  }

  async function fetched(person: Persona, format: 'csv' | 'xlsx'): Promise<Buffer> {
    await askFor(person, format);
    await person.answerFile('accept');
    await quiet(school);
    return await person.download();
  }

  const stored = async () => (await school.store.records.list(school.file.school, { kind: 'file', order: 'oldest', limit: 50 })).items;

  it('is asked about first, under a name that tells nothing, and is there once it is allowed', async () => {
    await askFor(idris(), 'xlsx');
    const offered = (await idris().messages()).at(-1);
    assert.deepEqual([offered?.file?.kind, offered?.file?.name], ['offered', 'training-register-2026-11-23.xlsx']);
    assert.equal(offered?.summary, 'Online Safety: your file.');
    await idris().answerFile('accept');
    await quiet(school);
    assert.equal((await idris().messages()).at(-1)?.file?.kind, 'kept');
    assert.match((await newestCard(idris())).text, /The file is in your OneDrive/);
    assert.equal((await stored()).length, 1);
  });

  it('holds everybody with what they have done and owe', async () => {
    const lines = (await fetched(idris(), 'csv')).toString().split('\r\n');
    assert.equal(lines[0], '\ufeffName,E-mail,Kind,Job title,Topic,Last done,Due,Standing,Course,Certificate,Known from,Recorded by');
    const robyn = lines.find((line) => line.startsWith('Ms Robyn Patel,') && line.includes('Online-safety refresher'));
    assert.match(robyn ?? '', /,2025-10-19,2026-10-19,Was due,.*,Brought in from a list,Mr Idris Field$/);
    assert.equal(new Set(lines.slice(1, -1).map((line) => line.split(',')[0])).size, school.file.people.length);
  });

  it('as a workbook holds the same in cells of text', async () => {
    const files = unzip(await fetched(idris(), 'xlsx'));
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    const words = files.get('xl/sharedStrings.xml') ?? sheet;
    assert.match(words, /Ms Robyn Patel/);
    assert.match(words, /Brought in from a list/);
    assert.doesNotMatch(sheet, /<f>/);
  });

  it('has no formula in it that a spreadsheet would run', async () => {
    const people = [await school.teams.idOf('owen')];
    for (const [i, course] of ['=HYPERLINK("http://x")', '+1', '-2+3', '@SUM(A1)'].entries())
      await recordTraining(idris(), {
        topic: ['prevent', 'nudes', 'staff-conduct', 'cyber-bullying'][i] ?? '',
        on: '2026-11-20',
        people,
        course,
      });
    const text = (await fetched(idris(), 'csv')).toString();
    for (const shown of [`"'=HYPERLINK(""http://x"")"`, `,'+1,`, `,'-2+3,`, `,'@SUM(A1),`]) assert.ok(text.includes(shown), shown);
    const files = unzip(await fetched(idris(), 'xlsx'));
    assert.doesNotMatch(files.get('xl/worksheets/sheet1.xml') ?? '', /<f>/);
    assert.match([...files.values()].join(''), /=HYPERLINK/);
  });

  it('sent back as a list brings in nothing: all of it is known', async () => {
    const card = await sendList(school, idris(), await fetched(idris(), 'csv'));
    assert.match(card.text, /Can be brought in: 0 records of 0 people/);
    assert.match(card.text, /To be looked at: 0/);
  });

  it('that is declined is deleted', async () => {
    await askFor(idris(), 'csv');
    assert.ok((await stored()).length > 1);
    await idris().answerFile('decline');
    await quiet(school);
    assert.match((await newestCard(idris())).text, /No file was sent\nIt has been deleted here/);
    assert.equal((await stored()).length, 1);
  });

  it('that nobody fetches is deleted after a day', async () => {
    await askFor(idris(), 'csv');
    await school.later(24 * 60 + 1);
    await quiet(school);
    assert.match((await idris().card('This file is no longer kept')).text, /Nobody fetched it within a day/);
    assert.equal((await stored()).length, 1);
  });

  it('is tried again when OneDrive is busy, and given up with a word when it will not have it', async () => {
    await askFor(idris(), 'csv');
    await school.teams.fault({ path: '/files/upload', answer: 503 });
    await idris().answerFile('accept');
    await idris().card('The file is on its way');
    await school.later(1);
    await quiet(school);
    assert.match((await newestCard(idris())).text, /The file is in your OneDrive/);
    await askFor(idris(), 'csv');
    await school.teams.fault({ path: '/files/upload', answer: 403 });
    await idris().answerFile('accept');
    await quiet(school);
    assert.match((await newestCard(idris())).text, /OneDrive did not take it/);
  });

  it('is for the headteacher too, and for nobody else', async () => {
    assert.ok((await fetched(school.teams.as('judith'), 'csv')).length > 100);
    for (const name of ['robyn', 'grace', 'tomasz'])
      for (const verb of ['export.open', 'export.make'] as const)
        assert.equal(await pressForged(school, name, verb, { command: '00000001ZZZZZZZZZZZZ' }, true), refusal('nothing-here'), name);
  });

  it('answered by somebody else, or with a key of nothing, sends nothing', async () => {
    await askFor(idris(), 'csv');
    const consent = (await school.teams.record()).findLast(({ body }) => JSON.stringify(body).includes('file.consent'));
    const key = JSON.stringify(consent?.body).match(/"acceptContext":\{"file":"([^"]+)"/)?.[1] ?? '';
    const robyn = school.teams.as('robyn');
    await robyn.say('help');
    const last = (await school.teams.record()).findLast(({ direction }) => direction === 'to-bot');
    const upload = { uploadUrl: `${school.teams.url}files/upload/1`, contentUrl: 'x', uniqueId: '1', fileType: 'csv', name: 'x.csv' };
    for (const file of [key, 'nothing-there', '../settings.current']) {
      const value = { type: 'fileUpload', action: 'accept', context: { file }, uploadInfo: upload };
      const activity = {
        ...(last?.body as object),
        type: 'invoke',
        name: 'fileConsent/invoke',
        id: `f:${file.length}`,
        text: undefined,
        value,
      };
      const answer = await fetch(school.botUrl, {
        method: 'POST',
        body: JSON.stringify(activity),
        headers: { 'content-type': 'application/json' },
      });
      assert.equal(answer.status, 200);
    }
    await quiet(school);
    assert.match(await newestText(robyn), /no longer kept here/);
    assert.ok((await stored()).length > 1);
  });
});
