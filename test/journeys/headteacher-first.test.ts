import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen, openTile, pass, quiet, sendOpen, sendReport } from '#test/support/telling.ts';

describe('cyber-bullying where the headteacher is told first', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await startSchool({ ruleSet: 'headteacher-first' });
  });
  afterEach(() => school.close());

  it('goes to the headteacher, the DSL is told too, and the form says so with its source', async () => {
    const robyn = school.teams.as('robyn');
    await openTile(robyn, 'bullying');
    assert.match(await onScreen(robyn), /Goes to Mrs Lowe/);
    await robyn.press('Why?');
    assert.match(await onScreen(robyn), /E-safety Policy, Misuse by pupils/);
    await sendOpen(robyn, { 'q.harmed.0.name': 'Sam Example', 'q.what': 'Messages in a group' });
    const head = await school.teams.as('judith').card(/Safeguarding report, high priority OS-/);
    assert.match(head.text, /Policy: E-safety Policy, Misuse by pupils/);
    assert.doesNotMatch(head.text, /Sam|Robyn|Patel/);
    await school.teams.as('anita').card(/Safeguarding report, high priority OS-.*Policy: KCSIE, Part two/s);
    await quiet(school);
    assert.equal((await school.teams.as('daniel').cards()).length, 1, 'only the welcome');
  });

  it('is dealt with by the headteacher, whoever of those told answers first', async () => {
    const robyn = school.teams.as('robyn');
    await sendReport(robyn, 'bullying', { 'q.what': 'Messages in a group' });
    await quiet(school);
    await school.teams.as('anita').press('I’m dealing with it');
    await robyn.card(/Mrs Shah is dealing with this \(10:00\)/);
    await school.later(5);
    await school.teams.as('judith').press('I know of it');
    await robyn.card(/Mrs Lowe is dealing with this \(10:05\)/);
  });

  it('climbs from the headteacher to the DSL and then to the deputy and senior leaders', async () => {
    await sendReport(school.teams.as('robyn'), 'bullying', { 'q.what': 'Messages in a group' });
    await quiet(school);
    await pass(school, 30);
    await school.teams.as('anita').card(/waiting 30 minutes/);
    await pass(school, 29);
    assert.equal((await school.teams.as('daniel').cards()).length, 1);
    await pass(school, 1);
    await school.teams.as('daniel').card(/waiting/);
    await school.teams.as('carys').card(/high priority/);
  });
});
