import type { Broke } from './broke.ts';
import { type Choice, choiceInput, fieldError } from './inputs.ts';
import { type ButtonData, box, type Card, card, close, type Element, heading, line, plain, subheading, submit } from './parts.ts';
import { troubleBox } from './training-words.ts';

/** What came of an answer. `best` is the right choice. */
export type AnsweredView = { right: boolean; best: string; why: string; cite: string };

export type QuestionView = {
  topic: string;
  command: string;
  /** Which question it is, from 1. */
  n: number;
  of: number;
  question: { key: string; scene: string; ask: string; choices: Choice[] };
  /** The choices made so far, which the button carries on. */
  soFar: ButtonData;
  /** What was chosen here, when the screen comes back. */
  chosen?: string;
  /** What came of the question before. */
  before?: AnsweredView;
  problem?: 'none-chosen' | 'not-offered';
  /** Why it begins anew. */
  said?: string;
  trouble?: Broke;
};

/** One question a screen, with what came of the one before above it: two presses each, also on a telephone. */
export function quizQuestionCard(view: QuestionView): Card {
  const { topic, command, n, of, question, soFar, chosen } = view;
  const value = chosen === undefined ? {} : { value: chosen };
  return card(
    [
      ...troubleBox(view.trouble),
      ...(view.said === undefined ? [] : [box([line(view.said)])]),
      ...answered(view.before),
      heading(`Question ${n} of ${of}`),
      ...(n === 1 && view.before === undefined
        ? [line('About two minutes. Which answers you choose is not kept, and you can try again.', { subtle: true })]
        : []),
      line(question.scene),
      choiceInput(answerId(question.key), question.ask, question.choices, value),
      ...fieldError(view.problem === undefined ? undefined : problemWords[view.problem]),
    ],
    [submit(n === of ? 'Finish' : 'Answer', 'quiz.answer', { ...soFar, topic, command, at: question.key }, { style: 'positive' })],
    { speak: `Question ${n} of ${of}.` },
  );
}

const problemWords = {
  'none-chosen': 'Please choose one of the answers first.',
  'not-offered': 'Please choose one of the answers shown.',
};

/** Under which name an answer travels. */
export const answerId = (question: string) => `answer.${question}`;

function answered(before: AnsweredView | undefined): Element[] {
  if (before === undefined) return [];
  const first = before.right ? line('**That is right.**') : line(`**The best answer:** ${before.best}`);
  return [box(close([first, line(before.why), line(`From: ${plain(before.cite)}`, { subtle: true })]), before.right ? 'good' : 'emphasis')];
}

export type ResultView = {
  topic: string;
  title: string;
  right: number;
  of: number;
  /** So many right are a pass. */
  needed: number;
  passed: boolean;
  /** What came of the last question. */
  last: AnsweredView;
  /** The others that are worth another look. */
  again: (AnsweredView & { scene: string })[];
  /** Topics that are done by it, and when they are due again: `is due again on Tuesday 23 November 2027`. */
  done: { label: string; next?: string }[];
  /** The topic is a course, which a passed quiz does not make done; `due` when it is owed. */
  course?: { label: string; due?: string };
  /** Where fuller detail is written. */
  moreIn?: string;
};

export function quizResultCard(view: ResultView): Card {
  const { right, of, passed, topic } = view;
  return card(
    [
      ...answered(view.last),
      heading(passed ? `Passed: ${right} of ${of}` : `${right} of ${of} this time`),
      ...(passed ? passedLines(view) : [line(kindWords(view))]),
      ...(view.again.length === 0 ? [] : [subheading('Worth another look'), ...view.again.map(lookAgain)]),
      ...(view.moreIn === undefined ? [] : [line(`More about training: ${plain(view.moreIn)}.`, { subtle: true })]),
    ],
    passed ? [submit('What I have done', 'training.history')] : [submit('Try again', 'quiz.open', { topic }, { style: 'positive' })],
    { speak: passed ? `Passed: ${right} of ${of}.` : `${right} of ${of} this time.` },
  );
}

function kindWords({ needed, of }: ResultView): string {
  return `That is all right: many people take a second look. With ${needed} of ${of} it counts as passed, and you can try as often as you like.`;
}

function passedLines({ title, done, course }: ResultView): Element[] {
  return [
    line(`Thank you. The quiz **${plain(title)}** is in your record as passed.`),
    ...done.map(({ label, next }) => line(`**${plain(label)}** is now done.${next === undefined ? '' : ` It ${next}.`}`)),
    ...(course === undefined ? [] : [line(courseWords(course))]),
  ];
}

function courseWords({ label, due }: NonNullable<ResultView['course']>): string {
  const still = due === undefined ? 'Nothing of it is due now.' : `It ${due}.`;
  return `The training **${plain(label)}** itself is a course. Passing the quiz does not make the course done. ${still}`;
}

function lookAgain({ scene, best, why, cite }: ResultView['again'][number]): Element {
  return {
    type: 'Container',
    separator: true,
    items: close([line(scene), line(`**The best answer:** ${best}`), line(why), line(`From: ${plain(cite)}`, { subtle: true })]),
  };
}
