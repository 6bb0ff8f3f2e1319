import type { CardRoutes } from '#features/handler.ts';
import { keepTyped } from '#features/keep-typed.ts';
import { answerQuiz, sameQuestion } from './answer.ts';
import { openQuiz } from './open.ts';

export const quizRoutes = {
  'quiz.open': openQuiz,
  'quiz.answer': keepTyped(answerQuiz, sameQuestion),
} satisfies CardRoutes;
