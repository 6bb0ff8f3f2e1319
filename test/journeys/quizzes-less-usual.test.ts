import assert from 'node:assert/strict';
import type { Question } from '#domain/training/quiz.ts';
import { otherThanRight, quizNamed } from '#test/domain/quizzes.ts';
import { pressForged } from '#test/support/forged-press.ts';
import { handMade } from '#test/support/hand-made.ts';
import { answer, answerRest, openQuiz, rightOne } from '#test/support/quizzing.ts';
import { campaigns, progressOf, reminderOf, sendReminder } from '#test/support/reminding.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { useTrainedSchoolInTrouble } from '#test/support/school-in-trouble.ts';
import { onScreen, quiet } from '#test/support/telling.ts';
import { storedTraining, trainedSchool } from '#test/support/training.ts';

const nudes = quizNamed('dsl-first', 'nudes');
const answersOf = (choice: (question: Question) => string) =>
  Object.fromEntries(nudes.questions.map((question) => [`answer.${question.key}`, choice(question)]));
const right = answersOf(rightOne);
const nothingHere = /^There is nothing here for you to open/;

describe('a quiz with hand-made answers', () => {
  let school: TestSchool;
  beforeEach(async () => {
    school = await startSchool();
  });
  afterEach(() => school.close());
  const send = (data: Record<string, unknown>) => handMade(school, 'robyn').submit({ verb: 'quiz.answer', topic: 'nudes', ...data });
  const stored = async () => (await storedTraining(school, 'robyn')).events.map(({ event }) => event);

  it('is none without a topic of this school, or without an id of a try', async () => {
    for (const topic of ['', 'toString', 'governors', 'no-such-topic', 7])
      assert.match((await send({ topic, command: 'made-1' })).said, nothingHere, String(topic));
    for (const command of [undefined, '', 'a b', {}]) assert.match((await send({ command, ...right })).said, nothingHere);
    for (const topic of ['no-such-topic', 'teams-use'])
      assert.match(await pressForged(school, 'robyn', 'quiz.open', { topic }, true), nothingHere);
    assert.deepEqual(await stored(), []);
  });

  it('asks again, kindly, for what is not on offer', async () => {
    const first = nudes.questions[0] ?? assert.fail();
    for (const choice of ['no-such-choice', 'toString', 'dsl'])
      assert.match(
        (await send({ command: 'made-2', at: first.key, [`answer.${first.key}`]: choice })).said,
        /Please choose one of the answers shown\./,
      );
    assert.deepEqual(await stored(), []);
  });

  it('leaves alone questions and marks that are none of the quiz', async () => {
    const extra = { 'answer.invented': 'a', 'answer.toString': 'b', right: 5, passed: true, at: 'invented' };
    assert.match((await send({ command: 'made-3', ...answersOf(otherThanRight), ...extra })).said, /0 of 5 this time/);
    assert.deepEqual(
      (await stored()).map(({ type }) => type),
      ['tried'],
    );
  });

  it('goes back to the first question without an answer', async () => {
    const last = nudes.questions.at(-1) ?? assert.fail();
    const { said } = await send({ command: 'made-4', at: last.key, [`answer.${last.key}`]: last.right });
    assert.match(said, /Question 1 of 5/);
    assert.deepEqual(await stored(), []);
  });

  it('does not turn a try that was counted into a pass', async () => {
    await send({ command: 'made-5', ...answersOf(otherThanRight) });
    assert.match((await send({ command: 'made-5', ...right })).said, /That try was counted already\./);
    assert.deepEqual(
      (await stored()).map(({ type }) => type),
      ['tried'],
    );
  });

  it('does not turn one quiz that was passed into another', async () => {
    await send({ command: 'made-7', ...right });
    const conduct = quizNamed('dsl-first', 'staff-conduct');
    const answers = Object.fromEntries(conduct.questions.map((question) => [`answer.${question.key}`, question.right]));
    assert.match((await send({ command: 'made-7', topic: 'staff-conduct', ...answers })).said, /That try was counted already\./);
    assert.match((await send({ command: 'made-7', ...right })).said, /Passed: 5 of 5/);
    assert.equal((await stored()).length, 1);
  });

  it('arriving twice at the same moment, is kept once', async () => {
    const robyn = handMade(school, 'robyn');
    const both = [1, 2].map(() => robyn.submitted({ verb: 'quiz.answer', topic: 'nudes', command: 'made-6', ...right }));
    for (const came of await Promise.all(both.map((activity) => robyn.bring(activity)))) assert.match(came.said, /Passed: 5 of 5/);
    assert.equal((await stored()).length, 1);
  });
});

describe('a reminder of something that is done by a quiz', () => {
  let school: TestSchool;
  before(async () => {
    school = await trainedSchool({ ruleSet: 'headteacher-first' });
  });
  after(() => school.close());

  it('starts it, says that it is done, and its sender sees that', async () => {
    const robyn = school.teams.as('robyn');
    const named = [await school.teams.idOf('robyn')];
    await sendReminder(school, school.teams.as('idris'), { topic: 'nudes', who: 'named', named });
    assert.match((await reminderOf(robyn)) ?? '', /Nude and semi-nude pictures: what to do/);
    await robyn.press('Start');
    await answerRest(robyn, quizNamed('headteacher-first', 'nudes'), rightOne);
    await robyn.closeDialog();
    await school.later(1);
    await quiet(school);
    assert.match((await reminderOf(robyn)) ?? '', /is done\. It is next due Tuesday 23 November 2027/);
    const [sent] = await campaigns(school);
    assert.equal(sent?.campaign.state, 'sent');
    assert.match(await progressOf(school.teams.as('idris')), /Done: 1/);
  });
});

describe('a quiz while the store is down', () => {
  const { store, school } = useTrainedSchoolInTrouble();
  const robyn = () => school.teams.as('robyn');

  it('keeps what was chosen on the last question, and counts it once it can', async () => {
    await openQuiz(robyn(), 'nudes');
    for (let i = 1; i < nudes.questions.length; i += 1) await answer(robyn(), nudes, rightOne);
    store.fails({ does: 'breaks', calls: ['create', 'replace'], ids: /^training\./ });
    const last = nudes.questions.at(-1) ?? assert.fail();
    await robyn().press('Finish', { [`answer.${last.key}`]: last.right });
    assert.match(await onScreen(robyn()), /^NOT SAVED/);
    const input = (await robyn().dialog())?.card?.inputs.find(({ id }) => id === `answer.${last.key}`);
    assert.equal(input?.value, last.right);
    store.works();
    await robyn().press('Finish');
    assert.match(await onScreen(robyn()), /^Passed: 5 of 5$/m);
    assert.equal((await storedTraining(school, 'robyn')).record.entries.filter(({ topic }) => topic === 'nudes').length, 1);
  });
});
