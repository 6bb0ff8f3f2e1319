import type { StandingRow } from './chart.part.ts';
import { peopleInput } from './inputs.ts';
import { box, buttons, type Card, card, type Element, heading, line, submit } from './parts.ts';
import { figuresPart, type PeopleFigures } from './training-figures.part.ts';
import type { Verb } from './verbs.ts';

export type OverviewView = {
  rows: StandingRow[];
  people: PeopleFigures;
  /** `10:42`: when it was counted. */
  asOf: string;
  mayRun: boolean;
  said?: string;
};

/** Where the school stands, and the way to everything else about training. */
export function trainingOverviewCard(view: OverviewView): Card {
  return card(
    [
      heading('Training'),
      ...(view.said === undefined ? [] : [box([line(view.said, { bold: true })], 'good')]),
      // First: the picture grows with the number of topics, and what can be done must be in sight.
      ...waysOn(view.mayRun),
      peopleInput('find', 'One person’s record', { multiple: false }),
      buttons([submit('Open their record', 'training.person')]),
      ...figuresPart(view.people, view.rows),
      line(`As of ${view.asOf}.`, { subtle: true }),
      line('For your own, write *my training* in our chat.', { subtle: true }),
    ],
    [],
    { speak: 'Training: where the school stands.' },
  );
}

/** Screens of training, in the order in which they are offered. `runs`: only to those who record training. */
const ways: { title: string; verb: Verb; runs?: true }[] = [
  { title: 'Who is due', verb: 'training.list' },
  { title: 'Record training', verb: 'training.record', runs: true },
  { title: 'Send a reminder', verb: 'remind.open', runs: true },
  { title: 'Reminders sent', verb: 'campaign.list', runs: true },
  { title: 'Self-audit results', verb: 'audit.results' },
  { title: 'Bring in past records', verb: 'import.open', runs: true },
  { title: 'Download', verb: 'export.open' },
  { title: 'People', verb: 'people.open', runs: true },
];

/** Teams shows few buttons in a row, so there are two. */
function waysOn(mayRun: boolean): Element[] {
  const actions = ways.filter(({ runs }) => mayRun || runs === undefined).map(({ title, verb }) => submit(title, verb));
  const half = Math.ceil(actions.length / 2);
  return [buttons(actions.slice(0, half)), buttons(actions.slice(half))];
}
