import type { Question, Quiz } from '#domain/training/quiz.ts';
import type { Persona } from '#test/local-teams/client.ts';
import { onScreen } from './telling.ts';

/** The first question of a topic's quiz, from *my training*. */
export async function openQuiz(person: Persona, topic: string): Promise<string> {
  await person.closeDialog();
  await person.say('my training');
  await person.press({ title: 'Take the quiz', data: { topic } });
  return onScreen(person);
}

/** The question on the screen. */
export async function asked(person: Persona, { questions }: Quiz): Promise<Question> {
  const ids = (await person.dialog())?.card?.inputs.map(({ id }) => id) ?? [];
  const question = questions.find(({ key }) => ids.includes(`answer.${key}`));
  if (question === undefined) throw new Error(`No question is on the screen: ${await onScreen(person)}`);
  return question;
}

/** Answers the question on the screen; gives the next screen. */
export async function answer(person: Persona, quiz: Quiz, choice: (question: Question) => string): Promise<string> {
  const question = await asked(person, quiz);
  const isLast = (await person.dialog())?.card?.buttons.some(({ title }) => title === 'Finish') === true;
  await person.press(isLast ? 'Finish' : 'Answer', { [`answer.${question.key}`]: choice(question) });
  return onScreen(person);
}

/** The rest of an open quiz; gives the last screen. */
export async function answerRest(person: Persona, quiz: Quiz, choice: (question: Question) => string): Promise<string> {
  let screen = await onScreen(person);
  while (/Question \d of \d/.test(screen)) screen = await answer(person, quiz, choice);
  return screen;
}

export const rightOne = ({ right }: Question): string => right;
