import { fewest } from '#domain/training/audit.ts';
import { inWordsId, sameInWords } from './chart.part.ts';
import { counted } from './counted.ts';
import { buttons, type Card, card, close, type Element, facts, heading, line, plain, subheading, submit, toggle } from './parts.ts';

type ResultRow = {
  label: string;
  /** People at each level of the scale; undefined where so few answered that the reader could guess who. */
  counts: number[] | undefined;
};

type WeakRow = { topic: string; label: string; low: number; of: number };

export type ResultsView = {
  /** `the school year 2026/27`, or what the school calls its term. */
  round: string;
  answered: number;
  /** Who owes it, or has answered. */
  asked: number;
  scale: string[];
  rows: ResultRow[];
  /** First where most would like more. */
  weak: WeakRow[];
  mayRemind: boolean;
  maySeeWho: boolean;
  /** So few have answered that the reader sees no numbers of any topic. */
  tooFew: boolean;
};

/** Results of the self-audit: topics by confidence, never people. */
export function auditResultsCard(view: ResultsView): Card {
  const { round, answered, asked } = view;
  const said = `${answered} of ${asked} ${answered === 1 ? 'has' : 'have'} answered.`;
  return card(
    [
      heading('Self-audit results'),
      line(`In ${plain(round)}, ${said}`),
      ...(answered === 0 ? [] : view.tooFew ? [line(tooFewWords)] : breakdown(view)),
    ],
    [submit('Back', 'training.open')],
    { speak: `Self-audit results: ${said}` },
  );
}

const tooFewWords = `The answers are shown once ${fewest} people have answered, so that nobody can be guessed.`;

const inGroupsWords = 'Answers are added five at a time, and stay when somebody leaves, so that nobody’s can be told from the others.';

function breakdown(view: ResultsView): Element[] {
  return [
    ...(view.maySeeWho ? [] : [line(inGroupsWords, { subtle: true })]),
    table(view),
    buttons([toggle('The same in words', [inWordsId])]),
    sameInWords(view.rows.map(({ label, counts }) => [label, countsInWords(counts, view.scale)])),
    ...(view.weak.length === 0
      ? [line('Nobody asks for more help with any of these.')]
      : [subheading('Where more help is wanted'), ...view.weak.flatMap((one) => weakRow(one, view))]),
  ];
}

/** Teams draws it on every client; whoever cannot read it finds the same in words below. */
function table({ rows, scale }: ResultsView): Element {
  const cell = (text: string, look: object = {}) => ({ type: 'TableCell', items: [{ ...line(text), ...look }] });
  // Not bold: on a telephone a column is as wide as "Mostly" is then.
  const look = { weight: 'default', size: 'small' };
  const header = [cell('Topic', look), ...scale.map((text) => cell(text, { ...look, horizontalAlignment: 'center' }))];
  const body = rows.map(({ label, counts }) => [
    cell(plain(label)),
    ...scale.map((_level, i) => cell(counts === undefined ? '–' : String(counts[i] ?? 0), { horizontalAlignment: 'center' })),
  ]);
  return {
    type: 'Table',
    firstRowAsHeader: true,
    showGridLines: true,
    columns: [{ width: 2 }, ...scale.map(() => ({ width: 1 }))],
    rows: [header, ...body].map((cells) => ({ type: 'TableRow', cells })),
    fallback: facts(rows.map(({ label, counts }) => [label, countsInWords(counts, scale)])),
  };
}

/** "3 not yet, 5 a little, 12 fully": what is none is left out. */
function countsInWords(counts: number[] | undefined, scale: string[]): string {
  if (counts === undefined) return 'too few answers to show';
  const said = scale.flatMap((level, i) => ((counts[i] ?? 0) > 0 ? [`${counts[i]} ${level.toLowerCase()}`] : []));
  return said.length === 0 ? 'no answers' : said.join(', ');
}

function weakRow({ topic, label, low, of }: WeakRow, { scale, mayRemind, maySeeWho }: ResultsView): Element[] {
  const words = line(`**${plain(label)}**: ${low} of ${of} ${low === 1 ? 'says' : 'say'} “${scale[0]}” or “${scale[1]}”.`);
  const actions = [
    ...(mayRemind ? [remindOf(topic, label)] : []),
    ...(maySeeWho ? [submit('See who', 'audit.low', { topic }, { tooltip: `See who: ${label}` })] : []),
  ];
  return actions.length === 0 ? [words] : [words, { ...buttons(actions), spacing: 'small' }];
}

/** Opens the reminder with the topic in it; the topic's quiz, if it has one, goes with it. */
const remindOf = (topic: string, label: string) =>
  submit('Send a reminder', 'remind.open', { topic }, { tooltip: `Send a reminder: ${label}` });

type LowView = {
  topic: string;
  label: string;
  scale: string[];
  /** In the order of their names. */
  names: string[];
  total: number;
  page: number;
  more: boolean;
  mayRemind: boolean;
};

/** Who would like more help with a topic: for the coordinator and the headteacher, by name and in no other order. */
export function auditLowCard(view: LowView): Card {
  const { topic, label, scale, names, total, page, more } = view;
  return card(
    [
      heading(label),
      line(
        total === 0
          ? 'Nobody asks for more help with this now.'
          : `${counted(total, 'person', 'people')} would like more help: they say “${scale[0]}” or “${scale[1]}”. Listed by name.`,
      ),
      ...close(names.map((name) => line(plain(name)))),
      line('Please do not pass these names on.', { subtle: true }),
    ],
    [
      ...(more ? [submit('Next', 'audit.low', { topic, page: page + 1 })] : []),
      ...(view.mayRemind ? [remindOf(topic, label)] : []),
      submit('Back', 'audit.results'),
    ],
    { speak: 'Who would like more help.' },
  );
}
