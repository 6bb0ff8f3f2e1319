import type { Broke } from '#cards/broke.ts';
import { trainingMarkCard } from '#cards/training-mark.card.ts';
import type { PersonId } from '#domain/people.ts';
import { decideApplies, markedBy, type RecordOutcome, type RecordProblems, reasonProblems } from '#domain/training/recording.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { pressOf } from '#features/press-of.ts';
import { choiceIn, commandIn, lineIn, personIn } from '#features/read-data.ts';
import { loadLearner, saveLearner } from './learner.ts';
import { personAnswer } from './person.ts';
import { recordOne } from './record-one.ts';
import { nothingHere, rememberedScreen, runnerScreen, type TrainingScreen } from './training-screen.ts';

type Asked = { person: PersonId; topic: string };

/** Undefined when a button names no person or topic. */
function askedIn(request: CardRequest): Asked | undefined {
  const person = personIn(request);
  const topic = choiceIn(request.data, 'topic');
  return person === undefined || topic === '' ? undefined : { person, topic };
}

type Drawing = Asked & { reason: string; problems: RecordProblems; command: string; trouble?: Broke };

function markAnswer({ name, label }: TrainingScreen, drawing: Drawing): Answer {
  const card = trainingMarkCard({ ...drawing, name: name(drawing.person), label: label(drawing.topic) });
  return { kind: 'dialog', title: 'Not applicable', card };
}

/** *Not applicable*, on somebody's record. */
export async function openMark(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  const asked = askedIn(request);
  if (screen === undefined || asked === undefined) return nothingHere;
  return markAnswer(screen, { ...asked, reason: '', problems: {}, command: deps.newId() });
}

export async function saveMark(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  const [asked, command] = [askedIn(request), commandIn(request.data)];
  if (screen === undefined || asked === undefined || command === undefined) return nothingHere;
  const { world } = screen;
  const { school, person: by } = request.actor;
  const reason = lineIn(request.data, 'reason');
  const problems = reasonProblems(reason);
  if (Object.keys(problems).length > 0) return markAnswer(screen, { ...asked, reason, problems, command });
  const recording = { how: 'not-applicable', topic: asked.topic, reason, by: by.id, at: world.now } as const;
  // Another reason is another press: what the first one wrote is not said to be this one's.
  const outcome = await recordOne(deps, world, school, { person: asked.person, recording, command: pressOf(command, reason) });
  if (outcome === 'must-do') return markAnswer(screen, { ...asked, reason, problems: { reason: 'needed-by-all' }, command });
  return personAnswer(screen, asked.person, await outcomeWords(screen, asked, outcome));
}

async function outcomeWords(screen: TrainingScreen, { person, topic }: Asked, outcome: RecordOutcome): Promise<string> {
  if (outcome === 'left') return 'They have left: nothing was changed.';
  if (outcome !== 'already') return 'Saved.';
  // Somebody else was quicker, with a reason of their own.
  const learner = await loadLearner(screen.deps, screen.world, screen.request.actor.school, person);
  const events = learner?.loaded.events.map(({ event }) => event) ?? [];
  const by = markedBy(topic, events);
  return `It was marked already${by === undefined ? '' : ` by ${screen.name(by)}`}, so nothing was changed: the first reason stays.`;
}

/** *Applies again*. */
export async function unmark(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  const [asked, command] = [askedIn(request), commandIn(request.data)];
  if (screen === undefined || asked === undefined || command === undefined) return nothingHere;
  const { world } = screen;
  const { school, person: by } = request.actor;
  const learner = await loadLearner(deps, world, school, asked.person);
  if (learner === undefined) return nothingHere;
  const events = decideApplies(asked.topic, by.id, world.now, learner.loaded.record);
  // One screen has such a button for each topic, and one id for all of them.
  if (events.length > 0) await saveLearner(deps, world, learner, { events, command: `${command}-${asked.topic}` });
  return personAnswer(screen, asked.person, 'Saved.');
}

/** The screen as it was typed, drawn without the record. */
export function sameMark(request: CardRequest, deps: Deps, trouble: Broke): Answer | undefined {
  const screen = rememberedScreen(request, deps);
  const [asked, command] = [askedIn(request), commandIn(request.data)];
  if (screen === undefined || asked === undefined || command === undefined) return undefined;
  return markAnswer(screen, { ...asked, reason: lineIn(request.data, 'reason'), problems: {}, command, trouble });
}
