import { answerId, type QuestionView, quizQuestionCard } from '#cards/quiz.card.ts';
import { type Answers, choiceOf, inOrderOf, type Question } from '#domain/training/quiz.ts';
import type { Answer } from '#features/handler.ts';
import type { TopicQuiz } from './quiz-context.ts';

type Asking = Pick<QuestionView, 'command'> &
  Partial<Pick<QuestionView, 'before' | 'problem' | 'chosen' | 'said' | 'trouble'>> & { question: Question; answers: Answers };

/** The screen of one question. Its choices stand in an order that follows from the id of this try. */
export function questionAnswer({ topic, quiz }: TopicQuiz, { question, answers, ...rest }: Asking): Answer {
  const { questions } = quiz;
  const choices = inOrderOf(rest.command, question.choices).map(({ key, text }) => ({ title: text, value: key }));
  const others = questions.filter((one) => one !== question && choiceOf(one, answers) !== undefined);
  const card = quizQuestionCard({
    ...rest,
    topic: topic.key,
    n: questions.indexOf(question) + 1,
    of: questions.length,
    question: { ...question, choices },
    soFar: Object.fromEntries(others.map(({ key }) => [answerId(key), answers[key] ?? ''])),
  });
  return { kind: 'dialog', title: quiz.title, card };
}
