import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { nothingHere } from '#features/training/training-screen.ts';
import { worldOf } from '#features/world.ts';
import { questionAnswer } from './question.ts';
import { quizOf, type TopicQuiz } from './quiz-context.ts';

/** *Start*, *Take the quiz* and *Try again*: the first question of a new try. */
export async function openQuiz(request: CardRequest, deps: Deps): Promise<Answer> {
  const found = quizOf(request, deps, await worldOf(deps, request.actor.school));
  return found === undefined ? nothingHere : beginQuiz(found, deps);
}

export function beginQuiz(found: TopicQuiz, { newId }: Pick<Deps, 'newId'>, said?: string): Answer {
  const [question] = found.quiz.questions;
  if (question === undefined) return nothingHere;
  return questionAnswer(found, { question, answers: {}, command: newId(), ...(said === undefined ? {} : { said }) });
}
