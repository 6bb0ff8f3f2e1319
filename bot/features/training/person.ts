import { changeTexts, type RecordWords } from '#cards/training-entries.part.ts';
import { trainingPersonCard } from '#cards/training-person.card.ts';
import type { PersonId } from '#domain/people.ts';
import type { Entry } from '#domain/training/record.ts';
import { mayNotApply } from '#domain/training/recording.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { pageOf } from '#features/page-of.ts';
import { pageIn, personIn } from '#features/read-data.ts';
import { type Learner, loadLearner } from './learner.ts';
import { overviewAnswer } from './overview.ts';
import { nothingHere, screenFor, type TrainingScreen } from './training-screen.ts';

const pageLength = 8;

/** One person's record: what they owe, what they have done, what was changed. */
export async function openPerson(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await screenFor(request, deps);
  if (screen === undefined) return nothingHere;
  const person = personIn(request);
  return person === undefined ? overviewAnswer(screen, 'Please pick a person first.') : personAnswer(screen, person);
}

export async function personAnswer(screen: TrainingScreen, person: PersonId, said?: string): Promise<Answer> {
  const { deps, world, request } = screen;
  const learner = await loadLearner(deps, world, request.actor.school, person);
  if (learner === undefined) return overviewAnswer(screen, 'This person is not on the school’s list.');
  return { kind: 'dialog', title: 'Training', card: drawPerson(screen, learner, said) };
}

function drawPerson(screen: TrainingScreen, { loaded, tenure, owed }: Learner, said: string | undefined) {
  const { deps, request, name, label, today, mayRun, world } = screen;
  const { person, record } = loaded;
  const { page, more, shown } = pageOf(newestFirst(record.entries), pageIn(request.data), pageLength);
  const words: RecordWords = { name, label, today, own: false };
  const member = deps.directory.member(request.actor.school, person);
  return trainingPersonCard({
    person,
    name: name(person),
    who: [...(member?.jobTitle ? [member.jobTitle] : []), tenure.kind].join(', '),
    left: tenure.left !== undefined,
    owed,
    notApplicable: Object.entries(record.notApplicable),
    mayNotApply: owed.map(({ topic }) => topic).filter((topic) => mayNotApply(world.ruleSet.training, topic, tenure)),
    entries: shown,
    page,
    older: more,
    changes: changeTexts(
      loaded.events.map(({ event }) => event),
      words,
    ),
    mayRun,
    words,
    command: deps.newId(),
    ...(said === undefined ? {} : { said }),
  });
}

export function newestFirst(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => (a.on === b.on ? b.at.localeCompare(a.at) : b.on.localeCompare(a.on)));
}
