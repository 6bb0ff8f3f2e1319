import type { AnsweredView } from '#cards/quiz.card.ts';
import { answerId } from '#cards/quiz.card.ts';
import type { World } from '#domain/decide.ts';
import { findTopic, type Topic } from '#domain/training/policy.ts';
import { type Answers, choiceOf, type Question, type Quiz } from '#domain/training/quiz.ts';
import { typedText } from '#domain/typed-text.ts';
import type { CardRequest, Deps } from '#features/handler.ts';
import { choiceIn } from '#features/read-data.ts';

/** A topic of this school and the quiz that goes with it. */
export type TopicQuiz = { topic: Topic; quiz: Quiz };

/** Undefined for a topic that there is not, or that has no quiz. */
export function quizOf({ data }: CardRequest, { quizzes }: Pick<Deps, 'quizzes'>, { ruleSet }: World): TopicQuiz | undefined {
  const topic = findTopic(ruleSet.training, choiceIn(data, 'topic'));
  const quiz = topic?.quiz === undefined ? undefined : quizzes[ruleSet.key].get(topic.quiz);
  return topic && quiz && { topic, quiz };
}

/** What was chosen for each question of this quiz, right or wrong, offered or not. */
export function answersIn({ data }: CardRequest, { questions }: Quiz): Answers {
  const given = questions.map(({ key }) => [key, typedText(data[answerId(key)]).trim()] as const);
  return Object.fromEntries(given.filter(([, choice]) => choice !== ''));
}

/** Expects a question with an answer. */
export function answeredView(question: Question, answers: Answers): AnsweredView {
  const { choices, right, why, cite } = question;
  const best = choices.find(({ key }) => key === right)?.text ?? '';
  return { right: choiceOf(question, answers)?.key === right, best, why, cite };
}
