import { type StandingRow, standingChart } from './chart.part.ts';
import { listed } from './names.ts';
import { type Card, card, close, type Element, heading, line, opener, plain, subheading } from './parts.ts';
import { inAll, type ListedView, listPart, ownPart, type PeopleFigures, startersPart } from './training-figures.part.ts';

/** A piece of somebody's own development: the topic, and `is due Friday 12 December`. */
type Due = { topic: string; due: string };

export type MonthView = {
  day: string;
  people: PeopleFigures;
  rows: StandingRow[];
  starters: ListedView;
  late: ListedView;
  lateDays: number;
  /** Role-holders of whom nothing was recorded for a year; `last` in words. */
  noEntry: { roles: string[]; name: string; last?: string }[];
  /** Of each who runs training; nobody where nobody does. */
  development: { name: string; owed: Due[]; last?: string }[];
  own: Due[];
};

/** Each month, to the headteacher: where the school stands, and the development of those who answer for it. */
export function trainingMonthCard(view: MonthView): Card {
  return card(
    [
      heading('Training this month'),
      line(inAll(view.people)),
      ...startersPart(view.starters),
      ...listPart(`Was due ${view.lateDays} or more days ago`, view.late),
      ...noEntryPart(view.noEntry),
      ...developmentPart(view.development),
      ...standingChart('Who stands where', view.rows),
      ...ownPart(view.own),
      line(`As of ${view.day}.`, { subtle: true }),
    ],
    [opener('See all', 'training.list', { only: 'passed' }), opener('Training', 'training.open')],
    { speak: 'Training this month: where the school stands.' },
  );
}

function noEntryPart(rows: MonthView['noEntry']): Element[] {
  if (rows.length === 0) return [];
  return [
    subheading('Named for a role, with no training recorded in the last 12 months'),
    ...close(
      rows.map(({ roles, name, last }) => line(`**${plain(name)}** (${listed(roles)})${last === undefined ? '' : `, last on ${last}`}.`)),
    ),
  ];
}

function developmentPart(people: MonthView['development']): Element[] {
  return [
    subheading('Development of whoever looks after training'),
    ...(people.length === 0 ? [line('Nobody is named to look after training. Set-up, *Roles*, is where somebody can be named.')] : []),
    ...close(people.map((one) => line(`**${plain(one.name)}**: ${developed(one)}`))),
  ];
}

function developed({ owed, last }: MonthView['development'][number]): string {
  const recorded = last === undefined ? 'Nothing is recorded yet.' : `Last recorded on ${last}.`;
  return owed.length === 0 ? recorded : `${listed(owed.map(({ topic, due }) => `${plain(topic)} ${due}`))}. ${recorded}`;
}
