import assert from 'node:assert/strict';
import type { Persona } from '#test/local-teams/client.ts';
import { cardOf, eachMorning, had, newFor, passTo, schoolWithDue } from '#test/support/rounds.ts';
import type { SchoolOptions, TestSchool } from '#test/support/school.ts';
import { everythingSeen, onScreen, pass, rung } from '#test/support/telling.ts';
import { leaves, recordTraining, trainedSchool } from '#test/support/training.ts';

const friday = '2026-11-20T10:00:00.000Z';
const monday = '2026-11-23T08:00:00.000Z';
const late = {
  robyn: { 'cyber-bullying': '2026-11-06' },
  wendy: { 'cyber-bullying': '2026-10-06', prevent: '2026-10-07' },
  owen: { 'cyber-bullying': '2026-11-20' },
};

describe('what goes out by itself about others', function () {
  this.timeout(20_000);
  let school: TestSchool;
  afterEach(() => school.close());
  const as = (who: string) => school.teams.as(who);
  const week = (person: Persona) => cardOf(person, 'Training this week');
  const begin = async (dues: Parameters<typeof schoolWithDue>[0], options: Partial<SchoolOptions & { at: string }> = {}) => {
    school = await schoolWithDue(dues, { at: friday, ruleSet: 'headteacher-first', ...options });
  };

  it('tells whoever runs training each week who stands where, in a picture and in words', async () => {
    await begin(late);
    await passTo(school, monday);
    await as('idris').press('The same in words');
    const said = await week(as('idris'));
    assert.match(said, /^Training this week\n12 people: 9 with nothing due, 3 with something that was due\./);
    assert.match(said, /^Cyber-bullying: 6 in date, 3 were due$/m);
    const names = 'Mrs Wendy Marlow: Cyber-bullying and Prevent and online radicalisation.\nMs Robyn Patel: Cyber-bullying.';
    assert.ok(said.includes(`Was due 14 or more days ago\n${names}`), said);
    assert.doesNotMatch(said, /Owen/);
    const shown = (await as('idris').cards()).findLast(({ text }) => text === said);
    assert.match(JSON.stringify(shown?.card), /Chart\.HorizontalBar\.Stacked/);
  });

  it('makes no sound, shows nothing on a lock screen, and leads to the register', async () => {
    await begin(late);
    await passTo(school, monday);
    assert.equal(await rung(as('idris')), 0);
    assert.equal((await as('idris').messages()).at(-1)?.summary, 'Online Safety: training this week.');
    await as('idris').press('See all');
    assert.match(await onScreen(as('idris')), /^Who is due[\s\S]*Wendy Marlow[\s\S]*Robyn Patel[\s\S]*Owen Brandt/);
  });

  it('is seen by nobody else', async () => {
    await begin(late);
    await passTo(school, monday);
    for (const who of ['robyn', 'anita', 'judith', 'owen'])
      assert.doesNotMatch(await everythingSeen(as(who)), /Training this week|14 days ago/, who);
  });

  it('says what has changed since the week before', async () => {
    await begin(late);
    await passTo(school, monday);
    assert.doesNotMatch(await week(as('idris')), /Since the last summary/);
    await pass(school, 60);
    await recordTraining(as('idris'), { topic: 'cyber-bullying', on: '2026-11-20', people: await school.teams.idOf('robyn') });
    await as('idris').closeDialog();
    await passTo(school, '2026-11-30T08:00:00.000Z');
    const said = await week(as('idris'));
    assert.match(said, /^Since the last summary\n1 piece of training was recorded\.$/m);
    assert.match(said, /^10 with nothing due \(before: 9\); 2 with something that was due \(before: 3\)\.$/m);
  });

  it('comes once a week, on the first staffed day, and not where there is nothing to say', async () => {
    await begin({ wendy: { 'cyber-bullying': '2027-04-01' } }, { at: '2027-04-22T10:00:00.000Z' });
    // 3 May is a bank holiday.
    assert.deepEqual(
      await eachMorning(
        school,
        '2027-05-07',
        newFor(() => as('idris')),
      ),
      ['2027-04-26', '2027-05-04'],
    );
  });

  it('is the only message of the day for its reader, with what they owe themself in it', async () => {
    await begin({ ...late, idris: { 'cyber-bullying': '2026-11-24' } });
    await passTo(school, monday);
    assert.match(await week(as('idris')), /Your own training\nCyber-bullying is due Tuesday 24 November\.\nWrite my training/);
    assert.equal(await had(as('idris')), 1);
    await as('idris').say('my training');
    await as('idris').card(/^My training\nCyber-bullying is due/);
  });

  it('goes to the headteacher where nobody runs training, and says why', async () => {
    const settings: SchoolOptions['settings'] = (given) => ({ ...given, holders: { ...given.holders, 'computing-coordinator': [] } });
    await begin(late, { settings });
    await passTo(school, monday);
    assert.match(await week(as('judith')), /^Training this week\nThis comes to you because nobody is there to look after training\./);
    assert.equal(await had(as('idris')), 0);
    await as('judith').press('See all');
    assert.match(await onScreen(as('judith')), /^Who is due[\s\S]*Wendy Marlow/);
  });

  it('goes to the headteacher too where whoever ran it has left and is still entered', async () => {
    // Idris is an administrator, who is never shut out.
    const settings: SchoolOptions['settings'] = (given, idOf) => ({
      ...given,
      holders: { ...given.holders, 'computing-coordinator': [idOf('wendy')] },
    });
    await begin(late, { settings });
    await leaves(school, 'wendy');
    await passTo(school, monday);
    assert.match(await week(as('judith')), /^Training this week\nThis comes to you because nobody is there/);
  });

  it('goes to all who run training under the other rules', async () => {
    await begin(late, { ruleSet: 'dsl-first' });
    await passTo(school, monday);
    for (const who of ['anita', 'daniel', 'idris']) assert.match(await week(as(who)), /Mrs Wendy Marlow: Cyber-bullying/, who);
    assert.equal(await had(as('judith')), 0);
  });

  it('names to a line manager their own people only, once a week, two weeks after the day', async () => {
    await begin(late, { managers: { wendy: 'judith', robyn: 'carys', owen: 'carys', carys: 'judith' } });
    const isNew = newFor(() => as('carys'));
    assert.deepEqual(await eachMorning(school, '2026-12-09', isNew), ['2026-11-23', '2026-11-30', '2026-12-07']);
    const team = await cardOf(as('carys'), 'Training in your team');
    assert.match(team, /Mr Owen Brandt: Cyber-bullying\.\nMs Robyn Patel: Cyber-bullying\.$/);
    const [first] = (await as('carys').cards()).filter(({ text }) => text.startsWith('Training in your team'));
    assert.doesNotMatch(first?.text ?? '', /Owen|Wendy/);
    assert.deepEqual(first?.buttons, []);
  });

  it('is the only message of the day for a line manager too, with what they owe themself in it', async () => {
    await begin({ robyn: late.robyn, carys: { 'cyber-bullying': '2026-11-24' } }, { managers: { robyn: 'carys' } });
    await passTo(school, monday);
    const team = await cardOf(as('carys'), 'Training in your team');
    assert.match(team, /Ms Robyn Patel: Cyber-bullying\.[\s\S]*^Your own training\nCyber-bullying is due Tuesday 24 November\.$/m);
    assert.equal(await had(as('carys')), 1);
  });

  it('names who is new and has part of the induction still open', async () => {
    school = await trainedSchool({ ruleSet: 'headteacher-first' });
    await passTo(school, '2026-11-30T08:00:00.000Z');
    assert.match(
      await week(as('idris')),
      /^New here, with part of the induction still open\nMr Owen Brandt: Induction: .*, .* and Reporting a concern\.$/m,
    );
  });

  it('tells whoever runs training who asked for help and who could not be written to', async () => {
    await begin({ ...late, carys: { 'cyber-bullying': '2026-11-25' } });
    await school.teams.fault({ method: 'POST', person: 'wendy', answer: 403, times: 50 });
    await passTo(school, monday);
    await as('carys').press('I need help');
    await passTo(school, '2026-11-30T08:00:00.000Z');
    const said = await week(as('idris'));
    assert.match(said, /^Asked for help\nMs Carys Vaughan: Cyber-bullying\.$/m);
    assert.match(said, /^Could not be written to\nMrs Wendy Marlow: they /m);
  });
});
