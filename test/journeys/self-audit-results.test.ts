import assert from 'node:assert/strict';
import { answerAudit, openResults } from '#test/support/auditing.ts';
import { partsOf } from '#test/support/check-card.ts';
import { pressForged } from '#test/support/forged-press.ts';
import type { TestSchool } from '#test/support/school.ts';
import { onScreen } from '#test/support/telling.ts';
import { openOverview, trainedSchool } from '#test/support/training.ts';

const low = /say “Not yet” or “A little”/;
const nothingHere = /There is nothing here for you to open/;

for (const ruleSet of ['dsl-first', 'headteacher-first'] as const) {
  describe(`results of the self-audit (${ruleSet})`, () => {
    let school: TestSchool;
    before(async () => {
      school = await trainedSchool({ ruleSet });
    });
    after(() => school.close());
    const as = (who: string) => school.teams.as(who);
    const buttons = async (who: string) => (await as(who).dialog())?.card?.buttons.map(({ title }) => title) ?? [];

    it('say that nobody has answered yet, out of all staff', async () => {
      const said = await openResults(as('idris'));
      assert.match(said, /^In the school year 2026\/27, 0 of 9 have answered\.$/m);
      assert.doesNotMatch(said, low);
    });

    it('of two people are for the coordinator and the headteacher only', async () => {
      await answerAudit(as('robyn'), { nudes: 1, report: 4 });
      await answerAudit(as('wendy'), { nudes: 2, report: 4 });
      for (const who of ['idris', 'judith']) assert.match(await openResults(as(who)), /2 of 2 say “Not yet” or “A little”/);
      for (const who of ['anita', 'daniel']) {
        const said = await openResults(as(who));
        assert.match(said, /2 of 9 have answered\.\nThe answers are shown once 5 people have answered/);
        assert.doesNotMatch(said, low);
        assert.deepEqual(await buttons(who), ['Back']);
      }
    });

    it('of four too', async () => {
      await answerAudit(as('owen'), { nudes: 4, extreme: 1 });
      await answerAudit(as('tomasz'), { nudes: 4, extreme: 1 });
      assert.match(await openResults(as('daniel')), /4 of 9 have answered\.\nThe answers are shown once 5 people have answered/);
      assert.match(await openResults(as('judith')), /what to do: 2 of 4 say/);
    });

    it('of five show numbers to whoever sees the register, topic by topic, and nobody’s name', async () => {
      await answerAudit(as('anita'), { nudes: 4, extreme: 1 });
      const said = await openResults(as('anita'));
      assert.match(said, /Nude and semi-nude pictures: what to do: 2 of 5 say/);
      assert.match(said, /^Answers are added five at a time/m);
      assert.doesNotMatch(said, /Prevent and online radicalisation: 3 of 3/);
      for (const name of ['Patel', 'Marlow', 'Brandt']) assert.ok(!said.includes(name), name);
      assert.ok(!(await buttons('anita')).includes('See who'));
      const rows = tableOf((await as('anita').dialog())?.card?.card);
      assert.deepEqual(rows[0], ['Topic', 'Not yet', 'A little', 'Mostly', 'Fully']);
      assert.deepEqual(
        rows.find(([topic]) => topic?.startsWith('Nude')),
        ['Nude and semi-nude pictures: what to do', '1', '1', '0', '3'],
      );
      assert.deepEqual(rows.find(([topic]) => topic?.startsWith('Prevent'))?.slice(1), ['–', '–', '–', '–']);
    });

    it('say the same in words', async () => {
      await openResults(as('idris'));
      await as('idris').press('The same in words');
      assert.match(await onScreen(as('idris')), /^Nude and semi-nude pictures: what to do: 1 not yet, 1 a little, 3 fully$/m);
    });

    it('tell the coordinator and the headteacher who would like more help, in the order of names', async () => {
      for (const who of ['idris', 'judith']) {
        await openResults(as(who));
        await as(who).press({ title: 'See who', data: { topic: 'nudes' } });
        assert.match(await onScreen(as(who)), / Listed by name\.\nMrs Wendy Marlow\nMs Robyn Patel\nPlease do not pass these names on\.$/m);
        await as(who).closeDialog();
      }
    });

    it('tell nobody else who, whatever they press', async () => {
      for (const who of ['anita', 'daniel', 'robyn', 'grace', 'yusuf'])
        assert.match(await pressForged(school, who, 'audit.low', { topic: 'nudes' }, true), nothingHere);
      for (const who of ['robyn', 'grace', 'carys', 'keisha'])
        assert.match(await pressForged(school, who, 'audit.results', {}, true), nothingHere);
      for (const topic of ['', 'toString', 'invented'])
        assert.match(await pressForged(school, 'idris', 'audit.low', { topic }, true), nothingHere);
    });

    it('open the reminder of a weak topic by one press, with the topic in it', async () => {
      await openResults(as('idris'));
      await as('idris').press({ title: 'Send a reminder', data: { topic: 'nudes' } });
      const inputs = (await as('idris').dialog())?.card?.inputs ?? [];
      assert.equal(inputs.find(({ id }) => id === 'topic')?.value, 'nudes');
      await openResults(as('judith'));
      assert.ok(!(await buttons('judith')).includes('Send a reminder'));
    });

    it('do not tell what a sixth person answered, or what somebody changed, by how the numbers change', async () => {
      const figures = async (who: string) => (await openResults(as(who))).split('\n').filter((text) => / of \d+ say /.test(text));
      const before = await figures('daniel');
      await school.later(1);
      await answerAudit(as('carys'), { nudes: 1, report: 1 });
      await answerAudit(as('owen'), { nudes: 1, report: 1 });
      assert.deepEqual(await figures('daniel'), before);
      assert.match(await openResults(as('daniel')), /6 of 9 have answered\./);
      assert.match(await openResults(as('judith')), /what to do: 4 of 6 say/);
    });

    it('are offered on the overview of the register', async () => {
      await openOverview(as('anita'));
      assert.ok((await buttons('anita')).includes('Self-audit results'));
    });
  });
}

/** The words of a table, row by row. */
function tableOf(card: unknown): string[][] {
  const cells = (row: unknown) =>
    partsOf(row)
      .filter(({ type }) => type === 'TextBlock')
      .map(({ text }) => String(text));
  return partsOf(card)
    .filter(({ type }) => type === 'TableRow')
    .map(cells);
}
