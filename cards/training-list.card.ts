import type { Owed } from '#domain/training/owed.ts';
import { type Choice, choiceInput } from './inputs.ts';
import { buttons, type Card, card, type Element, heading, line, plain, row, submit } from './parts.ts';
import { dueInWords, type RecordWords } from './training-entries.part.ts';

export type ListRow = { person: string; name: string; owed: Owed[] };

export type ListView = {
  rows: ListRow[];
  /** '' is every topic. */
  topic: string;
  only: 'all' | 'soon' | 'passed';
  topics: Choice[];
  next?: string;
  /** Not the first page. */
  later: boolean;
  words: RecordWords;
};

const onlys: Choice[] = [
  { title: 'Everybody', value: 'all' },
  { title: 'Those whose day comes within 30 days, or has passed', value: 'soon' },
  { title: 'Those whose day has passed', value: 'passed' },
];
/** So many topics of one person are named in the list. */
const mostNamed = 3;

/** *Who is due*: by the first day on which something is due. */
export function trainingListCard(view: ListView): Card {
  const { topic, only, next } = view;
  return card(
    [
      heading('Who is due'),
      choiceInput('topic', 'Topic', [{ title: 'Every topic', value: 'any' }, ...view.topics], { value: topic || 'any', style: 'compact' }),
      choiceInput('only', 'Who', onlys, { value: only, style: 'compact' }),
      buttons([submit('Show', 'training.list')]),
      ...(view.rows.length === 0 ? [line(nobody(view))] : view.rows.map((one) => personRow(one, view))),
    ],
    [
      ...(next === undefined ? [] : [submit('Next', 'training.list', { after: next }, { style: 'positive' as const })]),
      ...(view.later ? [submit('From the beginning', 'training.list')] : []),
      submit('Back', 'training.open'),
    ],
    { speak: 'Who is due.' },
  );
}

function nobody({ next, later }: ListView): string {
  if (next !== undefined) return 'Nobody so far. Press *Next* to look on.';
  return later ? 'Nobody else.' : 'Nobody.';
}

function personRow({ person, name, owed }: ListRow, { words }: ListView): Element {
  const named = owed.slice(0, mostNamed).map((one) => `${plain(words.label(one.topic))} ${dueInWords(one, words.today)}`);
  const more = owed.length > mostNamed ? `; and ${owed.length - mostNamed} more` : '';
  const said = named.length === 0 ? 'nothing is due' : `${named.join('; ')}${more}`;
  return row([line(`**${plain(name)}**: ${said}`)], buttons([submit('Open', 'training.person', { person })]));
}
