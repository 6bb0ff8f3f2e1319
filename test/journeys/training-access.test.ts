import assert from 'node:assert/strict';
import { refusal } from '#cards/refusal.card.ts';
import { verbs } from '#cards/verbs.ts';
import { confirm } from '#test/support/campaigns.ts';
import { pressForged } from '#test/support/forged-press.ts';
import { csv, sendList } from '#test/support/lists.ts';
import type { TestSchool } from '#test/support/school.ts';
import { openOverview, openRecordOf, storedTraining, trainedSchool } from '#test/support/training.ts';

const nothing = refusal('nothing-here');
const own = ['training.mine', 'training.history', 'training.said', 'training.said-save', 'training.help'];
/** Everything about other people's training. */
const register = verbs.filter(
  (verb) => (/^(training|remind|campaign|import|export|people)\./.test(verb) && !own.includes(verb)) || /^audit\.(results|low)$/.test(verb),
);
/** What changes nothing is for whoever sees the register. */
const reading = /^(training\.(open|list|person)|campaign\.(open|list|unreached)|export\..+|audit\..+)$/;
const changing = register.filter((verb) => !reading.test(verb));

/** All that a button of the register may carry, of what there really is: a reminder, and a list with a row that cannot be read. */
async function everything(school: TestSchool, runner = 'anita') {
  const robyn = await school.teams.idOf('robyn');
  await confirm(school, { key: 'C-1234', people: [`${school.file.tenantId}:${robyn}`] });
  const list = csv(['Name', 'Topic', 'Date'], ['Robyn Patel', 'prevent', '2/3/25'], ['Robyn Patel', 'prevent', 'soon']);
  const { buttons } = await sendList(school, school.teams.as(runner), list);
  const { import: key } = buttons.find(({ title }) => title === 'Bring in the good row only')?.data ?? assert.fail();
  return {
    campaign: 'C-1234',
    import: String(key),
    person: `${school.file.tenantId}:${robyn}`,
    entry: 'seed-1',
    topic: 'refresher',
    on: '2026-11-20',
    reason: 'Because',
    command: '00000001ZZZZZZZZZZZZ',
    people: robyn,
    who: 'staff',
    rows: 'Name,Topic,Date\nRobyn Patel,prevent,2/3/25\n',
    kind: 'records',
  };
}

describe('who may see the register', () => {
  let school: TestSchool;
  afterEach(() => school.close());

  for (const who of ['robyn', 'keisha', 'grace', 'wendy', 'yusuf', 'carys'])
    it(`is not ${who}: not by the command, and not by a button of their own making`, async () => {
      school = await trainedSchool();
      await school.teams.as(who).say('training');
      const answer = (await school.teams.as(who).cards()).at(-1);
      assert.match(answer?.text ?? '', /^My training\n/);
      assert.doesNotMatch(answer?.buttons.map(({ title }) => title).join(' ') ?? '', /(^| )Training/);
      const data = await everything(school);
      const before = (await storedTraining(school, 'robyn')).events.length;
      for (const verb of register) assert.equal(await pressForged(school, who, verb, data, true), nothing, verb);
      assert.equal((await storedTraining(school, 'robyn')).events.length, before);
    });

  it('is no administrator who looks after nothing', async () => {
    school = await trainedSchool({
      settings: (settings) => ({ ...settings, holders: { ...settings.holders, 'computing-coordinator': [] } }),
    });
    const idris = school.teams.as('idris');
    await idris.say('training');
    assert.match((await idris.cards()).at(-1)?.text ?? '', /^My training\n/);
    await idris.say('hello');
    assert.deepEqual(
      (await idris.cards()).at(-1)?.buttons.map(({ title }) => title),
      ['Report a concern', 'My reports', 'What happens to a report?', 'My training', 'Set up'],
    );
    const data = await everything(school);
    for (const verb of register) assert.equal(await pressForged(school, 'idris', verb, data, true), nothing, verb);
  });

  for (const [ruleSet, sees, runs] of [
    ['dsl-first', ['judith'], ['idris', 'anita', 'daniel']],
    ['headteacher-first', ['judith', 'anita', 'daniel'], ['idris']],
  ] as const) {
    it(`under ${ruleSet} rules is ${sees.join(', ')} without changing anything`, async () => {
      school = await trainedSchool({ ruleSet });
      const data = await everything(school, runs[0]);
      for (const who of sees) {
        await openOverview(school.teams.as(who));
        const buttons = (await school.teams.as(who).dialog())?.card?.buttons.map(({ title }) => title) ?? [];
        assert.ok(buttons.includes('Who is due'));
        assert.ok(!buttons.includes('Record training') && !buttons.includes('Send a reminder'));
        const said = await openRecordOf(school, school.teams.as(who), 'robyn');
        assert.match(said, /Last done 19 October 2025/);
        assert.deepEqual(
          (await school.teams.as(who).dialog())?.card?.buttons.map(({ title }) => title),
          ['Back to training'],
        );
        for (const verb of changing) assert.equal(await pressForged(school, who, verb, data, true), nothing, verb);
      }
      assert.equal((await storedTraining(school, 'robyn')).events.length, 3);
    });

    it(`under ${ruleSet} rules is run by ${runs.join(', ')}`, async () => {
      school = await trainedSchool({ ruleSet });
      for (const who of runs) {
        await openOverview(school.teams.as(who));
        assert.ok((await school.teams.as(who).dialog())?.card?.buttons.some(({ title }) => title === 'Record training'));
      }
    });
  }

  it('is whoever stands in for the coordinator, for as long', async () => {
    school = await trainedSchool({
      ruleSet: 'headteacher-first',
      settings: (settings, idOf) => ({
        ...settings,
        cover: [{ away: idOf('idris'), by: idOf('anita'), from: '2026-11-23', to: '2026-11-23' }],
      }),
    });
    await openOverview(school.teams.as('anita'));
    assert.ok((await school.teams.as('anita').dialog())?.card?.buttons.some(({ title }) => title === 'Record training'));
    await school.later(24 * 60);
    await openOverview(school.teams.as('anita'));
    assert.ok(!(await school.teams.as('anita').dialog())?.card?.buttons.some(({ title }) => title === 'Record training'));
  });
});
