import { quizQuestionCard, quizResultCard } from '#cards/quiz.card.ts';
import type { Sample } from './sample.ts';

const topic = 'nudes';
const command = '00000001ZZZZZZZZZZZZ';
const best = 'Tell the DSL at once';
const answered = { right: true, best, why: 'The DSL knows the next step.', cite: 'KCSIE, Part one' };
const question = {
  key: 'whom',
  scene: 'A pupil tells you about a message from a stranger.',
  ask: 'Whom do you tell?',
  choices: [
    { title: best, value: 'dsl' },
    { title: 'Nobody', value: 'nobody' },
    { title: 'The stranger', value: 'stranger' },
  ],
};
const asked = { topic, command, n: 1, of: 5, question, soFar: {} };
const result = { topic, title: 'Nude and semi-nude pictures: what to do', of: 5, needed: 4, last: answered, again: [], done: [] };
const course = { label: 'Cyber-bullying', due: 'is due Friday 12 December' };

/** Cards of the quizzes. */
export const quiz: Sample[] = [
  { file: 'quiz.card.ts', what: 'the first question', draw: () => quizQuestionCard(asked) },
  {
    file: 'quiz.card.ts',
    what: 'a question after one that was answered otherwise',
    draw: () =>
      quizQuestionCard({ ...asked, n: 5, soFar: { 'answer.first': 'a' }, before: { ...answered, right: false }, problem: 'none-chosen' }),
  },
  {
    file: 'quiz.card.ts',
    what: 'a question that comes back',
    draw: () =>
      quizQuestionCard({ ...asked, n: 2, before: answered, chosen: 'dsl', trouble: 'not-sent', problem: 'not-offered', said: 'Again.' }),
  },
  {
    file: 'quiz.card.ts',
    what: 'passed',
    draw: () =>
      quizResultCard({
        ...result,
        right: 5,
        passed: true,
        done: [{ label: 'Reporting a concern', next: 'is due again on Friday 3 December' }],
      }),
  },
  {
    file: 'quiz.card.ts',
    what: 'passed beside a course',
    draw: () => quizResultCard({ ...result, right: 4, passed: true, again: [{ ...answered, scene: question.scene }], course }),
  },
  {
    file: 'quiz.card.ts',
    what: 'passed beside a course that is not owed',
    draw: () => quizResultCard({ ...result, right: 4, passed: true, course: { label: 'Cyber-bullying' } }),
  },
  {
    file: 'quiz.card.ts',
    what: 'another look',
    draw: () =>
      quizResultCard({
        ...result,
        right: 2,
        passed: false,
        again: [{ ...answered, scene: question.scene }],
        moreIn: 'Safeguarding policy',
      }),
  },
];
