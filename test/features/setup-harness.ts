import type { Card } from '#cards/parts.ts';
import type { Verb } from '#cards/verbs.ts';
import { Settings } from '#domain/settings.ts';
import type { Answer, CardHandler, Deps } from '#features/handler.ts';
import { setupRoutes } from '#features/setup/register.ts';
import { createTrainingCounts } from '#features/training/counts.ts';
import { loadSettings } from '#stores/settings-record.ts';
import { createSqliteStore, type SqliteStore } from '#stores/sqlite.ts';
import { quizzes } from '#test/domain/quizzes.ts';
import { dslFirst, headteacherFirst } from '#test/domain/rule-sets.ts';

const tenant = 'a0000000-0000-4000-8000-000000000000';
const guid = (n: number) => `b0000000-0000-4000-8000-00000000000${n}`;

/** Invented people: the number ends their object id. */
export const people = {
  admin: { id: `${tenant}:${guid(1)}`, name: 'Ms Webb', kind: 'staff' },
  shah: { id: `${tenant}:${guid(2)}`, name: 'Mrs Shah', kind: 'staff' },
  cole: { id: `${tenant}:${guid(3)}`, name: 'Mr Cole', kind: 'staff' },
  lowe: { id: `${tenant}:${guid(4)}`, name: 'Mrs Lowe', kind: 'staff' },
  ali: { id: `${tenant}:${guid(5)}`, name: 'Mr Ali', kind: 'governor' },
  patel: { id: `${tenant}:${guid(6)}`, name: 'Ms Patel', kind: 'staff' },
} as const;
export type Who = keyof typeof people;

/** As the people picker sends them. `pupil` is in the tenant and not in the directory. */
export const picked = (...who: (Who | 'pupil')[]) =>
  who.map((one) => (one === 'pupil' ? guid(9) : (people[one].id.split(':')[1] ?? ''))).join(',');

export type School = Awaited<ReturnType<typeof aSchool>>;

/** A school with real records in memory. `press` calls the handler of a verb as that person. */
export async function aSchool(settings: object = {}) {
  const store: SqliteStore = createSqliteStore(':memory:');
  let ids = 0;
  const clock = { now: '2026-11-23T09:00:00.000Z' };
  const deps: Deps = {
    records: store.records,
    directory: {
      schoolOf: () => 'larkfield',
      schoolName: () => 'Larkfield Primary School',
      person: (school, id) => (school === 'larkfield' ? Object.values(people).find((one) => one.id === id) : undefined),
      people: () => Object.values(people),
      members: () => Object.values(people),
      member: (school, id) => (school === 'larkfield' ? Object.values(people).find((one) => one.id === id) : undefined),
      countsFrom: () => '2026-09-01',
      isAdministrator: (id) => id === people.admin.id,
      freshen: async () => {},
    },
    now: () => clock.now,
    newId: () => `id-${++ids}`,
    initialSettings: () => Settings.parse(settings),
    ruleSets: { 'headteacher-first': headteacherFirst, 'dsl-first': dslFirst },
    quizzes,
    channelsOf: async () => undefined,
    remembered: { keep: () => {}, last: () => Settings.parse(settings) },
    trainingCounts: createTrainingCounts(),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    nudge: () => {},
  };
  const press = (who: Who, verb: keyof typeof setupRoutes, data: Record<string, unknown> = {}): Promise<Answer> => {
    const handler: CardHandler = setupRoutes[verb];
    const actor = { school: 'larkfield', person: people[who], administrator: who === 'admin' };
    return handler(
      {
        actor,
        verb,
        data: { ...data, verb },
        conversation: { id: 'a:1', kind: 'personal', serviceUrl: 'http://127.0.0.1/' },
        activityId: '1',
        inDialog: true,
      },
      deps,
    );
  };
  return { deps, clock, press, store, settings: () => loadSettings(deps, 'larkfield') };
}

/** Presses the button of that title on a card, as a client does: what the button carries and what was typed. */
export function pressOn({ press }: School, who: Who, answer: Answer, title: string, typed: Record<string, unknown> = {}): Promise<Answer> {
  const button = allActions(cardOf(answer)).find((action) => action.title === title);
  if (button === undefined) throw new Error(`There is no button "${title}" on that card.`);
  const data = button.data as Record<string, unknown> & { verb: Verb };
  return press(who, data.verb as keyof typeof setupRoutes, { ...data, ...typed });
}

export function cardOf(answer: Answer): Card {
  if (answer.kind !== 'dialog' && answer.kind !== 'card')
    throw new Error(`No card but ${answer.kind}: ${answer.kind === 'message' ? answer.text : ''}`);
  return answer.card;
}

type Loose = Record<string, unknown>;

function allActions(value: unknown): Loose[] {
  if (Array.isArray(value)) return value.flatMap(allActions);
  if (typeof value !== 'object' || value === null) return [];
  const part = value as Loose;
  return [...(String(part.type).startsWith('Action.') ? [part] : []), ...Object.values(part).flatMap(allActions)];
}
