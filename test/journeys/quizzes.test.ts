import assert from 'node:assert/strict';
import { otherThanRight, quizNamed } from '#test/domain/quizzes.ts';
import { answer, answerRest, asked, openQuiz, rightOne } from '#test/support/quizzing.ts';
import type { TestSchool } from '#test/support/school.ts';
import { onScreen } from '#test/support/telling.ts';
import { openRecordOf, storedTraining, trainedSchool } from '#test/support/training.ts';

const policies = { 'dsl-first': 'Online Safety Policy', 'headteacher-first': 'E-safety Policy' };

for (const ruleSet of ['dsl-first', 'headteacher-first'] as const) {
  describe(`taking a quiz (${ruleSet})`, () => {
    const nudes = quizNamed(ruleSet, 'nudes');
    const bullying = quizNamed(ruleSet, 'cyber-bullying');
    let school: TestSchool;
    beforeEach(async () => {
      school = await trainedSchool({ ruleSet });
    });
    afterEach(() => school.close());
    const robyn = () => school.teams.as('robyn');
    const typesOf = async (who = 'robyn') => (await storedTraining(school, who)).events.map(({ event }) => event.type);

    it('says after each answer what is right, why, and where it is written', async () => {
      assert.match(await openQuiz(robyn(), 'cyber-bullying'), /^Question 1 of 5\nAbout two minutes\./);
      const [first, second] = bullying.questions;
      assert.ok(first !== undefined && second !== undefined);
      const after = await answer(robyn(), bullying, rightOne);
      assert.ok(after.startsWith(`That is right.\n${first.why}\nFrom: ${policies[ruleSet]}, `), after);
      const other = await answer(robyn(), bullying, otherThanRight);
      const best = second.choices.find(({ key }) => key === second.right)?.text;
      assert.ok(other.startsWith(`The best answer: ${best}\n${second.why}\nFrom: `), other);
      assert.match(other, /^Question 3 of 5$/m);
    });

    it('passed, is in the record with how many were right, and due again in a year', async () => {
      await openQuiz(robyn(), 'nudes');
      await answer(robyn(), nudes, otherThanRight);
      const result = await answerRest(robyn(), nudes, rightOne);
      assert.match(result, /^Passed: 4 of 5$/m);
      assert.match(result, /is now done\. It is due again on Tuesday 23 November 2027\./);
      assert.match(result, /^Worth another look$/m);
      assert.match(result, /^More about training: .*Safeguarding .*olicy\.$/im);
      const { record } = await storedTraining(school, 'robyn');
      const { topic, source, right, of, on } = record.entries.at(-1) ?? assert.fail();
      assert.deepEqual([topic, source, right, of, on], ['nudes', 'quiz', 4, 5, '2026-11-23']);
      assert.match(await openRecordOf(school, school.teams.as('idris'), 'robyn'), /23 November 2026: 4 of 5 right\nQuiz passed here\./);
    });

    it('sent twice, is kept once', async () => {
      await openQuiz(robyn(), 'nudes');
      await answerRest(robyn(), nudes, rightOne);
      const before = await typesOf();
      await robyn().again();
      await robyn().again({ newId: true });
      assert.match(await onScreen(robyn()), /^Passed: 5 of 5$/m);
      assert.deepEqual(await typesOf(), before);
    });

    it('not passed yet, says so kindly and begins again in another order', async () => {
      await openQuiz(robyn(), 'nudes');
      const titles = async () =>
        (await robyn().dialog())?.card?.inputs.find(({ choices }) => choices.length > 0)?.choices.map(({ value }) => value);
      const before = [await titles()];
      const result = await answerRest(robyn(), nudes, otherThanRight);
      assert.match(result, /^0 of 5 this time\nThat is all right: many people take a second look\. With 4 of 5 it counts as passed/m);
      assert.equal((await typesOf()).at(-1), 'tried');
      assert.doesNotMatch(await openRecordOf(school, school.teams.as('idris'), 'robyn'), /0 of 5/);
      for (let tries = 0; tries < 4; tries += 1) {
        await openQuiz(robyn(), 'nudes');
        before.push(await titles());
      }
      assert.ok(new Set(before.map(String)).size > 1);
      await openQuiz(robyn(), 'nudes');
      await answerRest(robyn(), nudes, otherThanRight);
      await robyn().press('Try again');
      assert.match(await answerRest(robyn(), nudes, rightOne), /^Passed: 5 of 5$/m);
    });

    it('beside a course, is kept as passed and does not make the course done', async () => {
      await openQuiz(robyn(), 'cyber-bullying');
      const dueBefore = /Cyber-bullying[^\n]*due [^\n]*/.exec((await robyn().cards()).at(-1)?.text ?? '')?.[0];
      assert.ok(dueBefore !== undefined);
      const result = await answerRest(robyn(), bullying, rightOne);
      assert.match(result, /Cyber-bullying is in your record as passed/);
      assert.match(result, /Passing the quiz does not make the course done\./);
      assert.equal((await typesOf()).at(-1), 'quiz-passed');
      await robyn().closeDialog();
      await robyn().say('my training');
      assert.equal(/Cyber-bullying[^\n]*due [^\n]*/.exec((await robyn().cards()).at(-1)?.text ?? '')?.[0], dueBefore);
      await robyn().press('What I have done (3)');
      assert.match(await onScreen(robyn()), /passed the quiz of Cyber-bullying: 5 of 5 right/);
    });

    it('asks again for an answer where none is chosen', async () => {
      await openQuiz(robyn(), 'nudes');
      const question = await asked(robyn(), nudes);
      await robyn().press('Answer');
      assert.match(await onScreen(robyn()), /^Please choose one of the answers first\.$/m);
      assert.equal((await asked(robyn(), nudes)).key, question.key);
    });
  });
}
