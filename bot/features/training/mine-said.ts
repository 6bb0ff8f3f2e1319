import type { Broke } from '#cards/broke.ts';
import { type SayDoneView, saidTrainingCard, thankedCard } from '#cards/my-training.card.ts';
import { nextInWords } from '#cards/training-entries.part.ts';
import { sayWord } from '#cards/training-words.ts';
import { dayOf } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import { type SayDecision, sayDone } from '#domain/training/say.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { pressOf } from '#features/press-of.ts';
import { choiceIn, commandIn, lineIn } from '#features/read-data.ts';
import { settleReminders } from '#features/remind/note-said.ts';
import { rememberedWorld, worldOf } from '#features/world.ts';
import { speak } from './say.ts';
import { labelIn, nothingHere } from './training-screen.ts';

/** *I've done it*, of one's own training: the day and, where there is one, the certificate. */
export async function openSaid(request: CardRequest, deps: Deps): Promise<Answer> {
  const world = await worldOf(deps, request.actor.school);
  const today = dayOf(world.settings.calendar, world.now);
  const view = { topic: choiceIn(request.data, 'topic'), on: today, certificate: '', command: deps.newId() };
  return saidAnswer(world, view);
}

function saidAnswer({ ruleSet }: World, view: Omit<SayDoneView, 'topics'>): Answer {
  const topics = ruleSet.training.topics.filter(({ by }) => by === 'course').map(({ key, label }) => ({ title: label, value: key }));
  const topic = topics.some(({ value }) => value === view.topic) ? view.topic : '';
  return { kind: 'dialog', title: 'My training', card: saidTrainingCard({ ...view, topic, topics }) };
}

export async function saveSaid(request: CardRequest, deps: Deps): Promise<Answer> {
  const command = commandIn(request.data);
  if (command === undefined) return nothingHere;
  const { school, person } = request.actor;
  const world = await worldOf(deps, school);
  const typed = typedIn(request);
  const { topic, on, certificate } = typed;
  const press = pressOf(command, typed);
  const spoken = await speak(deps, world, { school, person: person.id, topic, command: press }, (saying) =>
    sayDone(saying, { on, certificate, entry: press }),
  );
  if (spoken === undefined) return nothingHere;
  const { said, learner, repeated } = spoken;
  if (said.kind === 'refused') return saidAnswer(world, { ...typed, command, error: errorOf(said) });
  await settleReminders(deps, world, { school, person: person.id, topics: [topic], command: press }, learner);
  deps.nudge();
  const already = said.kind === 'unchanged' && !repeated;
  const card = thankedCard({ label: labelIn(deps, world)(topic), on, already, ...nextInWords(learner.owed, topic, learner.today) });
  return { kind: 'dialog', title: 'My training', card };
}

const typedIn = ({ data }: CardRequest) => ({
  topic: choiceIn(data, 'topic'),
  on: choiceIn(data, 'on'),
  certificate: lineIn(data, 'certificate'),
});

function errorOf({ reason, field }: Extract<SayDecision, { kind: 'refused' }>): NonNullable<SayDoneView['error']> {
  return { field: field === 'on' || field === 'certificate' ? field : 'topic', words: sayWord(reason) };
}

/** The screen as it was typed, drawn without the record. */
export function sameSaid(request: CardRequest, deps: Deps, trouble: Broke): Answer | undefined {
  const command = commandIn(request.data);
  return command === undefined
    ? undefined
    : saidAnswer(rememberedWorld(deps, request.actor.school), { ...typedIn(request), command, trouble });
}
