import assert from 'node:assert/strict';
import { handMade } from '#test/support/hand-made.ts';
import { campaigns, progressOf, reminderOf, sendReminder } from '#test/support/reminding.ts';
import type { TestSchool } from '#test/support/school.ts';
import { quiet } from '#test/support/telling.ts';
import { storedTraining, trainedSchool } from '#test/support/training.ts';

describe('a reminder that is open on two devices', () => {
  let school: TestSchool;
  afterEach(() => school.close());

  it('takes the day that was chosen last, also on the card that is not up to date, and each press once', async () => {
    school = await trainedSchool();
    await sendReminder(school, school.teams.as('idris'), { topic: 'refresher', who: 'staff' });
    const campaign = (await campaigns(school))[0]?.campaign.key ?? '';
    const wendy = handMade(school, 'wendy');
    const data = { campaign, command: `${campaign}-1`, topic: 'refresher' };
    const later = async (until: string) => (await wendy.execute('reminder.later', { ...data, 'until.refresher': until })).said;
    assert.match(await later('2026-11-26'), /You will be reminded on Thursday 26 November/);
    assert.match(await later('2026-11-30'), /You will be reminded on Monday 30 November/);
    await later('2026-11-30');
    assert.equal((await storedTraining(school, 'wendy')).events.filter(({ event }) => event.type === 'put-off').length, 2);
  });

  it('goes on listening however often somebody changes their mind', async () => {
    school = await trainedSchool();
    await sendReminder(school, school.teams.as('idris'), { topic: 'refresher', who: 'staff' });
    const wendy = school.teams.as('wendy');
    for (let i = 0; i < 24; i += 1) {
      await wendy.press({ title: i === 0 ? 'Remind me on…' : 'Another day…' });
      await wendy.press('Remind me then', { 'until.refresher': i % 2 === 0 ? '2026-11-25' : '2026-11-26' });
      await quiet(school);
      assert.match((await reminderOf(wendy)) ?? '', i % 2 === 0 ? /Wednesday 25 November/ : /Thursday 26 November/, `press ${i + 1}`);
    }
  });
});

describe('several people at the same reminder', () => {
  let school: TestSchool;
  afterEach(() => school.close());

  it('are each passed on to the coordinator when they ask for help', async () => {
    school = await trainedSchool();
    await sendReminder(school, school.teams.as('idris'), { topic: 'refresher', who: 'staff' });
    for (const who of ['robyn', 'owen', 'wendy']) await school.teams.as(who).press('I need help');
    await quiet(school);
    const told = (await school.teams.as('idris').cards()).flatMap(({ text }) => /^(\w+ \w+ \w+) asked for help/m.exec(text)?.[1] ?? []);
    assert.deepEqual(told.sort(), ['Mr Owen Brandt', 'Mrs Wendy Marlow', 'Ms Robyn Patel']);
  });

  it('each have its card in their chat, when two who run training ask for it at once', async () => {
    school = await trainedSchool({ ruleSet: 'dsl-first' });
    await sendReminder(school, school.teams.as('idris'), { topic: 'refresher', who: 'staff' });
    const others = ['anita', 'daniel'].map((who) => school.teams.as(who));
    for (const person of others) {
      await person.say('reminders');
      await person.press('Open');
    }
    for (const person of others) await person.press('Put its card in my chat');
    await quiet(school);
    for (const person of others) assert.match(await progressOf(person), /^Reminder: Online-safety refresher/);
  });
});
