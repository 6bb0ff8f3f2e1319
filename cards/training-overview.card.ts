import { type StandingRow, standingChart } from './chart.part.ts';
import { peopleInput } from './inputs.ts';
import { type Action, buttons, type Card, card, type Element, heading, line, notice, submit, toggle } from './parts.ts';
import { inAll, type PeopleFigures } from './training-figures.part.ts';
import type { Verb } from './verbs.ts';

type OverviewView = {
  rows: StandingRow[];
  people: PeopleFigures;
  /** `10:42`: when it was counted. */
  asOf: string;
  mayRun: boolean;
  /** Why the record of one person could not be opened. */
  said?: string;
};

/** Where the school stands in a sentence, the way to everything else about training, and then the picture, which grows with the topics. */
export function trainingOverviewCard(view: OverviewView): Card {
  return card(
    [
      heading('Where the school stands'),
      ...(view.said === undefined ? [] : [notice([view.said], 'warning')]),
      line(inAll(view.people)),
      ...waysOn(view.mayRun),
      onePerson(view.said !== undefined),
      ...standingChart('Who stands where', view.rows),
      line(`As of ${view.asOf}. For your own, write *my training* in our chat.`, { subtle: true }),
    ],
    [],
    { speak: `Training. ${inAll(view.people)}` },
  );
}

/** Screens of training, the most used first. `runs`: only to those who record training. */
const ways: { title: string; verb: Verb; runs?: true }[] = [
  { title: 'Send a reminder', verb: 'remind.open', runs: true },
  { title: 'Who is due', verb: 'training.list' },
  { title: 'Record training', verb: 'training.record', runs: true },
  { title: 'Reminders sent', verb: 'campaign.list', runs: true },
  { title: 'Self-audit results', verb: 'audit.results' },
  { title: 'Bring in past records', verb: 'import.open', runs: true },
  { title: 'Download', verb: 'export.open' },
  { title: 'People', verb: 'people.open', runs: true },
];
/** Teams shows few buttons in a row. */
const inRow = 3;
const findId = 'one-person';

function waysOn(mayRun: boolean): Element[] {
  const all = ways.filter(({ runs }) => mayRun || runs === undefined).map(({ title, verb }) => submit(title, verb));
  const actions: Action[] = [...all.slice(0, inRow), toggle('One person', [findId]), ...all.slice(inRow)];
  const rows = Array.from({ length: Math.ceil(actions.length / inRow) }, (_, i) => actions.slice(i * inRow, (i + 1) * inRow));
  return rows.map((row) => buttons(row));
}

function onePerson(isVisible: boolean): Element {
  const items = [peopleInput('find', 'Whose record?', { multiple: false }), buttons([submit('Open their record', 'training.person')])];
  return { type: 'Container', id: findId, isVisible, items };
}
