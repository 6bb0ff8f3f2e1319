import type { RuleSet } from '#domain/policy.ts';
import { parseQuiz, type Quiz } from '#domain/training/quiz.ts';
import cyberBullying from './quizzes/cyber-bullying.json' with { type: 'json' };
import devicesImages from './quizzes/devices-images.json' with { type: 'json' };
import nudes from './quizzes/nudes.json' with { type: 'json' };
import prevent from './quizzes/prevent.json' with { type: 'json' };
import reporting from './quizzes/reporting.json' with { type: 'json' };
import staffConduct from './quizzes/staff-conduct.json' with { type: 'json' };

/** The quizzes of each rule set, by key. */
export type Quizzes = Record<RuleSet['key'], ReadonlyMap<string, Quiz>>;

const files = [reporting, nudes, cyberBullying, prevent, staffConduct, devicesImages];

/** Every quiz in the words of each rule set, checked. Throws when one has a mistake, or when a topic names one that there is not. */
export function readQuizzes(ruleSets: Record<RuleSet['key'], RuleSet>): Quizzes {
  return { 'headteacher-first': quizzesFor(ruleSets['headteacher-first']), 'dsl-first': quizzesFor(ruleSets['dsl-first']) };
}

function quizzesFor(ruleSet: RuleSet): ReadonlyMap<string, Quiz> {
  const quizzes = new Map(files.map((file) => [file.key, parseQuiz(file, ruleSet)]));
  const missing = ruleSet.training.topics.find(({ quiz }) => quiz !== undefined && !quizzes.has(quiz));
  if (missing !== undefined)
    throw new Error(`The topic ${missing.key} of ${ruleSet.key} names the quiz ${missing.quiz}, which there is not`);
  return quizzes;
}
