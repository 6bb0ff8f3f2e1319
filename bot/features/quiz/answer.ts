import type { Broke } from '#cards/broke.ts';
import { choiceOf, nextQuestion } from '#domain/training/quiz.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { commandIn } from '#features/read-data.ts';
import { nothingHere } from '#features/training/training-screen.ts';
import { rememberedWorld, worldOf } from '#features/world.ts';
import { finishQuiz } from './finish.ts';
import { questionAnswer } from './question.ts';
import { answeredView, answersIn, quizOf } from './quiz-context.ts';

/** An answer: what came of it with the next question, or the result. The card carries choices only; they are marked here. */
export async function answerQuiz(request: CardRequest, deps: Deps): Promise<Answer> {
  const command = commandIn(request.data);
  const world = await worldOf(deps, request.actor.school);
  const found = quizOf(request, deps, world);
  if (found === undefined || command === undefined) return nothingHere;
  const { quiz } = found;
  const answers = answersIn(request, quiz);
  const at = quiz.questions.find(({ key }) => key === request.data['at']);
  if (at !== undefined && choiceOf(at, answers) === undefined) {
    const problem = answers[at.key] === undefined ? 'none-chosen' : 'not-offered';
    return questionAnswer(found, { question: at, answers, command, problem });
  }
  const before = at === undefined ? {} : { before: answeredView(at, answers) };
  const next = nextQuestion(quiz, answers);
  if (next !== undefined) return questionAnswer(found, { question: next, answers, command, ...before });
  return await finishQuiz({ request, deps, world, found, answers, last: at ?? quiz.questions.at(-1), command });
}

/** The question as it was answered, drawn without the record. */
export function sameQuestion(request: CardRequest, deps: Deps, trouble: Broke): Answer | undefined {
  const command = commandIn(request.data);
  const found = quizOf(request, deps, rememberedWorld(deps, request.actor.school));
  const question = found?.quiz.questions.find(({ key }) => key === request.data['at']);
  if (found === undefined || command === undefined || question === undefined) return undefined;
  const answers = answersIn(request, found.quiz);
  const chosen = choiceOf(question, answers)?.key;
  return questionAnswer(found, { question, answers, command, trouble, ...(chosen === undefined ? {} : { chosen }) });
}
