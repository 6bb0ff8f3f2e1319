import assert from 'node:assert/strict';
import { loadRoll } from '#stores/roll-record.ts';
import { faultyStore } from '#test/support/faulty-store.ts';
import { pressForged } from '#test/support/forged-press.ts';
import { csv, newestCard, pressOn, sendList } from '#test/support/lists.ts';
import type { TestSchool } from '#test/support/school.ts';
import { onScreen, quiet } from '#test/support/telling.ts';
import { openOverview, storedTraining, trainedSchool } from '#test/support/training.ts';

const header = ['Object id', 'Name', 'Kind', 'Job title', 'Started', 'E-mail', 'Manager'];

describe('a list of the people of the school', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await trainedSchool();
  });
  afterEach(() => school.close());
  const idris = () => school.teams.as('idris');
  const everybody = () => school.file.people.map(({ id, name, kind, jobTitle }) => [id, name, kind, jobTitle, '', '', '']);
  const list = (...rows: string[][]) => csv(header, ...rows).replace(/(Class teacher, Year \d)|(Pupil, Year \d)/g, '"$&"');

  it('shows who is new and who would have left, changes nothing until somebody says yes, and then does', async () => {
    const fresh = [
      'c3000000-0000-4000-8000-000000000001',
      'Ms Hannah Newby',
      'staff',
      'Teaching assistant',
      '24/11/2026',
      'h.newby@larkfield.example',
      '',
    ];
    const rows = [...everybody().filter(([, name]) => name !== 'Mr Owen Brandt'), fresh];
    const checked = await sendList(school, idris(), list(...rows));
    assert.match(checked.text, /New: 1\n/);
    assert.match(checked.text, /Would count as having left: 1\n/);
    assert.match(checked.text, /Not in the list, so they would count as having left: Mr Owen Brandt\./);
    const title = checked.buttons[0]?.title ?? '';
    assert.match(title, /^Make \d+ changes?$/);
    const done = await pressOn(school, idris(), title);
    assert.match(done.text, /1 new, \d+ changed, 1 left/);
    await school.later(1);
    await quiet(school);
    await openOverview(idris());
    await idris().press('Who is due');
    const due = await onScreen(idris());
    assert.match(due, /Ms Hannah Newby/);
    assert.doesNotMatch(due, /Owen Brandt/);
    const person = `${school.file.tenantId}:c3000000-0000-4000-8000-000000000001`;
    await idris().press({ title: 'Open', data: { person } });
    assert.match(await onScreen(idris()), /^Induction:.* is due .*Part of the induction\.$/m);
    await openOverview(idris());
    await idris().press('People');
    await idris().press('Show who cannot be reached');
    assert.match(await onScreen(idris()), /^Ms Hannah Newby: they have never had the app \(install it for them\)\.$/m);
  });

  it('is pasted in where *People* leads to, in a dialog of that name', async () => {
    const form = async () => [(await idris().dialog())?.title, (await onScreen(idris())).split('\n')[0]];
    await openOverview(idris());
    await idris().press('People');
    await idris().press('Bring in a list');
    assert.deepEqual(await form(), ['List of people', 'Bring in a list of people']);
    await idris().press('Back');
    assert.deepEqual(await form(), ['People', 'Who is on the school’s list']);
    await idris().press('Bring in a list');
    await idris().press('Check', { rows: list(...everybody().filter(([, name]) => name !== 'Mr Owen Brandt')) });
    assert.deepEqual(await form(), ['List of people', 'People: checked, nothing is changed yet']);
    assert.match(await onScreen(idris()), /they would count as having left: Mr Owen Brandt\./);
  });

  it('stands in the nights after: the school file does not take its place', async () => {
    const checked = await sendList(school, idris(), list(...everybody().filter(([, name]) => name !== 'Mr Owen Brandt')));
    await pressOn(school, idris(), checked.buttons[0]?.title ?? '');
    await school.later(24 * 60);
    await quiet(school);
    const roll = (await loadRoll(school.store.records, school.file.school))?.body;
    assert.equal(roll?.source, 'csv');
    assert.ok((roll?.syncAt ?? '') > school.clock.now(), 'the night has been looked at');
    await openOverview(idris());
    await idris().press('Who is due');
    assert.doesNotMatch(await onScreen(idris()), /Owen Brandt/);
  });

  it('says first which roles those hold who would have left', async () => {
    const checked = await sendList(school, idris(), list(...everybody().filter(([, name]) => !/Shah|Brandt/.test(name ?? ''))));
    assert.match(checked.text, /they would count as having left: Mrs Anita Shah, Mr Owen Brandt\./);
    assert.match(checked.text, /Give these roles to others in set-up first, or add them to the list:\nMrs Anita Shah: DSL \(/);
    assert.doesNotMatch(checked.text, /Owen Brandt: /);
  });

  it('makes nobody leave who was not there to be shown when it was checked', async () => {
    const fresh = ['c3000000-0000-4000-8000-000000000001', 'Ms Hannah Newby', 'staff', 'Teaching assistant', '', '', ''];
    const mine = await sendList(school, idris(), list(...everybody().filter(([, name]) => name !== 'Mr Owen Brandt')));
    const anita = school.teams.as('anita');
    const hers = await sendList(school, anita, list(...everybody(), fresh));
    await pressOn(school, anita, hers.buttons[0]?.title ?? '');
    const done = await pressOn(school, idris(), mine.buttons[0]?.title ?? '');
    assert.match(
      done.text,
      /^This list cannot be used\n.*it would now change something else\. Please send it again\.\nNothing was written\./,
    );
    await school.teams.as('owen').say('my training');
    assert.match((await newestCard(school.teams.as('owen'))).text, /^My training/);
  });

  it('cut off halfway by the store, is taken over whole, and says all of what it did', async () => {
    await school.close();
    const store = await faultyStore();
    school = await trainedSchool({ store });
    const fresh = ['c3000000-0000-4000-8000-000000000001', 'Ms Hannah Newby', 'staff', 'Teaching assistant', '', '', ''];
    const rows = [...everybody().filter(([, name]) => name !== 'Mr Owen Brandt'), fresh];
    const checked = await sendList(school, idris(), list(...rows));
    store.fails({ does: 'breaks', calls: ['create'], ids: /^member\./, times: 1 });
    await idris().press(checked.buttons[0]?.title ?? '');
    await store.struck();
    await school.later(1);
    await quiet(school);
    assert.match((await newestCard(idris())).text, /1 new, 0 changed, 1 left, 11 as before/);
  });

  it('cannot be brought in with a row that cannot be read: whoever is in it would count as having left', async () => {
    const [first = [], ...rest] = everybody();
    const checked = await sendList(school, idris(), list(first.with(2, 'wizard'), ...rest));
    assert.match(checked.text, /Please mend these rows and send it again/);
    assert.doesNotMatch(checked.text, /left:|Patel/, 'whoever may be in that row is not named as having left');
    assert.deepEqual(
      checked.buttons.map(({ title }) => title),
      ['See the row and why', 'Change nothing'],
    );
    const { import: key } = checked.buttons[0]?.data ?? {};
    for (const verb of ['import.confirm-good', 'import.confirm'] as const)
      await pressForged(school, 'idris', verb, { import: String(key), command: '00000001ZZZZZZZZZZZZ' });
    await quiet(school);
    assert.match((await newestCard(idris())).text, /Please mend these rows and send it again/);
    await school.teams.as('robyn').say('my training');
    assert.match((await newestCard(school.teams.as('robyn'))).text, /^My training/);
  });

  it('cannot be brought in with two people of one e-mail address: the second would count as having left', async () => {
    const rows = everybody().map((row) => (/Patel|Brandt/.test(row[1] ?? '') ? row.with(5, 'office@larkfield.example') : row));
    const checked = await sendList(school, idris(), list(...rows));
    assert.match(checked.text, /Please mend these rows and send it again/);
    assert.match(checked.text, /To be looked at: 1/);
    await idris().press('See the row and why');
    assert.match(await onScreen(idris()), /has the same e-mail address, and another Entra object id\./);
  });

  it('without whoever sends it is refused', async () => {
    const checked = await sendList(school, idris(), list(...everybody().filter(([, name]) => name !== 'Mr Idris Field')));
    assert.match(checked.text, /You are not in this list yourself/);
  });

  it('never brings in a pupil', async () => {
    const pupil = ['b2000000-0000-4000-8000-000000000001', 'Alfie Penrose', '', 'Pupil, Year 5', '', '', ''];
    const checked = await sendList(school, idris(), list(...everybody(), pupil));
    assert.match(checked.text, /To be looked at: 1/);
    await idris().press('See the row and why');
    assert.match(await onScreen(idris()), /Pupils are never on this list/);
  });

  it('of everybody as they are changes nothing, and leaves their records alone', async () => {
    const before = (await storedTraining(school, 'robyn')).events.length;
    await sendList(school, idris(), list(...everybody()));
    const card = await newestCard(idris());
    assert.match(card.text, /Would count as having left: 0/);
    assert.equal((await storedTraining(school, 'robyn')).events.length, before);
  });
});
