import { readQuizzes } from '#bot/read-quizzes.ts';
import type { Question, Quiz } from '#domain/training/quiz.ts';
import { dslFirst, headteacherFirst } from './rule-sets.ts';

/** The shipped quizzes, in the words of each rule set. */
export const quizzes = readQuizzes({ 'headteacher-first': headteacherFirst, 'dsl-first': dslFirst });

export function quizNamed(ruleSet: keyof typeof quizzes, key: string): Quiz {
  const quiz = quizzes[ruleSet].get(key);
  if (quiz === undefined) throw new Error(`There is no quiz ${key}`);
  return quiz;
}

/** A choice that is not the right one. */
export function otherThanRight({ key, choices, right }: Question): string {
  const other = choices.find((choice) => choice.key !== right);
  if (other === undefined) throw new Error(`Every choice of ${key} is right`);
  return other.key;
}
