import assert from 'node:assert/strict';
import { confirm } from '#test/support/campaigns.ts';
import { csv, pressOn, sendList } from '#test/support/lists.ts';
import { allOut, campaigns, progressOf, reminderOf, sendReminder } from '#test/support/reminding.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen, ownChat } from '#test/support/telling.ts';

describe('a reminder of a topic that the school’s rules no longer have', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool({ ruleSet: 'dsl-first', training: true });
    await sendReminder(school, as('idris'), { topic: 'online-safeguarding', words: 'The hall is booked.', who: 'staff' });
    await as('idris').say('set up');
    await as('idris').press('Set up');
    await as('idris').press({ data: { verb: 'setup.rule-set' } });
    await as('idris').press('Save', { 'rule-set': 'headteacher-first' });
    await as('idris').press('Yes, change the rules');
    await as('idris').closeDialog();
    await allOut(school);
  });
  after(() => school.close());
  const as = (who: string) => school.teams.as(who);
  const reminded = async () => {
    for (const who of ['robyn', 'owen', 'wendy', 'tomasz', 'carys']) if ((await reminderOf(as(who))) !== undefined) return as(who);
    throw new Error('Nobody was reminded');
  };

  it('keeps the name it was sent under, in lists and on cards', async () => {
    await as('idris').say('reminders');
    await as('idris').card(/^Reminders\nInduction: online safeguarding, to /);
    await as('idris').press('Open');
    assert.match(await onScreen(as('idris')), /Reminder: Induction: online safeguarding/);
    await as('idris').press('Put its card in my chat');
    await as('idris').closeDialog();
    await allOut(school);
    assert.match(await progressOf(as('idris')), /^Reminder: Induction: online safeguarding\n/);
    assert.doesNotMatch(await ownChat(as('idris')), /online-safeguarding/);
  });

  it('says so on the card when it is answered, and asks for nothing more', async () => {
    const person = await reminded();
    await person.press('I need help');
    const card = await person.card(/which the school’s rules no longer ask for/);
    assert.match(card.text, /^A reminder\nMr Field writes:\nThe hall is booked\.\nThis was about Induction: online safeguarding/);
    assert.deepEqual(card.buttons, []);
  });
});

describe('a reminder of what a list of past training then brings in', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool({ ruleSet: 'dsl-first', training: true });
    await sendReminder(school, as('idris'), { topic: 'governors', who: 'governor' });
    await confirm(school, { key: 'auto-2026-11-23', changes: { from: 'daily', content: { kind: 'owed' } } });
    await allOut(school);
    const rows = [
      ['Grace Ferris', 'governors', '20/11/2026'],
      ['Yusuf Ali', 'governors', '20/11/2019'],
      ['Carys Vaughan', 'prevent', '19/11/2026'],
      ['Carys Vaughan', 'cyber-bullying', '20/11/2026'],
    ];
    const checked = await sendList(school, as('idris'), csv(['Name', 'Topic', 'Date'], ...rows));
    await pressOn(school, as('idris'), checked.buttons.find(({ title }) => title.startsWith('Bring in 4'))?.title ?? 'Bring in 4 records');
    await allOut(school);
  });
  after(() => school.close());
  const as = (who: string) => school.teams.as(who);

  it('says that it is done, to its reader and to its sender', async () => {
    assert.match((await reminderOf(as('grace'))) ?? '', /Your training Online safety for governors is done\. It is next due/);
    await as('idris').card(/Reminder: Online safety for governors[\s\S]*Done: 1\n/);
  });

  it('is still owed where what was brought in is of long ago', async () => {
    assert.match((await reminderOf(as('yusuf'))) ?? '', /Online safety for governors (is|was) due/);
  });

  it('has all of it ticked off on a list of several', async () => {
    const list = (await as('carys').cards()).findLast(({ text }) => /what is due/.test(text))?.text ?? '';
    assert.match(list, /Prevent and online radicalisation is done\./);
    assert.match(list, /Cyber-bullying is done\./);
  });
});

describe('the progress card of a coordinator who looks after training no longer', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool({ ruleSet: 'dsl-first', training: true });
    await sendReminder(school, as('idris'), { topic: 'refresher', who: 'staff' });
    await as('idris').say('set up');
    await as('idris').press('Set up');
    await as('idris').press({ data: { verb: 'setup.roles' } });
    await as('idris').press({ data: { verb: 'setup.role', role: 'computing-coordinator' } });
    await as('idris').press('Save', { holders: await school.teams.idOf('owen') });
    await as('idris').closeDialog();
    await as('judith').press('I agree');
    await allOut(school);
  });
  after(() => school.close());
  const as = (who: string) => school.teams.as(who);

  it('shows no figures and no names when it is drawn again', async () => {
    assert.match(await progressOf(as('idris')), /Delivered: 9/);
    await as('robyn').press('I need help');
    const card = await as('idris').card('This is with the coordinator now');
    assert.doesNotMatch(card.text, /\d|Patel|Field|refresher/);
    assert.deepEqual(card.buttons, []);
    assert.equal(await progressOf(as('idris')), '');
  });

  it('is had by the new one instead, who finds the reminder where it is', async () => {
    await as('owen').say('reminders');
    await as('owen').press({ title: 'Open', data: { campaign: (await campaigns(school))[0]?.campaign.key ?? '' } });
    await as('owen').press('Put its card in my chat');
    await as('owen').closeDialog();
    await allOut(school);
    assert.match(await progressOf(as('owen')), /Delivered: 9[\s\S]*Asked for help: 1/);
    assert.equal(await progressOf(as('idris')), '');
  });
});
