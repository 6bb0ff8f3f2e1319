import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseSchoolFile } from '#bot/graph/school-file.ts';
import { openStore } from '#bot/open-store.ts';
import { auditId } from '#stores/audit-record.ts';
import { dslFirst } from '#test/domain/rule-sets.ts';
import { seedAudit } from '#test/local-teams/seed-audit.ts';
import { answerAudit, openResults } from '#test/support/auditing.ts';
import { partsOf } from '#test/support/check-card.ts';
import { countedStore } from '#test/support/counted-store.ts';
import { pressForged } from '#test/support/forged-press.ts';
import { mondayMorning, schoolFilePath, startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen, quiet } from '#test/support/telling.ts';
import { leaves, openOverview, openRecordOf, trainedSchool } from '#test/support/training.ts';

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

describe('results of the self-audit, later on', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await trainedSchool();
  });
  afterEach(() => school.close());
  const as = (who: string) => school.teams.as(who);

  it('leave out whoever has left', async () => {
    await answerAudit(as('robyn'), { nudes: 1 });
    await leaves(school, 'robyn');
    assert.match(await openResults(as('idris')), /0 of 8 have answered/);
  });

  it('are the same for whoever sees numbers only when somebody of them leaves', async () => {
    for (const who of ['robyn', 'owen', 'wendy', 'tomasz', 'carys', 'judith'])
      await answerAudit(as(who), { nudes: who === 'robyn' ? 1 : 4 });
    assert.match(await openResults(as('anita')), /6 of 9 have answered[\s\S]*what to do: 1 of 5 say/);
    await leaves(school, 'robyn');
    assert.match(await openResults(as('anita')), /5 of 8 have answered[\s\S]*what to do: 1 of 5 say/);
    assert.match(await openResults(as('idris')), /5 of 8 have answered[\s\S]*Nobody asks for more help/);
  });

  it('name nobody who has left among those who would like more help', async () => {
    for (const who of ['robyn', 'wendy', 'owen', 'tomasz', 'carys']) await answerAudit(as(who), { nudes: who === 'owen' ? 4 : 1 });
    await leaves(school, 'robyn');
    await openResults(as('idris'));
    await as('idris').press({ title: 'See who', data: { topic: 'nudes' } });
    const [, named = ''] = / Listed by name\.\n([\s\S]*)\nPlease do not pass/.exec(await onScreen(as('idris'))) ?? [];
    assert.deepEqual(named.split('\n'), ['Mr Tomasz Reed', 'Mrs Wendy Marlow', 'Ms Carys Vaughan']);
  });

  it('begin anew with the next school year', async () => {
    await answerAudit(as('robyn'), { nudes: 1 });
    await school.later(300 * 24 * 60);
    assert.match(await openResults(as('idris')), /2027\/28, 0 of 9 have answered/);
  });

  it('are read a page at a time, each page and each person once', async () => {
    await school.close();
    const { store, calls } = countedStore(await openStore({ kind: 'sqlite', file: ':memory:' }));
    school = await trainedSchool({ store });
    const { records } = school.store;
    const { school: key, tenantId, people } = school.file;
    // Answers of many who are no longer here lie before those of the few who are.
    for (let i = 0; i < 600; i += 1) {
      const person = `${tenantId}:a1000000-0000-4000-8000-${String(100_000_000_000 + i)}`;
      await records.create(auditDoc(key, person, { nudes: 1 }, '2026-11-19T10:00:00.000Z'));
    }
    for (const { id } of people.slice(0, 5)) await records.create(auditDoc(key, `${tenantId}:${id}`, { nudes: 2 }));
    await openOverview(as('idris'));
    calls.length = 0;
    await as('idris').press('Self-audit results');
    assert.match(await onScreen(as('idris')), /5 of (9|10) have answered[\s\S]*5 of 5 say/);
    assert.deepEqual(
      calls.filter((call) => call.endsWith(' audit')),
      ['list audit', 'list audit', 'list audit'],
    );
  });
});

describe('results of the self-audit in Local Teams', () => {
  let school: TestSchool;
  before(async () => {
    const store = await openStore({ kind: 'sqlite', file: ':memory:' });
    const file = parseSchoolFile(JSON.parse(readFileSync(schoolFilePath, 'utf8')));
    await seedAudit(store.records, file, dslFirst.training, mondayMorning);
    school = await startSchool({ store });
    await quiet(school);
  });
  after(() => school.close());

  it('have something to show from the start, in each person’s record too', async () => {
    const idris = school.teams.as('idris');
    assert.match(await openResults(idris), /6 of 9 have answered[\s\S]*Cyber-bullying: \d of 6 say/);
    assert.match(await openRecordOf(school, idris, 'robyn'), /Self-audit of online-safety skills, 14 November 2026\nAnswered here\./);
  });
});

function auditDoc(school: string, person: string, levels: Record<string, number>, at = '2026-11-20T10:00:00.000Z') {
  const body = { answers: [{ at, levels }], applied: [] };
  return { school, kind: 'audit' as const, id: auditId('2026', person), index: { about: '2026', person, at }, body };
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
