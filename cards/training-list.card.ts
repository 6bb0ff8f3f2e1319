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
  mayRemind: boolean;
  words: RecordWords;
};

const onlys: Choice[] = [
  { title: 'Everybody', value: 'all' },
  { title: 'Those for whom it is due within 30 days, or was due', value: 'soon' },
  { title: 'Those for whom it was due', value: 'passed' },
];
/** *Who is due*: by the first day on which something is due. */
export function trainingListCard(view: ListView): Card {
  const { topic, only, next } = view;
  return card(
    [
      heading('Who is due'),
      choiceInput('topic', 'Topic', [{ title: 'Every topic', value: 'any' }, ...view.topics], { value: topic || 'any', style: 'compact' }),
      choiceInput('only', 'Who', onlys, { value: only, style: 'compact' }),
      buttons([submit('Show', 'training.list')]),
      ...(view.rows.length === 0 ? [line(view.later ? 'Nobody else.' : 'Nobody.')] : view.rows.map((one) => personRow(one, view))),
    ],
    [
      ...(next === undefined ? [] : [submit('Next', 'training.list', { after: next }, { style: 'positive' as const })]),
      ...(view.later ? [submit('From the beginning', 'training.list')] : []),
      // The two choices above go with it.
      ...(view.mayRemind ? [submit('Send a reminder', 'remind.open')] : []),
      submit('Back', 'training.open'),
    ],
    { speak: 'Who is due.' },
  );
}

function personRow({ person, name, owed }: ListRow, { words }: ListView): Element {
  const [first] = owed;
  // What is due in a year is on their record; here it would only hide what is due now.
  const more = owed.slice(1).filter(({ standing }) => standing !== 'later').length;
  const due = first === undefined ? 'nothing is due' : `${plain(words.label(first.topic))} ${dueInWords(first, words.today)}`;
  const said = more === 0 ? due : `${due}; and ${more} more`;
  return row([line(`**${plain(name)}**: ${said}`)], buttons([submit('Open', 'training.person', { person }, { tooltip: `Open: ${name}` })]));
}
