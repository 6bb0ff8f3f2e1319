import type { Broke } from '#cards/broke.ts';
import { type EntryView, trainingEntryCard } from '#cards/training-entry.card.ts';
import type { PersonId } from '#domain/people.ts';
import { type Corrected, type CorrectForm, decideCorrect, decideStrikeOut, isMadeHere } from '#domain/training/correcting.ts';
import { datedDay } from '#domain/training/day-words.ts';
import type { Entry } from '#domain/training/record.ts';
import type { Answer, CardHandler, CardRequest, Deps } from '#features/handler.ts';
import { pressOf } from '#features/press-of.ts';
import { commandIn, entryIn, personIn } from '#features/read-data.ts';
import { type Learner, loadLearner, saveLearner } from './learner.ts';
import { personAnswer } from './person.ts';
import { correctFormIn } from './read-training.ts';
import { topicChoices } from './topics.ts';
import { nothingHere, rememberedScreen, runnerScreen, type TrainingScreen } from './training-screen.ts';

type Found = { screen: TrainingScreen; learner: Learner; person: PersonId; key: string; entry: Entry | undefined };

/** One entry of somebody's record; `entry` is undefined when it is struck out, or never was. */
async function find(request: CardRequest, deps: Deps): Promise<Found | undefined> {
  const screen = await runnerScreen(request, deps);
  const person = personIn(request);
  const key = entryIn(request.data);
  if (screen === undefined || person === undefined || key === undefined) return undefined;
  const learner = await loadLearner(deps, screen.world, request.actor.school, person);
  return learner && { screen, learner, person, key, entry: learner.loaded.record.entries.find((one) => one.entry === key) };
}

const goneWords = 'This entry is no longer there: it was struck out.';

export async function openEntry(request: CardRequest, deps: Deps): Promise<Answer> {
  const found = await find(request, deps);
  if (found === undefined) return nothingHere;
  const { screen, person, entry } = found;
  if (entry === undefined) return personAnswer(screen, person, goneWords);
  const form: CorrectForm = {
    topic: entry.topic,
    on: entry.on,
    course: entry.course ?? '',
    certificate: entry.certificate ?? '',
    reason: '',
  };
  return entryAnswer(screen, entry, { person, form, problems: {}, command: deps.newId() });
}

type Drawing = Pick<EntryView, 'person' | 'form' | 'problems' | 'command'> & { trouble?: Broke };

function entryAnswer(screen: TrainingScreen, entry: Pick<Entry, 'entry' | 'topic' | 'on' | 'source'>, drawing: Drawing): Answer {
  const card = trainingEntryCard({
    ...drawing,
    name: screen.name(drawing.person),
    entry: entry.entry,
    what: `${screen.label(entry.topic)}, ${datedDay(entry.on)}`,
    made: isMadeHere(entry),
    topics: topicsWith(screen, entry.topic),
  });
  return { kind: 'dialog', title: 'Correct an entry', card };
}

/** With the entry's own topic, which may be of rules that the school has left. */
function topicsWith(screen: TrainingScreen, topic: string) {
  const topics = topicChoices(screen);
  return topics.some(({ value }) => value === topic) ? topics : [{ title: screen.label(topic), value: topic }, ...topics];
}

type Deciding = Parameters<typeof decideCorrect>[1];

function change(decide: (form: CorrectForm, given: Deciding) => Corrected, said: string): CardHandler {
  return async (request, deps) => {
    const found = await find(request, deps);
    const command = commandIn(request.data);
    if (found === undefined || command === undefined) return nothingHere;
    const { screen, learner, person, entry } = found;
    const form = correctFormIn(request);
    const press = pressOf(command, [request.verb, form]);
    if (learner.loaded.applied.includes(press)) return personAnswer(screen, person, said);
    if (entry === undefined) return personAnswer(screen, person, goneWords);
    const { world, today } = screen;
    const by = request.actor.person.id;
    const decided = decide(form, { entry, training: world.ruleSet.training, today, by, at: world.now });
    if ('problems' in decided) return entryAnswer(screen, entry, { person, form, problems: decided.problems, command });
    await saveLearner(deps, world, learner, { events: decided.events, command: press });
    return personAnswer(screen, person, said);
  };
}

export const correctEntry = change(decideCorrect, 'The correction is saved.');
export const strikeOutEntry = change(decideStrikeOut, 'The entry is struck out. It is kept under *Changes*.');

/** The screen as it was typed, drawn without the record. */
export function sameEntry(request: CardRequest, deps: Deps, trouble: Broke): Answer | undefined {
  const screen = rememberedScreen(request, deps);
  const [person, key, command] = [personIn(request), entryIn(request.data), commandIn(request.data)];
  if (screen === undefined || person === undefined || key === undefined || command === undefined) return undefined;
  const form = correctFormIn(request);
  const isMade = form.on === '';
  const card = trainingEntryCard({
    person,
    name: screen.name(person),
    entry: key,
    what: 'the entry that you opened',
    made: isMade,
    form,
    problems: {},
    topics: topicsWith(screen, form.topic),
    command,
    trouble,
  });
  return { kind: 'dialog', title: 'Correct an entry', card };
}
