import assert from 'node:assert/strict';
import { answerAudit, openAudit, openResults } from '#test/support/auditing.ts';
import type { TestSchool } from '#test/support/school.ts';
import { quiet } from '#test/support/telling.ts';
import { trainedSchool } from '#test/support/training.ts';

/** As an administrator would: set-up, *Staff training*, and what is picked there. */
async function choose(school: TestSchool, typing: Record<string, string>): Promise<void> {
  const idris = school.teams.as('idris');
  await idris.closeDialog();
  await idris.say('set up');
  await idris.press('Set up');
  await idris.press({ title: 'Change', data: { verb: 'setup.training' } });
  await idris.press('Save', typing);
  await idris.closeDialog();
  await school.later(1);
  await quiet(school);
}

const toDay = (school: TestSchool, day: string) => school.later((Date.parse(`${day}T10:00:00Z`) - Date.parse(school.clock.now())) / 60_000);

describe('a self-audit that the school asks for in each term', () => {
  let school: TestSchool;
  before(async () => {
    school = await trainedSchool();
  });
  after(() => school.close());
  const robyn = () => school.teams.as('robyn');
  const idris = () => school.teams.as('idris');

  it('counts what was answered in this term before it was chosen', async () => {
    assert.match(await answerAudit(robyn(), { nudes: 1 }), /The self-audit is due again on Tuesday 23 November 2027/);
    await choose(school, { auditEvery: 'term' });
    assert.match(await openResults(idris()), /^In Autumn 2026, 1 of 9 has answered\.$/m);
  });

  it('is due again in the term that comes next, for those who had answered as well', async () => {
    await robyn().closeDialog();
    await robyn().say('my training');
    assert.match((await robyn().card(/Self-audit of online-safety skills/)).text, /Self-audit of online-safety skills[\s\S]*6 March 2027/);
    assert.match(await answerAudit(robyn(), { nudes: 2 }), /The self-audit is due again on Saturday 6 March 2027/);
  });

  it('goes on through the holidays', async () => {
    await toDay(school, '2027-01-04');
    assert.match(await openResults(idris()), /^In Autumn 2026, 1 of 9 has answered\.$/m);
  });

  it('begins anew on the first day of the next term, with nothing answered', async () => {
    await toDay(school, '2027-01-05');
    assert.match(await openResults(idris()), /^In Spring 2027, 0 of 9 have answered\.$/m);
    assert.doesNotMatch(await openAudit(robyn()), /You answered on/);
    assert.ok((await robyn().dialog())?.card?.inputs.every(({ value }) => value === ''));
    assert.match(await answerAudit(robyn(), { nudes: 4 }), /The self-audit is due again on Friday 11 June/);
    assert.match(await openResults(idris()), /^In Spring 2027, 1 of 9 has answered\.$/m);
  });

  it('is counted over the whole school year once the school asks for it by year again', async () => {
    await answerAudit(school.teams.as('owen'), { nudes: 1 });
    await choose(school, { auditEvery: 'year' });
    assert.match(await openResults(idris()), /^In the school year 2026\/27, 2 of 9 have answered\.$/m);
  });
});

describe('a self-audit in each term of a school that has entered no terms', () => {
  let school: TestSchool;
  before(async () => {
    school = await trainedSchool({
      settings: (settings) => ({ ...settings, calendar: { ...settings.calendar, terms: [] }, training: { auditEvery: 'term' } }),
    });
  });
  after(() => school.close());

  it('begins anew on 1 January', async () => {
    await answerAudit(school.teams.as('robyn'), { nudes: 1 });
    assert.match(await openResults(school.teams.as('idris')), /^In the autumn term 2026, 1 of 9 has answered\.$/m);
    await toDay(school, '2027-01-01');
    assert.match(await openResults(school.teams.as('idris')), /^In the spring term 2027, 0 of 9 have answered\.$/m);
  });
});
