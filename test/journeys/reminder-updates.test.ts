import assert from 'node:assert/strict';
import { allOut, campaigns, lookAt, progressOf, reminderOf } from '#test/support/reminding.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen } from '#test/support/telling.ts';

describe('an update that staff are given as needed', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool({ ruleSet: 'dsl-first', training: true });
  });
  after(() => school.close());
  const as = (who: string) => school.teams.as(who);
  const update = { topic: 'update', words: 'The bulletin of today is about a new app.', who: 'staff' };

  it('goes to everybody chosen, though nobody owes it', async () => {
    assert.match(await lookAt(as('idris'), update), /This goes to 9 people \(all staff\)/);
    await as('idris').press('Send');
    await as('idris').closeDialog();
    await allOut(school);
    const [sent] = await campaigns(school);
    assert.match(await progressOf(as('idris')), /From Mr Field, to all staff\.\n0 of 9 have done it\./);
    assert.deepEqual([sent?.campaign.total, sent?.campaign.tally.delivered], [9, 9]);
  });

  it('says that it is new, and by no day', async () => {
    const card = (await reminderOf(as('robyn'))) ?? '';
    assert.match(card, /^There is something new: Update by e-mail, bulletin or meeting \(5 minutes\)\.$/m);
    assert.match(card, /From: Online Safety Policy, 11 /);
    assert.doesNotMatch(card, /is done|is due|was due/);
    const buttons = (await as('robyn').card('A reminder')).buttons.map(({ title }) => title);
    assert.ok(buttons.includes('I’ve done it') && buttons.includes('I need help'));
    assert.ok(!buttons.includes('Remind me on…'));
  });

  it('is done by whoever says so, in the record and for its sender', async () => {
    await as('robyn').press('I’ve done it');
    await as('robyn').press('Save: I’ve done it', { 'on.update': '2026-11-23' });
    await allOut(school);
    assert.match((await reminderOf(as('robyn'))) ?? '', /You said that you did it on Monday 23 November/);
    assert.match(await progressOf(as('idris')), /Done: 1/);
  });

  it('is nudged of once more to the others only, and the next one goes to all again', async () => {
    await as('idris').press('Nudge those who haven’t');
    assert.match(await onScreen(as('idris')), /8 people/);
    await as('idris').closeDialog();
    assert.match(await lookAt(as('idris'), update), /This goes to 9 people \(all staff\)/);
    await as('idris').closeDialog();
  });

  it('has nobody for whom it was due', async () => {
    assert.match(await lookAt(as('idris'), { ...update, who: 'overdue' }), /This goes to nobody/);
    await as('idris').closeDialog();
  });
});
