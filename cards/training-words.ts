import type { RecordProblem, RecordProblems } from '#domain/training/recording.ts';
import type { SayProblem } from '#domain/training/say.ts';
import type { Broke } from './broke.ts';
import { fieldError } from './inputs.ts';
import { box, type Element, line, plain } from './parts.ts';
import { notSaved } from './words.ts';

/** Beside the field that it is about. */
const problemWords: Record<SayProblem | RecordProblem, string> = {
  'no-day': 'Please choose a day.',
  'not-a-day': 'There is no such day. Please choose one, such as 5/9/2025.',
  'in-the-future': 'This day is still to come. Please choose today or a day before it.',
  'too-long-ago': 'Please choose a day after 1 January 1990.',
  'unknown-topic': 'Please choose one of the topics shown.',
  'unknown-choice': 'Please choose one of the answers shown.',
  'by-quiz': 'This is done by taking its quiz: press *Take the quiz*.',
  'by-audit': 'This is done by answering the self-audit: press *Answer the self-audit*.',
  'certificate-too-long': 'Please shorten the certificate number to 100 characters.',
  'nothing-owed': 'Nothing is due here any more.',
  'not-after-today': 'Please choose a day after today.',
  'after-the-due-day': 'Please choose a day on or before the day it is due.',
  'more-than-two-weeks': 'Please choose a day within the next two weeks.',
  'needed-by-all': 'The school’s policy asks this of everybody, so it cannot be marked as not applicable.',
  'needs-a-reason': 'Please say why. A few words are enough.',
  'too-long': 'Please shorten this: 200 characters fit, and 500 for a reason.',
  nobody: 'Please pick at least one person, or choose everybody of a kind.',
  'too-many': 'Please pick 500 people at most, or choose everybody of a kind.',
  'nothing-changed': 'Nothing is different yet. Please change what is wrong.',
  'made-here': 'This was passed or answered here, so nothing in it can be corrected. It can be struck out.',
};

/** Behind where something is from: where fuller detail is written; nothing where the rules name no place. */
export const moreIn = (view: { moreIn?: string }) => (view.moreIn === undefined ? '' : ` More in: ${plain(view.moreIn)}.`);

export function sayWord(problem: SayProblem): string {
  return problemWords[problem];
}

/** An input and, under it, what is wrong with what was typed. */
export function problemAt(problems: RecordProblems): (input: Element) => Element[] {
  return (input) => {
    const problem = problems[input.id ?? ''];
    return [input, ...fieldError(problem === undefined ? undefined : problemWords[problem])];
  };
}

export function troubleBox(trouble: Broke | undefined): Element[] {
  if (trouble === undefined) return [];
  const first = trouble === 'not-sent' ? notSaved : 'It is not certain that all of this was saved.';
  return [
    box(
      [
        line(first, { bold: true }),
        line('What you filled in is still here. Press the same button again in a minute: nothing is written twice.'),
      ],
      'attention',
    ),
  ];
}
