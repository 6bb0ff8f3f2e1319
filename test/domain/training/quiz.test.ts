import assert from 'node:assert/strict';
import reportingJson from '#bot/quizzes/reporting.json' with { type: 'json' };
import { findTopic } from '#domain/training/policy.ts';
import { choiceOf, inOrderOf, markQuiz, nextQuestion, parseQuiz, type Quiz } from '#domain/training/quiz.ts';
import { quizEvents, wasPassed } from '#domain/training/quiz-outcome.ts';
import { foldTraining, nothingRecorded } from '#domain/training/record.ts';
import { otherThanRight, quizNamed } from '#test/domain/quizzes.ts';
import { dslFirst } from '#test/domain/rule-sets.ts';
import { coordinator } from './training-world.ts';

const quiz = quizNamed('dsl-first', 'reporting');

/** So many right, from the first on. */
const answersWith = (right: number, { questions }: Quiz = quiz) =>
  Object.fromEntries(questions.map((question, i) => [question.key, i < right ? question.right : otherThanRight(question)]));

describe('marking a quiz of five of which eighty in a hundred are a pass', () => {
  for (const [right, passed] of [
    [5, true],
    [4, true],
    [3, false],
    [0, false],
  ] as const)
    it(`${right} right is ${passed ? 'a pass' : 'no pass yet'}`, () =>
      assert.deepEqual(markQuiz(quiz, answersWith(right)), { right, of: 5, passed }));

  it('counts nothing for what is missing, not on offer, or asked by no quiz', () => {
    assert.equal(markQuiz(quiz, {}).right, 0);
    const [first] = quiz.questions;
    assert.ok(first !== undefined);
    for (const choice of ['', 'toString', 'constructor', '__proto__', first.right.toUpperCase(), 'other'])
      assert.equal(choiceOf(first, { [first.key]: choice }), undefined, choice);
    assert.equal(markQuiz(quiz, { ...answersWith(4), invented: 'a' }).of, 5);
  });

  it('asks for the first question that has no answer of its own', () => {
    const keys = quiz.questions.map(({ key }) => key);
    assert.equal(nextQuestion(quiz, {})?.key, keys[0]);
    assert.equal(nextQuestion(quiz, { ...answersWith(5), [keys[1] ?? '']: 'no-such-choice' })?.key, keys[1]);
    assert.equal(nextQuestion(quiz, answersWith(0)), undefined);
  });
});

describe('the order of the choices', () => {
  const orders = Array.from({ length: 40 }, (_, i) => inOrderOf(`try-${i}`, quiz.questions[0]?.choices ?? []).map(({ key }) => key));

  it('is the same for the same try', () => {
    const again = inOrderOf('try-7', quiz.questions[0]?.choices ?? []).map(({ key }) => key);
    assert.deepEqual(again, orders[7]);
  });

  it('puts every choice at every place over many tries, and loses none', () => {
    for (const place of [0, 1, 2, 3]) assert.equal(new Set(orders.map((order) => order[place])).size, 4, `place ${place}`);
    for (const order of orders) assert.equal(new Set(order).size, 4);
  });
});

describe('what a finished quiz adds to the record', () => {
  const { training } = dslFirst;
  const finished = (topicKey: string, right: number, command = 'C1') => {
    const topic = findTopic(training, topicKey);
    assert.ok(topic?.quiz !== undefined);
    const marked = { right, of: 5, passed: right >= 4 };
    return { topic, quiz: topic.quiz, marked, person: coordinator, at: '2026-11-23T10:00:00.000Z', today: '2026-11-23', command };
  };

  it('is the topic done, when it is done by its quiz', () => {
    const [event, ...more] = quizEvents(training, nothingRecorded, finished('nudes', 4));
    assert.deepEqual(more, []);
    assert.ok(event?.type === 'done');
    assert.deepEqual([event.topic, event.source, event.right, event.of, event.on], ['nudes', 'quiz', 4, 5, '2026-11-23']);
  });

  it('is the quiz passed and no more, when the topic is a course', () => {
    const events = quizEvents(training, nothingRecorded, finished('cyber-bullying', 5));
    assert.deepEqual(
      events.map(({ type }) => type),
      ['quiz-passed'],
    );
    assert.deepEqual(foldTraining(events).entries, []);
  });

  it('is every topic that the same quiz does, from whichever topic it was taken', () => {
    const events = quizEvents(training, nothingRecorded, finished('refresher', 5));
    assert.deepEqual(
      events.map((event) => [event.type, 'topic' in event ? event.topic : '']),
      [
        ['done', 'reporting'],
        ['quiz-passed', 'refresher'],
      ],
    );
  });

  it('is that it was tried, when it is not passed yet, and the topic stays owed', () => {
    const events = quizEvents(training, nothingRecorded, finished('nudes', 3));
    assert.deepEqual(
      events.map(({ type }) => type),
      ['tried'],
    );
    assert.equal(wasPassed(events, 'C1', 'nudes'), false);
  });

  it('is nothing for a second pass on the same day', () => {
    const first = quizEvents(training, nothingRecorded, finished('nudes', 4));
    assert.equal(wasPassed(first, 'C1', 'nudes'), true);
    assert.equal(wasPassed(first, 'C', 'nudes'), false);
    assert.equal(wasPassed(first, 'C1', 'reporting'), false);
    assert.deepEqual(quizEvents(training, foldTraining(first), finished('nudes', 5, 'C2')), []);
  });
});

describe('a quiz file with a mistake', () => {
  const broken = (change: (json: typeof reportingJson) => unknown) => {
    const copy = structuredClone(reportingJson);
    change(copy);
    return () => parseQuiz(copy, dslFirst);
  };
  const question = (json: typeof reportingJson) => json.questions[1] ?? assert.fail();
  const mistakes: [what: string, change: (json: typeof reportingJson) => unknown, says: RegExp][] = [
    ['without a right answer', (json) => (question(json).right = 'none'), /at secret: there is no choice none/],
    ['that cites no source of the rule set', (json) => (question(json).cite['dsl-first'] = 'Something else'), /title of a source/],
    ['that asks the same twice', (json) => json.questions.splice(4, 1, question(json)), /twice/],
    ['with the same choice twice', (json) => question(json).choices.splice(0, 1, question(json).choices[1] ?? assert.fail()), /same key/],
    ['with too many questions', (json) => json.questions.push({ ...question(json), key: 'sixth' }), /at questions/],
    ['with two choices only', (json) => question(json).choices.splice(0, 1), /questions\.1\.choices/],
    ['with something unknown in it', (json) => Object.assign(json, { extra: 1 }), /extra/],
  ];
  for (const [what, change, says] of mistakes) it(`${what} is refused, and says where`, () => assert.throws(broken(change), says));
});
