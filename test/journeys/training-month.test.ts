import assert from 'node:assert/strict';
import { cardOf, eachMorning, had, newFor, passTo, schoolWithDue } from '#test/support/rounds.ts';
import type { SchoolOptions, TestSchool } from '#test/support/school.ts';
import { recordTraining, trainedSchool } from '#test/support/training.ts';

const late = {
  robyn: { 'cyber-bullying': '2026-11-06' },
  wendy: { 'cyber-bullying': '2026-10-06', prevent: '2026-10-07' },
  owen: { 'cyber-bullying': '2026-11-20' },
};

describe('the headteacher’s month', function () {
  this.timeout(20_000);
  let school: TestSchool;
  afterEach(() => school.close());
  const judith = () => school.teams.as('judith');

  it('comes on its first staffed day, with figures, whoever is long past the day, and the development of those who answer for it', async () => {
    const dues = { ...late, idris: { 'coordinator-development': '2026-12-11' } };
    school = await schoolWithDue(dues, { at: '2026-11-25T10:00:00.000Z', ruleSet: 'headteacher-first' });
    assert.deepEqual(await eachMorning(school, '2026-12-08', newFor(judith)), ['2026-12-01']);
    const said = await cardOf(judith(), 'Training this month');
    assert.match(said, /^Training this month\n12 people: 8 with nothing due, 1 with something due within 30 days, 3 with/);
    assert.match(said, /^Mrs Wendy Marlow: Cyber-bullying and Prevent/m);
    assert.match(
      said,
      /Development of whoever looks after training\nMr Idris Field: The computing coordinator.s own development is due Friday 11 December/,
    );
  });

  it('shows in a picture and in words who stands where, and what its reader owes themself', async () => {
    const dues = { robyn: late.robyn, judith: { prevent: '2026-12-08' } };
    school = await schoolWithDue(dues, { at: '2026-11-30T10:00:00.000Z', ruleSet: 'headteacher-first' });
    await passTo(school, '2026-12-01T08:00:00.000Z');
    await judith().press('The same in words');
    const said = await cardOf(judith(), 'Training this month');
    assert.match(said, /^Cyber-bullying: \d+ in date, 1 was due$/m);
    assert.match(said, /^Your own training\nPrevent and online radicalisation is due Tuesday 8 December\.$/m);
    const shown = (await judith().cards()).findLast(({ text }) => text === said);
    assert.match(JSON.stringify(shown?.card), /Chart\.HorizontalBar\.Stacked/);
    assert.equal(await had(judith()), 1);
  });

  it('names who is new and has part of the induction still open', async () => {
    school = await trainedSchool({ ruleSet: 'headteacher-first' });
    await passTo(school, '2026-12-01T08:00:00.000Z');
    const said = await cardOf(judith(), 'Training this month');
    assert.match(said, /^New here, with part of the induction still open\nMr Owen Brandt: Induction: .* and Reporting a concern\.$/m);
  });

  it('waits for the next day where its reader has the week’s message on the first', async () => {
    const settings: SchoolOptions['settings'] = (given) => ({ ...given, holders: { ...given.holders, 'computing-coordinator': [] } });
    // 1 March is a Monday.
    school = await schoolWithDue(late, { at: '2027-02-25T10:00:00.000Z', ruleSet: 'headteacher-first', settings });
    await passTo(school, '2027-03-01T08:00:00.000Z');
    assert.equal(await cardOf(judith(), 'Training this month'), '');
    assert.match(await cardOf(judith(), 'Training this week'), /^Training this week/);
    assert.deepEqual(await eachMorning(school, '2027-03-05', newFor(judith, /^Training this month/)), ['2027-03-02']);
  });

  it('names role-holders of whom nothing was recorded for a year', async () => {
    const year = '2025-11-25T10:00:00.000Z';
    school = await schoolWithDue({}, { at: year, ruleSet: 'headteacher-first' });
    await recordTraining(school.teams.as('idris'), { topic: 'prevent', on: '2025-11-25', people: await school.teams.idOf('anita') });
    await passTo(school, '2026-12-01T08:00:00.000Z');
    const said = await cardOf(judith(), 'Training this month');
    assert.match(
      said,
      /no training recorded in the last 12 months[\s\S]*^Mr Daniel Cole \(Deputy DSL and On call when the school is shut\), last on 25 November 2025\.$/m,
    );
  });

  it('says that nobody runs training', async () => {
    const settings: SchoolOptions['settings'] = (given) => ({ ...given, holders: { ...given.holders, 'computing-coordinator': [] } });
    school = await schoolWithDue(late, { at: '2026-11-30T10:00:00.000Z', ruleSet: 'headteacher-first', settings });
    await passTo(school, '2026-12-01T08:00:00.000Z');
    assert.match(await cardOf(judith(), 'Training this month'), /Nobody is named to look after training\./);
  });
});
