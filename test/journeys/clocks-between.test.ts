import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen, openForm, openTile, ownChat, pass, quiet, rung, sendOpen, sendReport } from '#test/support/telling.ts';

describe('the clocks in between', () => {
  let school: TestSchool;
  afterEach(() => school.close());
  const begin = async (at: string, ruleSet: 'dsl-first' | 'headteacher-first' = 'dsl-first') => {
    school = await startSchool({ at, ruleSet });
    await quiet(school);
  };
  const bullying = { 'q.what': 'Messages in a group', 'q.worried': 'no' };

  it('a first decision is due before the children go home', async () => {
    await begin('2026-11-23T14:30:00.000Z');
    await sendReport(school.teams.as('robyn'), 'bullying', bullying);
    await quiet(school);
    await school.teams.as('anita').press('I’m dealing with it');
    await pass(school, 49);
    assert.doesNotMatch(await ownChat(school.teams.as('anita')), /what has been decided/);
    await pass(school, 1);
    await school.teams.as('anita').card(/what has been decided\?/);
  });

  it('nobody is chased at night for a report of high priority taken at the end of the day', async () => {
    await begin('2026-11-23T17:00:00.000Z');
    await sendReport(school.teams.as('robyn'), 'bullying', bullying);
    await quiet(school);
    await school.teams.as('anita').press('I’m dealing with it');
    await pass(school, 12 * 60);
    assert.doesNotMatch(await ownChat(school.teams.as('anita')), /what has been decided/);
    await pass(school, 3 * 60);
    await school.teams.as('anita').card(/what has been decided\?/);
  });

  it('a report of standard priority is asked for a first decision as well', async () => {
    await begin('2026-11-23T10:00:00.000Z');
    await sendReport(school.teams.as('robyn'), 'content', { 'q.which': 'game', 'q.worried': 'no', 'q.undressed': 'no' });
    await quiet(school);
    await school.teams.as('anita').press('I’m dealing with it');
    await pass(school, 59);
    assert.doesNotMatch(await ownChat(school.teams.as('anita')), /what has been decided/);
    await pass(school, 1);
    await school.teams.as('anita').card(/what has been decided\?/);
  });

  it('after an outage of hours everybody gets one message, not one for each that was missed', async () => {
    await begin('2026-11-23T10:00:00.000Z');
    await sendReport(school.teams.as('robyn'), 'imagery');
    await quiet(school);
    const rings = await rung(school.teams.as('anita'));
    await pass(school, 3 * 60);
    assert.ok((await rung(school.teams.as('anita'))) <= rings + 1);
  });

  it('danger at night rings the person on call and the DSL team', async () => {
    await begin('2026-11-24T22:00:00.000Z');
    const robyn = school.teams.as('robyn');
    await openForm(robyn);
    await robyn.press('In danger now');
    await robyn.press('Alert the DSL and headteacher');
    await school.teams.as('anita').card(/URGENT/);
    await school.teams.as('daniel').card(/URGENT/);
    await quiet(school);
    await robyn.card(/children’s social care on 01632 960 140 \(day\) or 01632 960 141 \(night\)/);
  });

  it('the form says before sending that a report of high priority waits until the school opens', async () => {
    await begin('2026-11-23T19:00:00.000Z');
    const robyn = school.teams.as('robyn');
    await openTile(robyn, 'bullying');
    await robyn.press('Who will it go to?', bullying);
    assert.match(await onScreen(robyn), /Goes to Mrs Shah.*The school is closed: they are told .*07:30/s);
    await sendOpen(robyn, bullying);
    await quiet(school);
  });

  it('the headteacher-first school tells both of danger, and climbs', async () => {
    await begin('2026-11-23T10:00:00.000Z', 'headteacher-first');
    const robyn = school.teams.as('robyn');
    await openForm(robyn);
    await robyn.press('In danger now');
    await robyn.press('Alert the DSL and headteacher', { 'x.room': 'Hall' });
    for (const name of ['anita', 'judith']) await school.teams.as(name).card(/Go to Hall; Ms Patel is there/);
    await quiet(school);
    await pass(school, 5);
    await school.teams.as('carys').card(/URGENT/);
  });

  it('a report to the DSL sent on an INSET day is answered in staffed hours', async () => {
    await begin('2027-01-04T10:00:00.000Z');
    await sendReport(school.teams.as('robyn'), 'imagery');
    await pass(school, 5);
    await school.teams.as('judith').card(/URGENT/);
  });
});
