import assert from 'node:assert/strict';
import { cardOf, eachMorning, had, newFor, passTo, rounds, schoolWithDue, storedRound } from '#test/support/rounds.ts';
import type { TestSchool } from '#test/support/school.ts';
import { quiet } from '#test/support/telling.ts';
import { leaves } from '#test/support/training.ts';

const ruleSets = ['dsl-first', 'headteacher-first'] as const;

describe('a reminder by itself', function () {
  this.timeout(20_000);
  let school: TestSchool;
  afterEach(() => school.close());
  const as = (who: string) => school.teams.as(who);

  for (const ruleSet of ruleSets)
    it(`comes 30, 7 and 1 days before and then weekly, on staffed days and once each, under the ${ruleSet} rules`, async () => {
      const at = '2026-11-09T10:00:00.000Z';
      school = await schoolWithDue({ robyn: { 'cyber-bullying': '2026-12-11' } }, { at, ruleSet });
      const days = await eachMorning(
        school,
        '2027-01-09',
        newFor(() => as('robyn')),
      );
      // The seventh and the fourteenth day after lie in the holidays: the first day back, an INSET day, brings one for both.
      assert.deepEqual(days, ['2026-11-11', '2026-12-04', '2026-12-10', '2026-12-18', '2027-01-04', '2027-01-08']);
      assert.deepEqual(await rounds(school), days);
      assert.match(await cardOf(as('robyn'), 'A reminder'), /^A reminder\nYour training Cyber-bullying was due Friday 11 December 2026/);
    });

  it('names everything that is due in one message', async () => {
    const dues = { robyn: { 'cyber-bullying': '2026-12-10', prevent: '2026-12-11', nudes: '2026-11-30' } };
    school = await schoolWithDue(dues, { at: '2026-12-03T10:00:00.000Z' });
    await passTo(school, '2026-12-04T08:00:00.000Z');
    assert.equal(await had(as('robyn')), 1);
    assert.match(await cardOf(as('robyn'), 'Your training'), /pictures[\s\S]*was due[\s\S]*Cyber-bullying is due[\s\S]*Prevent/);
  });

  it('waits over the weekend and over the holidays', async () => {
    const dues = { robyn: { 'cyber-bullying': '2026-11-30' }, owen: { 'cyber-bullying': '2026-12-26' } };
    school = await schoolWithDue(dues, { at: '2026-11-27T10:00:00.000Z' });
    // One day before was a Sunday.
    assert.deepEqual(
      await eachMorning(
        school,
        '2026-12-01',
        newFor(() => as('robyn')),
      ),
      ['2026-11-30'],
    );
    const isNew = newFor(() => as('owen'));
    assert.equal(await isNew(), true);
    // Seven days before, one day before and seven days after lie in the holidays.
    assert.deepEqual(await eachMorning(school, '2027-01-04', isNew), ['2027-01-04']);
  });

  it('is caught up once when the bot was down for a week', async () => {
    school = await schoolWithDue({ robyn: { 'cyber-bullying': '2026-12-02' } }, { at: '2026-11-24T10:00:00.000Z' });
    school.clock.skip(8 * 24 * 60 + 240);
    await school.later(0);
    await quiet(school);
    assert.deepEqual(await rounds(school), ['2026-12-02']);
    assert.equal(await had(as('robyn')), 1);
    await passTo(school, '2026-12-03T08:00:00.000Z');
    assert.equal(await had(as('robyn')), 1);
  });

  it('is not sent at night when the bot comes back then, but in the morning', async () => {
    school = await schoolWithDue({ robyn: { 'cyber-bullying': '2026-12-02' } }, { at: '2026-11-24T10:00:00.000Z' });
    await passTo(school, '2026-11-30T21:00:00.000Z');
    // A Monday: the week's message to whoever runs training waits too.
    assert.deepEqual([await had(as('robyn')), await had(as('anita'))], [0, 0]);
    await passTo(school, '2026-12-01T07:59:00.000Z');
    assert.equal(await had(as('robyn')), 0);
    await passTo(school, '2026-12-01T08:00:00.000Z');
    assert.deepEqual([await had(as('robyn')), await had(as('anita'))], [1, 1]);
  });

  it('goes to nobody who has left', async () => {
    const dues = { robyn: { 'cyber-bullying': '2026-12-01' }, owen: { 'cyber-bullying': '2026-12-01' } };
    school = await schoolWithDue(dues, { at: '2026-11-23T10:00:00.000Z' });
    await leaves(school, 'robyn');
    await passTo(school, '2026-11-24T08:00:00.000Z');
    assert.deepEqual([await had(as('robyn')), await had(as('owen'))], [0, 1]);
  });

  it('is sent to nobody where nobody is due, and the round goes on to the next day', async () => {
    school = await schoolWithDue({}, { at: '2026-11-20T10:00:00.000Z' });
    const days = await eachMorning(
      school,
      '2026-11-25',
      newFor(() => as('idris')),
    );
    assert.deepEqual([days, await rounds(school)], [[], []]);
    assert.equal((await storedRound(school))?.lastRun, '2026-11-25');
    assert.equal((await storedRound(school))?.nextAt, '2026-11-26T08:00:00.000Z');
  });

  it('waits until set-up has chosen the school’s rules', async () => {
    const settings = ({ ruleSet: _none, ...rest }: TestSchool['file']['settings']) => rest;
    school = await schoolWithDue({ robyn: { 'cyber-bullying': '2026-11-25' } }, { at: '2026-11-23T10:00:00.000Z', settings });
    await passTo(school, '2026-11-24T08:00:00.000Z');
    assert.deepEqual(await rounds(school), []);
  });

  it('moves with the school’s hours', async () => {
    school = await schoolWithDue({ robyn: { 'cyber-bullying': '2026-11-25' } }, { at: '2026-11-23T10:00:00.000Z' });
    await as('idris').say('set up');
    await as('idris').press('Set up');
    await as('idris').press({ data: { verb: 'setup.hours' } });
    await as('idris').press('Save', { opens: '09:15' });
    await quiet(school);
    assert.equal((await storedRound(school))?.nextAt, '2026-11-24T09:15:00.000Z');
    await passTo(school, '2026-11-24T09:14:00.000Z');
    assert.equal(await had(as('robyn')), 0);
    await passTo(school, '2026-11-24T09:15:00.000Z');
    assert.equal(await had(as('robyn')), 1);
  });

  for (const [change, before, days] of [
    ['to summer time', '2027-03-25T12:00:00.000Z', ['2027-03-26T08:00:00.000Z', '2027-03-29T07:00:00.000Z', '2027-03-30T07:00:00.000Z']],
    ['to winter time', '2026-10-22T12:00:00.000Z', ['2026-10-23T07:00:00.000Z', '2026-10-26T08:00:00.000Z', '2026-10-27T08:00:00.000Z']],
  ] as const)
    it(`comes at 08:00 by the school’s clock around the change ${change}`, async () => {
      const due = new Date(Date.parse(days[1]) + 7 * 86_400_000).toISOString().slice(0, 10);
      school = await schoolWithDue(
        { robyn: { 'cyber-bullying': due } },
        { at: before, settings: (settings) => ({ ...settings, calendar: { ...settings.calendar, terms: [], closures: [] } }) },
      );
      for (const at of days) {
        assert.equal((await storedRound(school))?.nextAt, at);
        await passTo(school, at);
      }
      // Thirty days before was caught up on the first morning; seven days before is the Monday after the change.
      assert.deepEqual(await rounds(school), [days[0].slice(0, 10), days[1].slice(0, 10)]);
    });
});
