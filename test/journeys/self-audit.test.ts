import assert from 'node:assert/strict';
import { type AuditBody, auditId } from '#stores/audit-record.ts';
import { ruleSets } from '#test/domain/rule-sets.ts';
import { answerAudit, openAudit } from '#test/support/auditing.ts';
import { handMade } from '#test/support/hand-made.ts';
import { progressOf, reminderOf, sendReminder } from '#test/support/reminding.ts';
import type { TestSchool } from '#test/support/school.ts';
import { useTrainedSchoolInTrouble } from '#test/support/school-in-trouble.ts';
import { onScreen, quiet } from '#test/support/telling.ts';
import { storedTraining, trainedSchool } from '#test/support/training.ts';

/** What is stored of somebody's answers in the school year 2026/27. */
async function storedAnswers({ store, file, teams }: TestSchool, who: string): Promise<AuditBody | undefined> {
  const person = `${file.tenantId}:${await teams.idOf(who)}`;
  return (await store.records.read<AuditBody>(file.school, auditId('2026', person)))?.body;
}

for (const { key: ruleSet, training } of ruleSets) {
  describe(`answering the self-audit (${ruleSet})`, () => {
    const { statements } = training.audit;
    const all = Object.fromEntries(statements.map(({ key }, i) => [key, (i % 4) + 1]));
    let school: TestSchool;
    beforeEach(async () => {
      school = await trainedSchool({ ruleSet });
    });
    afterEach(() => school.close());
    const robyn = () => school.teams.as('robyn');
    const audits = async () => (await storedTraining(school, 'robyn')).record.entries.filter(({ topic }) => topic === 'audit');

    it('shows all ten statements at once, each with its whole scale, and where they are from', async () => {
      const screen = await openAudit(robyn());
      for (const { text } of statements) assert.ok(screen.includes(`${text}\n${training.audit.scale.join('\n')}`), text);
      assert.equal((await robyn().dialog())?.card?.inputs.filter(({ value }) => value === '').length, 10);
      assert.ok(screen.includes(`From: ${training.audit.cite}. More in: ${training.moreIn}.`));
    });

    it('keeps the answers and that it is done', async () => {
      const said = await answerAudit(robyn(), all);
      assert.match(said, /^All 10 are answered\.$/m);
      assert.match(said, /^The self-audit is due again on Tuesday 23 November 2027\.$/m);
      assert.deepEqual((await storedAnswers(school, 'robyn'))?.answers.at(-1)?.levels, all);
      assert.deepEqual(
        (await audits()).map(({ source, on }) => [source, on]),
        [['audit', '2026-11-23']],
      );
    });

    it('needs no more than one answer, and says how many are left out', async () => {
      const { key } = statements[0] ?? assert.fail();
      assert.match(await answerAudit(robyn(), { [key]: 2 }), /^1 of 10 is answered, and 9 are left out\. That is all right\.$/m);
      await openAudit(robyn());
      await robyn().press('Save', { [`level.${key}`]: '3' });
      await robyn().press('Answer the rest');
      assert.equal((await robyn().dialog())?.card?.inputs.find(({ id }) => id === `level.${key}`)?.value, '3');
    });

    it('with nothing chosen, keeps nothing and says so', async () => {
      assert.match(await answerAudit(robyn(), {}), /Nothing is chosen yet\. One answer is enough\./);
      assert.equal(await storedAnswers(school, 'robyn'), undefined);
      assert.deepEqual(await audits(), []);
    });

    it('again, takes the place of what was answered, which is kept', async () => {
      await answerAudit(robyn(), all);
      const screen = await openAudit(robyn());
      assert.match(screen, /You answered on 23 November 2026\./);
      const { key } = statements[0] ?? assert.fail();
      await robyn().press('Save', { [`level.${key}`]: '4' });
      const answers = (await storedAnswers(school, 'robyn'))?.answers ?? [];
      assert.deepEqual(
        answers.map(({ levels }) => levels[key]),
        [1, 4],
      );
      assert.equal(Object.keys(answers[1]?.levels ?? {}).length, 10);
      assert.equal((await audits()).length, 1);
    });

    it('sent twice, is kept once', async () => {
      await openAudit(robyn());
      await robyn().press('Save', { [`level.${statements[0]?.key}`]: '1' });
      await robyn().again();
      await robyn().again({ newId: true });
      assert.equal((await storedAnswers(school, 'robyn'))?.answers.length, 1);
      assert.equal((await audits()).length, 1);
    });
  });
}

describe('a reminder of the self-audit', () => {
  let school: TestSchool;
  before(async () => {
    school = await trainedSchool();
  });
  after(() => school.close());

  it('starts it, says that it is done, and its sender sees that', async () => {
    const robyn = school.teams.as('robyn');
    const named = [await school.teams.idOf('robyn')];
    await sendReminder(school, school.teams.as('idris'), { topic: 'audit', who: 'named', named });
    await robyn.press('Start');
    await robyn.press('Save', { 'level.nudes': '3' });
    await robyn.closeDialog();
    await school.later(1);
    await quiet(school);
    assert.match((await reminderOf(robyn)) ?? '', /is done\. It is next due Tuesday 23 November 2027/);
    assert.match(await progressOf(school.teams.as('idris')), /Done: 1/);
  });
});

describe('a self-audit with hand-made answers', () => {
  let school: TestSchool;
  before(async () => {
    school = await trainedSchool();
  });
  after(() => school.close());
  const send = async (data: Record<string, unknown>) => (await handMade(school, 'robyn').submit({ verb: 'audit.save', ...data })).said;

  it('counts what is no answer of ours as left out', async () => {
    const made = { 'level.report': '9', 'level.apps': '-1', 'level.toString': '1', 'level.bullying': 2, 'level.nudes': '2' };
    assert.match(await send({ command: 'made-1', ...made }), /1 of 10 is answered/);
    assert.deepEqual((await storedAnswers(school, 'robyn'))?.answers.at(-1)?.levels, { nudes: 2 });
  });

  it('is nothing without an id of the press', async () => {
    for (const command of [undefined, '', 'a b']) assert.match(await send({ command, 'level.nudes': '4' }), /nothing here for you/);
    assert.deepEqual((await storedAnswers(school, 'robyn'))?.answers.at(-1)?.levels, { nudes: 2 });
  });
});

describe('a self-audit while the store is down', () => {
  const { store, school } = useTrainedSchoolInTrouble();
  const robyn = () => school.teams.as('robyn');
  const typed = async () => (await robyn().dialog())?.card?.inputs.find(({ id }) => id === 'level.nudes')?.value;

  it('keeps what was chosen, and saves it once it can', async () => {
    await openAudit(robyn());
    store.fails({ does: 'breaks' });
    await robyn().press('Save', { 'level.nudes': '3' });
    assert.match(await onScreen(robyn()), /^NOT SAVED/);
    assert.equal(await typed(), '3');
    store.works();
    await robyn().press('Save');
    assert.match(await onScreen(robyn()), /^Thank you\. Your answers are saved\.$/m);
  });

  it('broken between the answers and what is done, is finished by the next press', async () => {
    await openAudit(robyn());
    store.fails({ does: 'breaks', calls: ['create', 'replace'], ids: /^training\./ });
    await robyn().press('Save', { 'level.nudes': '3' });
    assert.equal(await typed(), '3');
    store.works();
    await robyn().press('Save');
    assert.match(await onScreen(robyn()), /^Thank you\. Your answers are saved\.$/m);
    assert.equal((await storedAnswers(school, 'robyn'))?.answers.length, 1);
    assert.equal((await storedTraining(school, 'robyn')).record.entries.filter(({ topic }) => topic === 'audit').length, 1);
  });
});
