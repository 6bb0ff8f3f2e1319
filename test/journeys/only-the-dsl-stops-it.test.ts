import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { everythingSeen, pass, quiet, rung, sendReport } from '#test/support/telling.ts';

describe('a ladder that only the DSL team may stop (S-03)', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await startSchool({ ruleSet: 'headteacher-first' });
    await quiet(school);
    await sendReport(school.teams.as('robyn'), 'imagery', { 'q.told': 'A child told me' });
    await quiet(school);
  });
  afterEach(() => school.close());

  it('goes on when the headteacher answers, and says so to the headteacher and the reporter', async () => {
    const head = school.teams.as('judith');
    await head.press('I’m dealing with it');
    await quiet(school);
    assert.match((await head.cards()).at(-1)?.text ?? '', /The alert to the DSL goes on until the DSL or a deputy answers/);
    await school.teams.as('robyn').card(/Mrs Lowe is dealing with this.*\n?.*The alert to the DSL goes on/s);
    const [dsl, headRings] = [await rung(school.teams.as('anita')), await rung(head)];
    await pass(school, 10);
    await pass(school, 10);
    assert.ok((await rung(school.teams.as('anita'))) > dsl, 'the DSL is asked again');
    assert.equal(await rung(head), headRings, 'the headteacher is not');
    await school.teams.as('robyn').card(/The DSL has not answered OS-.*social care/s);
  });

  it('stops when a senior leader says that they act as DSL', async () => {
    await pass(school, 5);
    const carys = school.teams.as('carys');
    await carys.press('I am acting as DSL');
    await school.teams.as('anita').card(/Ms Vaughan is dealing with this \(10:05\)/);
    await quiet(school);
    const rings = await rung(school.teams.as('anita'));
    await pass(school, 30);
    assert.equal(await rung(school.teams.as('anita')), rings);
  });

  it('goes on when a senior leader answers for themself, who may still act as DSL', async () => {
    await pass(school, 5);
    const carys = school.teams.as('carys');
    await carys.press('I’m dealing with it');
    await quiet(school);
    const card = (await carys.cards()).at(-1);
    assert.match(card?.text ?? '', /You have answered and are not asked again/);
    await carys.press('I am acting as DSL');
    await pass(school, 1);
    await school.teams.as('robyn').card(/Ms Vaughan is dealing with this/);
  });

  it('goes on when the DSL has only opened it', async () => {
    const dsl = school.teams.as('anita');
    await dsl.press('Open');
    assert.match((await dsl.dialog())?.card?.text ?? '', /A child told me/);
    await dsl.closeDialog();
    const rings = await rung(dsl);
    await pass(school, 10);
    await pass(school, 10);
    assert.ok((await rung(dsl)) > rings);
    assert.doesNotMatch(await everythingSeen(school.teams.as('robyn')), /dealing with|seen/i);
  });

  it('names the DSL to the reporter once the DSL answers after the headteacher', async () => {
    await school.teams.as('judith').press('I’m dealing with it');
    await quiet(school);
    await school.teams.as('anita').press({ data: { verb: 'incident.acknowledge' } });
    const receipt = await school.teams.as('robyn').card(/Mrs Shah is dealing with this/);
    assert.doesNotMatch(receipt.text, /The alert to the DSL goes on/);
  });
});

describe('a case that the headteacher owns and only the DSL may stop', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await startSchool({ ruleSet: 'headteacher-first' });
    await sendReport(school.teams.as('robyn'), 'other', { 'q.which': 'outsider', 'q.what': 'A post', 'q.worried': 'yes' });
    await quiet(school);
  });
  afterEach(() => school.close());

  it('is dealt with by the headteacher until the DSL answers, and by the DSL from then on', async () => {
    await school.teams.as('judith').press('I’m dealing with it');
    await school.teams.as('robyn').card(/Mrs Lowe is dealing with this.*The alert to the DSL goes on/s);
    await quiet(school);
    await school.teams.as('anita').press({ data: { verb: 'incident.acknowledge' } });
    await school.teams.as('robyn').card(/Mrs Shah is dealing with this/);
    await quiet(school);
  });
});

describe('after "I’m dealing with it"', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await startSchool();
    await sendReport(school.teams.as('robyn'), 'bullying', { 'q.what': 'Messages in a group' });
    await quiet(school);
    await school.teams.as('anita').press('I’m dealing with it');
    await quiet(school);
  });
  afterEach(() => school.close());

  it('a first decision is asked for after an hour, once', async () => {
    const dsl = school.teams.as('anita');
    await pass(school, 59);
    assert.doesNotMatch(await everythingSeen(dsl), /what has been decided/);
    await pass(school, 1);
    await dsl.card(/OS-0000-0001: what has been decided\?/);
    await pass(school, 120);
    assert.equal((await dsl.cards()).filter(({ text }) => text.includes('what has been decided?')).length, 1);
  });

  it('what is written down within the hour ends that, and says nothing to the reporter', async () => {
    const dsl = school.teams.as('anita');
    await dsl.press('Open');
    await dsl.press('Save', { note: 'Spoke to Sam Example' });
    await pass(school, 61);
    assert.doesNotMatch(await everythingSeen(dsl), /what has been decided/);
    assert.doesNotMatch(await everythingSeen(school.teams.as('robyn')), /Spoke to/);
  });
});
