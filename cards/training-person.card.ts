import type { Owed } from '#domain/training/owed.ts';
import type { Entry } from '#domain/training/record.ts';
import { newestSteps } from './newest.part.ts';
import { type Action, box, buttons, type Card, card, type Element, heading, line, plain, row, subheading, submit } from './parts.ts';
import { entryLines, owedLine, type RecordWords } from './training-entries.part.ts';

export type PersonView = {
  person: string;
  name: string;
  who: string;
  left: boolean;
  owed: Owed[];
  /** Topic → reason; `mayChange` where it may be marked as applicable again. */
  notApplicable: [topic: string, reason: string][];
  /** Topics that may be marked as not applicable for somebody of their kind. */
  mayNotApply: string[];
  /** Newest first, the part that is shown. */
  entries: Entry[];
  page: number;
  older: boolean;
  changes: string[];
  mayRun: boolean;
  words: RecordWords;
  /** For the buttons that change something at once. */
  command: string;
  said?: string;
};

/** One person's record, for those who may see the register. */
export function trainingPersonCard(view: PersonView): Card {
  const { person, page } = view;
  return card(
    [
      heading(plain(view.name)),
      ...(view.said === undefined ? [] : [box([line(plain(view.said), { bold: true })], 'good')]),
      line(plain(view.who), { subtle: true }),
      ...owedPart(view),
      ...view.notApplicable.flatMap((mark) => marked(mark, view)),
      subheading('Done'),
      ...(view.entries.length === 0 ? [line('Nothing is recorded yet.')] : view.entries.flatMap((entry) => done(entry, view))),
      ...(view.older ? [buttons([submit('Earlier', 'training.person', { person, page: page + 1 })])] : []),
      ...(view.changes.length === 0 ? [] : [subheading('Changes'), ...newestSteps(view.changes)]),
    ],
    [
      ...(view.mayRun && !view.left ? [submit('Record training', 'training.record', { person }, { style: 'positive' as const })] : []),
      submit('Back to training', 'training.open'),
    ],
    { speak: `Training of ${view.name.replace(/[*_\\]/g, '')}.` },
  );
}

function owedPart({ owed, left, mayRun, mayNotApply, person, words }: PersonView): Element[] {
  if (left) return [line('They have left. Nothing is due, and nothing is sent.')];
  if (owed.length === 0) return [subheading('Due'), line('Nothing is due.')];
  return [
    subheading('Due'),
    ...owed.flatMap((one) => {
      const said = owedLine(one, words);
      if (!mayRun || !mayNotApply.includes(one.topic)) return [said];
      return [row([said], buttons([submit('Not applicable', 'training.mark', { person, topic: one.topic })]))];
    }),
  ];
}

function marked([topic, reason]: [string, string], { words, mayRun, person, command }: PersonView): Element[] {
  const text = line(`**${plain(words.label(topic))}** does not apply: ${plain(reason)}`);
  const again: Action = submit('Applies again', 'training.unmark', { person, topic, command });
  return [mayRun ? row([text], buttons([again])) : text];
}

function done(entry: Entry, { words, mayRun, person }: PersonView): Element[] {
  const lines = entryLines(entry, words);
  if (!mayRun) return lines;
  return [row(lines, buttons([submit('Correct', 'training.entry', { person, entry: entry.entry })]))];
}
