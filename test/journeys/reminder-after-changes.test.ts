import assert from 'node:assert/strict';
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
    await as('idris').card(/^Reminders\nInduction: online safeguarding, 10:00/);
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
