import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { startSchool, type TestSchool } from '#test/support/school.ts';

describe('a teacher reports cyber-bullying', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool({ ruleSet: 'dsl-first' });
  });
  after(() => school.close());

  it('reaches the DSL, who takes it, and the teacher sees who and when', async () => {
    const robyn = school.teams.as('robyn');
    const dsl = school.teams.as('anita');
    await robyn.say('report');
    await robyn.press('Report a concern');
    let dialog = await robyn.dialog();
    assert.match(dialog?.card?.text ?? '', /A child in danger now\? Ring 999/);
    await robyn.press('Bullying, hate or cruel messages');
    dialog = await robyn.dialog();
    assert.match(dialog?.card?.text ?? '', /Goes to Mrs Shah/);
    await robyn.press('Send', { 'q.harmed.0.name': 'Sam Example', 'q.what': 'Messages in a group' });
    dialog = await robyn.dialog();
    assert.match(dialog?.card?.text ?? '', /Sent: OS-/);
    const alert = await dsl.card(/Safeguarding report, high priority OS-/);
    assert.doesNotMatch(alert.text, /Sam/);
    await dsl.press('I’m dealing with it');
    const seen = await robyn.card(/Mrs Shah is dealing with this/);
    assert.match(seen.text, /10:00/);
  });
});
