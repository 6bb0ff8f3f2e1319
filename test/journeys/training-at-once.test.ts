import assert from 'node:assert/strict';
import { progressOf, sendReminder } from '#test/support/reminding.ts';
import type { TestSchool } from '#test/support/school.ts';
import { quiet } from '#test/support/telling.ts';
import { trainedSchool } from '#test/support/training.ts';

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
