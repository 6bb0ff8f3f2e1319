import { type MyTopic, myHistoryCard, myTrainingCard } from '#cards/my-training.card.ts';
import { listed } from '#cards/names.ts';
import { changeTexts, type RecordWords } from '#cards/training-entries.part.ts';
import { sayWord } from '#cards/training-words.ts';
import type { World } from '#domain/decide.ts';
import type { Actor } from '#domain/people.ts';
import type { Owed } from '#domain/training/owed.ts';
import { findTopic } from '#domain/training/policy.ts';
import type { Answer, CardRequest, Conversation, Deps } from '#features/handler.ts';
import { pageOf } from '#features/page-of.ts';
import { choiceIn, commandIn, pageIn } from '#features/read-data.ts';
import { namesOf, worldOf } from '#features/world.ts';
import { type Learner, loadLearner } from './learner.ts';
import { newestFirst } from './person.ts';
import { speakForHelp } from './say.ts';
import { labelIn, nameIn, nothingHere } from './training-screen.ts';

const pageLength = 12;

/** `my training`: one's own, and nobody else's. */
export async function myTraining(actor: Actor, { kind }: Conversation, deps: Deps): Promise<Answer> {
  // Why: in a channel everybody would read what somebody has not done yet.
  if (kind !== 'personal') return { kind: 'message', text: 'Your training is shown in our own chat only. Write *my training* there.' };
  const world = await worldOf(deps, actor.school);
  const learner = await loadLearner(deps, world, actor.school, actor.person.id);
  return learner === undefined ? nothingHere : mineAnswer(actor, deps, world, learner);
}

export const showMine = (request: CardRequest, deps: Deps): Promise<Answer> => myTraining(request.actor, request.conversation, deps);

function mineAnswer(actor: Actor, deps: Deps, world: World, { loaded, owed, today }: Learner, said?: string): Answer {
  const { training } = world.ruleSet;
  const card = myTrainingCard({
    topics: owed.flatMap((one) => topicOf(one, world)),
    done: loaded.record.entries.length,
    words: wordsFor(actor, deps, world, today),
    command: deps.newId(),
    ...(said === undefined ? {} : { said }),
    ...(training.moreIn === undefined ? {} : { moreIn: training.moreIn }),
  });
  return { kind: 'card', card };
}

function topicOf(owed: Owed, world: World): MyTopic[] {
  const topic = findTopic(world.ruleSet.training, owed.topic);
  return topic === undefined ? [] : [{ owed, by: topic.by, quiz: topic.quiz !== undefined, minutes: topic.minutes }];
}

function wordsFor({ school }: Actor, deps: Deps, world: World, today: string): RecordWords {
  return { name: nameIn(deps, school), label: labelIn(deps, world), today, own: true };
}

/** *What I have done*, with everything that was changed of it. */
export async function showHistory(request: CardRequest, deps: Deps): Promise<Answer> {
  const { school, person } = request.actor;
  const world = await worldOf(deps, school);
  const learner = await loadLearner(deps, world, school, person.id);
  if (learner === undefined) return nothingHere;
  const { loaded, today } = learner;
  const words = wordsFor(request.actor, deps, world, today);
  const { page, more, shown } = pageOf(newestFirst(loaded.record.entries), pageIn(request.data), pageLength);
  const events = loaded.events.map(({ event }) => event);
  const card = myHistoryCard({
    entries: shown,
    page,
    older: more,
    changes: changeTexts(events, words),
    words,
  });
  return { kind: 'dialog', title: 'My training', card };
}

/** *I need help*: whoever looks after training is told who, and with what. */
export async function askHelp(request: CardRequest, deps: Deps): Promise<Answer> {
  const { school, person } = request.actor;
  const given = commandIn(request.data);
  const topic = choiceIn(request.data, 'topic');
  if (given === undefined || topic === '') return nothingHere;
  const world = await worldOf(deps, school);
  // The card's one id serves each of its topics, and a topic is asked about once by it.
  const command = `${given}-${topic}`.slice(0, 60);
  const { spoken, helpers } = await speakForHelp(deps, world, { school, person: person.id, topic, command });
  if (spoken === undefined) return nothingHere;
  if (spoken.said.kind === 'refused') return { kind: 'message', text: sayWord(spoken.said.reason) };
  return mineAnswer(request.actor, deps, world, spoken.learner, helpWords(helpers.map(namesOf(deps.directory, school))));
}

function helpWords(helpers: string[]): string {
  if (helpers.length === 0) return 'It is noted that you would like help. Nobody is set up yet to be told: please ask the headteacher.';
  return `${listed(helpers)} ${helpers.length === 1 ? 'knows' : 'know'} that you would like help.`;
}
