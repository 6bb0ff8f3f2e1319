import { quizResultCard, type ResultView } from '#cards/quiz.card.ts';
import { dueInWords, nextInWords } from '#cards/training-entries.part.ts';
import type { World } from '#domain/decide.ts';
import { type Answers, choiceOf, type Marked, markQuiz, type Question } from '#domain/training/quiz.ts';
import { doneBy, quizEvents, wasPassed } from '#domain/training/quiz-outcome.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { settleReminders } from '#features/remind/note-said.ts';
import { type Learner, loadLearner, saveLearner } from '#features/training/learner.ts';
import { nothingHere } from '#features/training/training-screen.ts';
import { beginQuiz } from './open.ts';
import { answeredView, type TopicQuiz } from './quiz-context.ts';

type Finishing = {
  request: CardRequest;
  deps: Deps;
  world: World;
  found: TopicQuiz;
  answers: Answers;
  /** The question answered last. */
  last: Question | undefined;
  command: string;
};

const countedBefore = 'That try was counted already. Here is the quiz from its beginning.';

/** Marks every answer again and keeps what came of it: one write, once for each try. */
export async function finishQuiz(finishing: Finishing): Promise<Answer> {
  const { request, deps, world, found, answers, last, command } = finishing;
  const { school, person } = request.actor;
  const learner = await loadLearner(deps, world, school, person.id);
  if (learner === undefined || last === undefined) return nothingHere;
  const marked = markQuiz(found.quiz, answers);
  const { loaded, today } = learner;
  const events = loaded.events.map(({ event }) => event);
  // Why: the same try with other answers, or of another quiz, would be told of a result that the record does not have.
  if (loaded.applied.includes(command) && wasPassed(events, command, found.topic.key) !== marked.passed)
    return beginQuiz(found, deps, countedBefore);
  const finished = { topic: found.topic, quiz: found.quiz.key, marked, person: person.id, at: world.now, today, command };
  const fresh = quizEvents(world.ruleSet.training, loaded.record, finished);
  const after = fresh.length === 0 ? learner : await saveLearner(deps, world, learner, { events: fresh, command });
  if (marked.passed) await tellReminders(finishing, after);
  return { kind: 'dialog', title: found.quiz.title, card: quizResultCard(resultView(finishing, last, marked, after)) };
}

/** Reminders of what is done by it stand in their chat, and the coordinator follows them. */
async function tellReminders({ request, deps, world, found, command }: Finishing, learner: Learner): Promise<void> {
  const { school, person } = request.actor;
  const topics = doneBy(world.ruleSet.training, found.quiz.key).map(({ key }) => key);
  await settleReminders(deps, world, { school, person: person.id, topics, command }, learner);
  deps.nudge();
}

function resultView({ world, found, answers }: Finishing, last: Question, marked: Marked, { owed, today }: Learner): ResultView {
  const { topic, quiz } = found;
  const missed = quiz.questions.filter((one) => one !== last && choiceOf(one, answers)?.key !== one.right);
  const done = doneBy(world.ruleSet.training, quiz.key).map(({ key, label }) => ({ label, ...nextInWords(owed, key, today) }));
  const course = owed.find((one) => one.topic === topic.key);
  const { moreIn } = world.ruleSet.training;
  return {
    ...marked,
    topic: topic.key,
    title: quiz.title,
    needed: Math.ceil((quiz.passPercent * marked.of) / 100),
    last: answeredView(last, answers),
    again: missed.map((question) => ({ ...answeredView(question, answers), scene: question.scene })),
    done,
    ...(moreIn === undefined ? {} : { moreIn }),
    ...(topic.by === 'quiz' ? {} : { course: { label: topic.label, ...(course === undefined ? {} : { due: dueInWords(course, today) }) } }),
  };
}
