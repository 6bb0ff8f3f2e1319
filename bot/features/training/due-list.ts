import { type ListRow, type ListView, trainingListCard } from '#cards/training-list.card.ts';
import { daysAfter } from '#domain/days.ts';
import { soonDays } from '#domain/training/owed.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { dueInstant, type TrainingBody, trainingOf } from '#stores/training-record.ts';
import { learnerOf } from './learner.ts';
import { afterIn, choiceIn } from './read-training.ts';
import { topicChoices } from './topics.ts';
import { nothingHere, screenFor, type TrainingScreen } from './training-screen.ts';

/** Documents of one page; what a filter leaves of them may be fewer. */
const pageSize = 12;
/** Rows that are enough for a screen. */
const enough = 8;
/** Pages that one press may read: after that the reader looks on. */
const mostPages = 25;

/** *Who is due*: a page of people by their first due day, from where the page before ended. */
export async function listDue(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await screenFor(request, deps);
  if (screen === undefined) return nothingHere;
  const { label, today, name } = screen;
  const topics = topicChoices(screen);
  const asked = choiceIn(request.data, 'topic');
  const topic = topics.some(({ value }) => value === asked) ? asked : '';
  const only = (['soon', 'passed'] as const).find((known) => known === request.data['only']) ?? 'all';
  const after = afterIn(request.data);
  const found = await search(screen, { topic, only, after });
  const words = { name, label, today, own: false };
  const card = trainingListCard({ ...found, topic, only, topics, later: after !== undefined, words });
  return { kind: 'dialog', title: 'Training', card };
}

type Search = Pick<ListView, 'topic' | 'only'> & { after: string | undefined };

async function search(screen: TrainingScreen, { topic, only, after: from }: Search): Promise<{ rows: ListRow[]; next?: string }> {
  const { deps, request, today } = screen;
  const to = { all: undefined, soon: dueInstant(daysAfter(today, soonDays + 1)), passed: dueInstant(today) }[only];
  const rows: ListRow[] = [];
  let after = from;
  for (let page = 0; page < mostPages && rows.length < enough; page += 1) {
    const query = { kind: 'training', equals: { status: 'here' }, order: 'oldest', limit: pageSize } as const;
    const bounds = { ...(to === undefined ? {} : { to }), ...(after === undefined ? {} : { after }) };
    const { items, next } = await deps.records.list<TrainingBody>(request.actor.school, { ...query, ...bounds });
    rows.push(...items.flatMap((stored) => rowOf(screen, trainingOf(stored), { topic, only })));
    if (next === undefined) return { rows };
    after = next;
  }
  return { rows, ...(after === undefined ? {} : { next: after }) };
}

/** The stored order may be a night old; what is said of somebody is worked out now. */
function rowOf(
  { deps, world, name }: TrainingScreen,
  loaded: ReturnType<typeof trainingOf>,
  { topic, only }: Omit<Search, 'after'>,
): ListRow[] {
  const owed = learnerOf(deps, world, loaded)?.owed.filter(
    (one) =>
      (topic === '' || one.topic === topic) &&
      (only === 'all' || one.standing === 'overdue' || (only === 'soon' && one.standing === 'due-soon')),
  );
  if (owed === undefined || (owed.length === 0 && (only !== 'all' || topic !== ''))) return [];
  return [{ person: loaded.person, name: name(loaded.person), owed }];
}
