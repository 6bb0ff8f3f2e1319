import { atOnce } from '#bot/at-once.ts';
import type { Broke } from '#cards/broke.ts';
import {
  type RecordedView,
  type RecordView,
  trainingRecordCard,
  trainingSavedCard,
  trainingUnderWayCard,
} from '#cards/training-record.card.ts';
import type { PersonId } from '#domain/people.ts';
import { checkRecording, type RecordForm, type RecordProblems, recordingOf } from '#domain/training/recording.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { commandIn, personIn } from '#features/read-data.ts';
import { nothingYet, oweRecording, type RecordingBody, type RecordingTally, tallied } from '#stores/recording-record.ts';
import { recordFormIn } from './read-training.ts';
import { recordOne } from './record-one.ts';
import { groupChoices, peopleOfGroup, topicChoices } from './topics.ts';
import { nothingHere, rememberedScreen, runnerScreen, type TrainingScreen } from './training-screen.ts';

/** More people than this are written by the worker: a turn has five seconds. */
const mostInTurn = 20;
/** Records that are written at the same time. */
const writers = 5;

/** *Record training*, for somebody in particular where it is pressed on their record. */
export async function openRecord(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  if (screen === undefined) return nothingHere;
  const person = personIn(request);
  const form: RecordForm = {
    how: 'done',
    topic: recordFormIn(request).topic,
    on: screen.today,
    course: '',
    certificate: '',
    reason: '',
    people: person === undefined ? [] : [person],
    group: '',
  };
  return formAnswer(screen, { form, problems: {}, command: deps.newId() });
}

function formAnswer(screen: TrainingScreen, view: Omit<RecordView, 'topics' | 'groups'>): Answer {
  const card = trainingRecordCard({ ...view, topics: topicChoices(screen), groups: groupChoices(screen) });
  return { kind: 'dialog', title: 'Record training', card };
}

/** *Save*: each person's own record, once for this command. A press that broke halfway is pressed again and finishes the rest. */
export async function saveRecord(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  const command = commandIn(request.data);
  if (screen === undefined || command === undefined) return nothingHere;
  const { world, today } = screen;
  const form = recordFormIn(request);
  const people = peopleOf(screen, form);
  const problems: RecordProblems = {
    ...checkRecording(form, world.ruleSet.training, today),
    ...(people === undefined ? { group: 'unknown-choice' } : people.length === 0 ? { people: 'nobody' } : {}),
  };
  if (people === undefined || Object.keys(problems).length > 0) return formAnswer(screen, { form, problems, command });
  return people.length > mostInTurn ? queued(screen, form, people, command) : written(screen, form, people, command);
}

function peopleOf(screen: TrainingScreen, { people, group }: RecordForm): PersonId[] | undefined {
  const grouped = peopleOfGroup(screen, group);
  return grouped && [...new Set([...people, ...grouped])];
}

async function queued(screen: TrainingScreen, form: RecordForm, people: PersonId[], command: string): Promise<Answer> {
  const { deps, world, request, label } = screen;
  const { school, person } = request.actor;
  const before = await oweRecording(deps.records, school, { command, recording: recordingOf(form, person.id, world.now), people });
  if (before !== undefined) return afterAnother(screen, form, before);
  deps.nudge();
  const card = trainingUnderWayCard({ label: label(form.topic), total: people.length });
  return { kind: 'dialog', title: 'Record training', card };
}

/** The first press, of which nobody could tell what became, counted with something else: the form again, as a press of its own. */
function afterAnother(screen: TrainingScreen, form: RecordForm, { recording, total }: RecordingBody): Answer {
  const day = recording.how === 'done' ? recording.on : undefined;
  const before = { label: screen.label(recording.topic), total, ...(day === undefined ? {} : { day }) };
  return formAnswer(screen, { form, problems: {}, command: screen.deps.newId(), before });
}

async function written(screen: TrainingScreen, form: RecordForm, people: PersonId[], command: string): Promise<Answer> {
  const { deps, world, request } = screen;
  const { school, person: by } = request.actor;
  const recording = recordingOf(form, by.id, world.now);
  const outcomes = await atOnce(people, writers, async (person) => ({
    person,
    outcome: await recordOne(deps, world, school, { person, recording, command }),
  }));
  const tally = outcomes.reduce((sum, { person, outcome }) => tallied(sum, person, outcome), nothingYet);
  return { kind: 'dialog', title: 'Record training', card: trainingSavedCard(recordedView(screen, form.topic, tally)) };
}

export function recordedView({ name, label }: Pick<TrainingScreen, 'name' | 'label'>, topic: string, tally: RecordingTally): RecordedView {
  return { ...tally, label: label(topic), skipped: tally.skipped.map(({ person, outcome }) => ({ name: name(person), outcome })) };
}

/** The form as it was typed. Some of the people may be written already, so it is never said that nothing was saved. */
export function sameRecord(request: CardRequest, deps: Deps, _broke: Broke): Answer | undefined {
  const screen = rememberedScreen(request, deps);
  const command = commandIn(request.data);
  if (screen === undefined || command === undefined) return undefined;
  return formAnswer(screen, { form: recordFormIn(request), problems: {}, command, trouble: 'uncertain' });
}
