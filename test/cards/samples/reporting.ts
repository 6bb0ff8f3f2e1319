import { continueCard } from '#cards/report-continue.card.ts';
import type { GoesTo } from '#cards/report-goes-to.part.ts';
import { type QuestionsView, questionsCard } from '#cards/report-questions.card.ts';
import { sentCard } from '#cards/report-sent.card.ts';
import { tilesCard } from '#cards/report-tiles.card.ts';
import { adultConcern, headIsSubject, notSent } from '#cards/words.ts';
import type { Tile } from '#domain/policy.ts';
import { ruleSets } from '#test/domain/rule-sets.ts';
import { bare, contacts, draft, key, longest, type Sample } from './sample.ts';

const person = 'a1000000-0000-4000-8000-000000000004';
const message = {
  'm.text': longest,
  'm.keep': 'true',
  'm.link': `https://teams.microsoft.com/l/message/${'x'.repeat(200)}`,
  'm.author': `${person}:${person}`,
  'm.author-name': 'Ms Patel',
  'm.at': '2026-11-23T10:00:00.000Z',
};
const goesTo: GoesTo = {
  first: 'Mrs Shah and Mr Cole',
  next: 'Mrs Lowe, then Mr Ali',
  why: 'KCSIE, Part two.',
  phone: 'Mr Ali (please ring 01632 960 140)',
  held: 'on Mon 23 Nov, 07:30',
  notes: headIsSubject(contacts, 'Mrs Shah'),
};
const nobody: GoesTo = { first: '', next: '', why: '', notes: [] };

/** Every field of a tile filled to its limit, with as many rows of children as the form grows to, and an error at each. */
function full(tile: Tile): QuestionsView {
  const rows = Object.fromEntries(tile.questions.map((question) => [question.key, 8]));
  const inputs = Object.fromEntries(tile.questions.flatMap((question) => filled(question)));
  const more = Object.fromEntries(['x.harmed', 'x.hide', 'x.told', 'x.adult.people'].map((id) => [id, Array(6).fill(person).join(',')]));
  const all = { ...inputs, ...message, ...more, 'x.room': 'Room 4', 'x.behalf.name': 'Robin Made-up' };
  const errors = { 'm.text': 'This is 4,001 characters long. Please shorten it to 4,000.' };
  return { ...draft, tile, yearGroups: ['Reception', 'Year 1'], inputs: all, rows, errors, contacts, goesTo, problem: notSent(contacts) };
}

function filled({ kind, key: question, max, choices }: Tile['questions'][number]): [string, string][] {
  const id = `q.${question}`;
  if (kind === 'text' || kind === 'line') return [[id, longest.slice(0, max ?? 200)]];
  if (kind === 'choice' || kind === 'toggle') return [[id, choices?.[0]?.key ?? 'true']];
  if (kind === 'adult')
    return [
      [`${id}.people`, person],
      [`${id}.name`, 'Mrs Lowe'],
      [`${id}.me`, 'true'],
    ];
  return Array.from({ length: 8 }, (_, row) => [`${id}.${row}.name`, 'Robin Made-up'.padEnd(120, '.')] as [string, string]);
}

const empty = (tile: Tile): QuestionsView => ({
  yearGroups: ['Reception', 'Year 1'],
  ...draft,
  tile,
  inputs: {},
  rows: {},
  errors: {},
  contacts: bare,
  goesTo: nobody,
});
const questions = ruleSets.flatMap(({ key: rules, tiles }) =>
  tiles.flatMap((tile): Sample[] => [
    { file: 'report-questions.card.ts', what: `${rules}, ${tile.key}, empty`, draw: () => questionsCard(empty(tile)) },
    { file: 'report-questions.card.ts', what: `${rules}, ${tile.key}, full`, draw: () => questionsCard(full(tile)) },
  ]),
);
const [{ tiles }] = ruleSets as [(typeof ruleSets)[number]];
const raised = 'Alert sent (15:21) to Mrs Shah. Stay with the child.';
const sent = { key, told: '', routine: false, lines: [] };

/** Cards of the report dialog. */
export const reporting: Sample[] = [
  {
    file: 'report-tiles.card.ts',
    what: 'first screen',
    draw: () => tilesCard({ ...draft, tiles, contacts, inputs: {}, goesTo: 'Mrs Shah' }),
  },
  {
    file: 'report-tiles.card.ts',
    what: 'first screen after an alert, of a message',
    draw: () => tilesCard({ ...draft, tiles, contacts: bare, inputs: message, raised, problem: adultConcern, goesTo: '' }),
  },
  ...questions,
  {
    file: 'report-questions.card.ts',
    what: 'after an alert',
    draw: () => questionsCard({ ...empty(tiles[0] as Tile), raised, goesTo }),
  },
  {
    file: 'report-continue.card.ts',
    what: 'two drafts',
    draw: () =>
      continueCard({
        drafts: [1, 2].map(() => ({ draft: key, label: 'Bullying, hate or cruel messages', startedAt: '15:21', raised: false })),
      }),
  },
  {
    file: 'report-sent.card.ts',
    what: 'sent',
    draw: () => sentCard({ ...sent, told: 'Mrs Shah and Mr Cole', lines: headIsSubject(contacts, undefined) }),
  },
  { file: 'report-sent.card.ts', what: 'held', draw: () => sentCard({ ...sent, held: 'at 07:30' }) },
  { file: 'report-sent.card.ts', what: 'for the Friday list', draw: () => sentCard({ ...sent, routine: true }) },
  { file: 'report-sent.card.ts', what: 'to nobody', draw: () => sentCard(sent) },
];
