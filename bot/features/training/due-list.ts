import { type ListRow, type ListView, trainingListCard } from '#cards/training-list.card.ts';
import { daysAfter } from '#domain/days.ts';
import { soonDays } from '#domain/training/owed.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { afterIn, choiceIn, oneOfIn } from '#features/read-data.ts';
import { cursorBehind } from '#stores/cursor.ts';
import { pagesOf } from '#stores/pages.ts';
import type { Stored } from '#stores/records.ts';
import { dueInstant, type TrainingBody, trainingOf } from '#stores/training-record.ts';
import { learnerOf } from './learner.ts';
import { topicChoices } from './topics.ts';
import { nothingHere, screenFor, type TrainingScreen } from './training-screen.ts';

/** Rows of one page. */
const pageSize = 12;
/** Documents read at a time where few of them may be about a topic. */
const searchedAtOnce = 250;

/** *Who is due*: a page of people by their first due day, from where the page before ended. */
export async function listDue(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await screenFor(request, deps);
  if (screen === undefined) return nothingHere;
  const { label, today, name, mayRun } = screen;
  const topics = topicChoices(screen);
  const asked = choiceIn(request.data, 'topic');
  const topic = topics.some(({ value }) => value === asked) ? asked : '';
  const only = oneOfIn(request.data, 'only', ['soon', 'passed']) ?? 'all';
  const after = afterIn(request.data);
  const found = await search(screen, { topic, only, after });
  const words = { name, label, today, own: false };
  const card = trainingListCard({ ...found, topic, only, topics, later: after !== undefined, mayRemind: mayRun, words });
  return { kind: 'dialog', title: 'Training', card };
}

type Search = Pick<ListView, 'topic' | 'only'> & { after: string | undefined };

/** As many pages are read as it takes: a press shows rows, or the end. */
async function search(screen: TrainingScreen, { topic, only, after }: Search): Promise<{ rows: ListRow[]; next?: string }> {
  const { deps, request, today } = screen;
  const to = { all: undefined, soon: dueInstant(daysAfter(today, soonDays + 1)), passed: dueInstant(today) }[only];
  const bounds = { ...(to === undefined ? {} : { to }), ...(after === undefined ? {} : { after }) };
  const limit = topic === '' ? pageSize + 1 : searchedAtOnce;
  const query = { kind: 'training', equals: { status: 'here' }, order: 'oldest', limit, ...bounds } as const;
  const found: { row: ListRow; stored: Stored }[] = [];
  for await (const page of pagesOf<TrainingBody>(deps.records, request.actor.school, query))
    for (const stored of page) {
      const row = rowOf(screen, trainingOf(stored), { topic, only });
      const last = found.at(-1);
      if (row !== undefined && last !== undefined && found.length === pageSize)
        return { rows: found.map(({ row }) => row), next: cursorBehind(last.stored) };
      if (row !== undefined) found.push({ row, stored });
    }
  return { rows: found.map(({ row }) => row) };
}

/** The stored order may be a night old; what is said of somebody is worked out now. */
function rowOf(
  { deps, world, name }: TrainingScreen,
  loaded: ReturnType<typeof trainingOf>,
  { topic, only }: Omit<Search, 'after'>,
): ListRow | undefined {
  const owed = learnerOf(deps, world, loaded)?.owed.filter(
    (one) =>
      (topic === '' || one.topic === topic) &&
      (only === 'all' || one.standing === 'overdue' || (only === 'soon' && one.standing === 'due-soon')),
  );
  if (owed === undefined || (owed.length === 0 && (only !== 'all' || topic !== ''))) return undefined;
  return { person: loaded.person, name: name(loaded.person), owed };
}
