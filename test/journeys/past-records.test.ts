import assert from 'node:assert/strict';
import { csv, newestCard, newestText, pressOn, sendList } from '#test/support/lists.ts';
import type { TestSchool } from '#test/support/school.ts';
import { onScreen, quiet } from '#test/support/telling.ts';
import { openOverview, storedTraining, trainedSchool } from '#test/support/training.ts';

const header = ['Name', 'Topic', 'Date', 'Course', 'Certificate'];
const good = csv(
  header,
  ['Robyn Patel', 'Prevent', '2/3/25', 'Awareness', 'P-77'],
  ['Owen Brandt', 'cyber-bullying', '3 Mar 2025', '', ''],
);

describe('a list of past records', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await trainedSchool();
  });
  afterEach(() => school.close());
  const idris = () => school.teams.as('idris');
  const topicPrevent = csv(
    header,
    ['Robyn Patel', 'Prevent and online radicalisation', '2/3/25', 'Awareness', 'P-77'],
    ['Owen Brandt', 'cyber-bullying', '3 Mar 2025', '', ''],
  );

  it('is only checked until somebody says yes, and then it is in the register', async () => {
    const before = (await storedTraining(school, 'robyn')).events.length;
    const checked = await sendList(school, idris(), topicPrevent);
    assert.match(checked.text, /Checked\. Nothing is written yet/);
    assert.match(checked.text, /Can be brought in: 2 records of 2 people/);
    assert.equal((await storedTraining(school, 'robyn')).events.length, before);
    const done = await pressOn(school, idris(), 'Bring in 2 records');
    assert.match(done.text, /2 records of 2 people are in the register now/);
    const { record } = await storedTraining(school, 'robyn');
    const entry = record.entries.find(({ on }) => on === '2025-03-02');
    assert.deepEqual(
      [entry?.topic, entry?.course, entry?.certificate, entry?.source, entry?.by],
      ['prevent', 'Awareness', 'P-77', 'import', `${school.file.tenantId}:${await school.teams.idOf('idris')}`],
    );
  });

  it('sent again brings in nothing twice', async () => {
    await sendList(school, idris(), topicPrevent);
    await pressOn(school, idris(), 'Bring in 2 records');
    const again = await sendList(school, idris(), topicPrevent);
    assert.match(again.text, /Left out: 2 .*There is nothing new in it to bring in/s);
    assert.deepEqual(
      again.buttons.map(({ title }) => title),
      ['See the 2 rows and why', 'Bring in nothing'],
    );
  });

  it('with bad rows is brought in without them only by saying so, and each is named with its line and reason', async () => {
    const mixed = csv(
      header,
      ['Robyn Patel', 'prevent', '31/11/2025', '', ''],
      ['Owen Brandt', 'prevent', '2/3/25', '', ''],
      ['Eve *Nobody*', 'prevent', '1/1/25', '', ''],
    );
    const checked = await sendList(school, idris(), mixed);
    assert.match(checked.text, /To be looked at: 2/);
    assert.deepEqual(
      checked.buttons.map(({ title }) => title),
      ['Bring in the good row only', 'See the 2 rows and why', 'Bring in nothing'],
    );
    await idris().press('See the 2 rows and why');
    const rows = await onScreen(idris());
    assert.match(rows, /Line 2: “31\/11\/2025” does not exist: November 2025 has 30 days\./);
    assert.match(rows, /Line 4: Nobody on the school’s list is called “Eve \*Nobody\*”\./);
    await idris().closeDialog();
    const done = await pressOn(school, idris(), 'Bring in the good row only');
    assert.match(done.text, /1 record of 1 person is in the register now\.\n2 rows of the list were not brought in/);
  });

  it('says which lines a quotation mark has run together, so that none is lost unseen', async () => {
    const lines = [
      'Robyn Patel,Prevent,2/3/25,"Awareness',
      'Wendy Marlow,Prevent,2/3/25,"Awareness"',
      '"Owen Brandt,Prevent,2/3/25',
      'Carys Vaughan",Prevent,2/3/25',
    ];
    const checked = await sendList(school, idris(), ['Name,Topic,Date,Course', ...lines].join('\n'));
    assert.match(checked.text, /Can be brought in: 0 records/);
    await idris().press('See the 2 rows and why');
    const said = await onScreen(idris());
    assert.match(said, /^Line 2: Lines 2 to 3 have run together: a quotation mark is opened/m);
    assert.match(said, /^Line 4: Lines 4 to 5 have run together/m);
    await idris().closeDialog();
    const wordy = 'Name,Topic,Date,Course\nRobyn Patel,Prevent,2/3/25,"Awareness, part 1\nand part 2, in the hall"';
    assert.match((await sendList(school, idris(), wordy)).text, /Can be brought in: 1 record of 1 person/);
  });

  it('gives all its bad rows as a file', async () => {
    await sendList(school, idris(), csv(header, ...Array.from({ length: 60 }, (_, i) => [`Nobody ${i}`, 'prevent', '2/3/25', '', ''])));
    await idris().press('See the 60 rows and why');
    assert.match(await onScreen(idris()), /Rows 1 to 20 of 60/);
    await idris().press('Next page');
    assert.match(await onScreen(idris()), /Rows 21 to 40 of 60/);
    await idris().press('Previous page');
    assert.match(await onScreen(idris()), /Rows 1 to 20 of 60/);
    await idris().press('Send me the whole list');
    await quiet(school);
    await idris().answerFile('accept');
    await quiet(school);
    const lines = (await idris().download()).toString().split('\r\n');
    assert.equal(lines[0], '\ufeffLine,What becomes of it,Why');
    assert.equal(lines[60], '61,Please look at it,Nobody on the school’s list is called “Nobody 59”.');
  });

  it('leads from its rows back to what can be done with it', async () => {
    await openOverview(idris());
    await idris().press('Bring in past records');
    await idris().press('Check', {
      rows: csv(header, ['Robyn Patel', 'prevent', '2/3/25', '', ''], ['Eve Nobody', 'prevent', '1/1/25', '', '']),
    });
    const checked = await onScreen(idris());
    await idris().press('See the row and why');
    assert.match(await onScreen(idris()), /Line 3: Nobody on the school’s list/);
    await idris().press('Back');
    assert.equal(await onScreen(idris()), checked);
    await idris().press('Bring in the good row only');
    await quiet(school);
    assert.match((await newestCard(idris())).text, /1 record of 1 person is in the register now/);
  });

  it('can be left alone, and is forgotten', async () => {
    await sendList(school, idris(), topicPrevent);
    const left = await pressOn(school, idris(), 'Bring in nothing');
    assert.match(left.text, /Nothing was brought in/);
    const { items } = await school.store.records.list(school.file.school, { kind: 'import', order: 'oldest', limit: 20 });
    assert.equal(items.length, 1);
  });

  it('that nobody answers for a week is forgotten, and says so', async () => {
    await sendList(school, idris(), topicPrevent);
    await school.later(7 * 24 * 60 + 1);
    assert.match((await idris().card('Nothing was brought in')).text, /The list is no longer kept here/);
  });

  it('that nobody says the kind of is forgotten too, with the way to its file', async () => {
    await sendList(school, idris(), csv(['Name', 'E-mail'], ['Robyn Patel', 'r@larkfield.example']));
    await school.later(7 * 24 * 60 + 1);
    await idris().card('Nothing was brought in');
    const { items } = await school.store.records.list(school.file.school, { kind: 'import', order: 'oldest', limit: 20 });
    assert.equal(items.length, 1);
    assert.doesNotMatch(JSON.stringify(items), /"source"/);
  });

  it('pasted into the dialog is checked at once, with what was typed kept when something is wrong', async () => {
    await openOverview(idris());
    await idris().press('Bring in past records');
    await idris().press('Check', { rows: 'Name\tCourse\nRobyn Patel\tx' });
    assert.match(await onScreen(idris()), /No column was found for the topic/);
    assert.equal((await idris().dialog())?.card?.inputs.find(({ id }) => id === 'rows')?.value, 'Name\tCourse\nRobyn Patel\tx');
    await idris().press('Check', { rows: good.replace('Prevent', 'prevent').replaceAll(',', '\t') });
    assert.equal((await idris().dialog())?.title, 'Past records');
    assert.match(await onScreen(idris()), /Can be brought in: 2 records of 2 people/);
    await idris().press('Bring in 2 records');
    await quiet(school);
    assert.match((await newestCard(idris())).text, /2 records of 2 people are in the register now/);
  });

  it('that does not tell what it is of is asked about', async () => {
    const unclear = csv(['Name', 'E-mail'], ['Robyn Patel', 'r@larkfield.example']);
    assert.match((await sendList(school, idris(), unclear)).text, /What is this a list of\?/);
    assert.match((await pressOn(school, idris(), 'Training that people have done')).text, /No column was found for the topic/);
    await openOverview(idris());
    await idris().press('Bring in past records');
    await idris().press('Check', { rows: unclear });
    assert.match(await onScreen(idris()), /What is it a list of\?/);
  });

  it('as a workbook, a picture or two files at once is answered with what to do', async () => {
    await idris().sendFile('register.xlsx', 'PK');
    assert.match(await newestText(idris()), /Excel workbook.*CSV UTF-8/);
    await idris().sendFile('class.png', 'x');
    assert.match(await newestText(idris()), /Only lists saved as CSV/);
    const card = await sendList(school, idris(), Buffer.from([0x50, 0x4b, 3, 4, 0]), 'really-a-workbook.csv');
    assert.match(card.text, /This list cannot be used\nThis is an Excel workbook/);
  });

  it('with a line or a quotation mark that is too long says which it is, and where', async () => {
    const list = (course: string) => `Name,Topic,Date,Course\nRobyn Patel,prevent,2/3/25,${course}\nOwen Brandt,prevent,2/3/25,x\n`;
    const long = await sendList(school, idris(), list('x'.repeat(30_000)));
    assert.match(long.text, /This list cannot be used\nLine 2 has more than 20,000 letters/);
    const open = await sendList(school, idris(), list('"x'));
    assert.match(open.text, /This list cannot be used\nA quotation mark is opened in the row that begins on line 2, and never closed/);
  });
});
