import type { RowProblem } from '#domain/training/past-records.ts';
import type { Broke } from './broke.ts';
import { counted } from './counted.ts';
import { choiceInput, fieldError, textInput } from './inputs.ts';
import { type Card, card, heading, line, plain, submit } from './parts.ts';
import { troubleBox } from './training-words.ts';
import type { Verb } from './verbs.ts';

/** As much as one field takes; a longer list is sent as a file. */
export const longestPaste = 20_000;

type ImportFormView = {
  command: string;
  text: string;
  /** What they said it is a list of. */
  kind: '' | 'records' | 'people';
  /** Ask what it is a list of. */
  ask: boolean;
  problem?: string;
  trouble?: Broke | undefined;
  topics: string[];
};

/** Where a list is pasted, and how one is sent as a file. */
export function importFormCard({ command, text, kind, ask, problem, trouble, topics }: ImportFormView): Card {
  const kinds = [
    { title: 'Training that people have done', value: 'records' },
    { title: 'The people of the school', value: 'people' },
  ];
  const [title, back]: [string, Verb] =
    kind === 'people' ? ['Bring in a list of people', 'people.open'] : ['Bring in past records', 'training.open'];
  const which = choiceInput('kind', 'What is it a list of?', kinds, kind === '' ? {} : { value: kind });
  return card(
    [
      heading(title),
      ...troubleBox(trouble),
      line(
        'Copy the rows from your spreadsheet, with the line that names the columns, and paste them here. Or save it as a CSV file and send that in our chat.',
      ),
      line(
        'Columns for training: **Name** or **E-mail**, **Topic**, **Date** (23/11/2025), and if you have them **Course** and **Certificate**. For people: **Name**, **E-mail**, **Kind**, **Job title**, **Started**, **Manager**; the check says what else is needed for somebody new.',
      ),
      line(`Topics: ${topics.map(plain).join('; ')}.`, { subtle: true }),
      line('Everything is checked first. Nothing is written until you say so.', { bold: true }),
      ...(ask ? [which] : []),
      textInput('rows', 'The rows', { multiline: true, maxLength: longestPaste, ...(text === '' ? {} : { value: text }) }),
      ...fieldError(problem),
    ],
    [submit('Check', 'import.check', { command, asked: ask }, { style: 'positive' }), submit('Back', back)],
    { speak: title },
  );
}

type ImportProblemsView = {
  key: string;
  command: string;
  rows: RowProblem[];
  from: number;
  total: number;
  next?: number;
  back?: number;
};

/** Rows of a list that were left out or cannot be read, a page at a time. */
export function importProblemsCard({ key, command, rows, from, total, next, back }: ImportProblemsView): Card {
  const title =
    rows.length === total ? counted(total, 'row') : `Rows ${counted(from + 1)} to ${counted(from + rows.length)} of ${counted(total)}`;
  return card(
    [
      heading('Rows to look at'),
      line(title, { subtle: true }),
      ...rows.map(({ line: number, kind, says }) => line(`**Line ${number}**${kind === 'left-out' ? ' (left out)' : ''}: ${plain(says)}`)),
    ],
    [
      ...(back === undefined ? [] : [submit('Previous page', 'import.problems', { import: key, from: back })]),
      ...(next === undefined ? [] : [submit('Next page', 'import.problems', { import: key, from: next })]),
      submit('Send me the whole list', 'import.download', { import: key, command }),
      submit('Back', 'import.show', { import: key }),
    ],
    { speak: title },
  );
}

/** In the chat of somebody who no longer runs training: no figures, no names. */
export function importElsewhereCard(): Card {
  const title = 'This is with the coordinator now';
  return card(
    [heading(title), line('You no longer run training, so this card does not say what is in the list or what became of it.')],
    [],
    { speak: title },
  );
}
