import { type StandingRow, standingChart } from './chart.part.ts';
import { peopleInput } from './inputs.ts';
import { type Action, box, buttons, type Card, card, type Element, heading, line, submit } from './parts.ts';
import { type Verb, verbs } from './verbs.ts';

export type OverviewView = {
  rows: StandingRow[];
  people: { all: number; inDate: number; dueSoon: number; overdue: number };
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
      line(inAll(view.people)),
      ...standingChart('Who stands where', view.rows),
      line(`As of ${view.asOf}.`, { subtle: true }),
      ...ways(view.mayRun),
      peopleInput('find', 'One person’s record', { multiple: false }),
      buttons([submit('Open their record', 'training.person')]),
      line('For your own, write *my training* in our chat.', { subtle: true }),
    ],
    [],
    { speak: 'Training: where the school stands.' },
  );
}

function inAll({ all, inDate, dueSoon, overdue }: OverviewView['people']): string {
  if (all === 0) return 'Nobody is on the school’s list yet.';
  const people = all === 1 ? '1 person' : `${all} people`;
  return `${people}: ${inDate} with nothing due, ${dueSoon} with something due within 30 days, ${overdue} with something that was due.`;
}

type Way = { title: string; verb: Verb; runs?: true };

const first: Way[] = [
  { title: 'Who is due', verb: 'training.list' },
  { title: 'Record training', verb: 'training.record', runs: true },
];

/** Screens of other parts of training, in the order in which they are offered. */
const further: { title: string; verb: string; runs?: true }[] = [
  { title: 'Send a reminder', verb: 'remind.open', runs: true },
  { title: 'Reminders sent', verb: 'campaign.list', runs: true },
  { title: 'Self-audit results', verb: 'audit.results' },
  { title: 'Bring in past records', verb: 'import.open', runs: true },
  { title: 'Download', verb: 'export.open' },
  { title: 'People', verb: 'people.open', runs: true },
];

function ways(mayRun: boolean): Element[] {
  const offered = [...first, ...further].filter(({ runs }) => mayRun || runs === undefined);
  const actions = offered.flatMap(({ title, verb }): Action[] => {
    const known = verbs.find((one) => one === verb);
    return known === undefined ? [] : [submit(title, known)];
  });
  const half = Math.ceil(actions.length / 2);
  return [buttons(actions.slice(0, half)), buttons(actions.slice(half))];
}
