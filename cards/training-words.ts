import type { SayProblem } from '#domain/training/say.ts';

/** Beside the field that it is about. */
const sayWords: Record<SayProblem, string> = {
  'no-day': 'Please choose a day.',
  'not-a-day': 'There is no such day. Please choose one, such as 23/11/2026.',
  'in-the-future': 'This day is still to come. Please choose today or a day before it.',
  'too-long-ago': 'Please choose a day after 1 January 1990.',
  'unknown-topic': 'This topic is no longer part of the school’s training.',
  'by-quiz': 'This is done by taking its quiz: press *Take the quiz*.',
  'by-audit': 'This is done by answering the self-audit: press *Answer the self-audit*.',
  'certificate-too-long': 'Please shorten the certificate number to 100 characters.',
  'nothing-owed': 'Nothing is due here any more.',
  'not-after-today': 'Please choose a day after today.',
  'after-the-due-day': 'Please choose a day on or before the day it is due.',
  'more-than-two-weeks': 'Please choose a day within the next two weeks.',
};

export function sayWord(problem: SayProblem): string {
  return sayWords[problem];
}
