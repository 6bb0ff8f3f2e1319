import { type StandingRow, standingChart } from './chart.part.ts';
import { counted } from './counted.ts';
import { box, type Card, card, close, type Element, heading, line, opener, plain, subheading } from './parts.ts';
import { unreachedInWords } from './people-words.ts';
import { inAll, type ListedView, listPart, ownPart, type PeopleFigures, startersPart } from './training-figures.part.ts';

export type WeekView = {
  /** `Monday 23 November`: the figures are of this day. */
  day: string;
  /** Its reader has it because nobody runs training. */
  instead: boolean;
  people: PeopleFigures;
  rows: StandingRow[];
  /** As it was a week before, and how much was recorded since. */
  before?: { people: PeopleFigures; recorded: number };
  starters: ListedView;
  help: ListedView;
  late: ListedView;
  /** From so many days on it counts as long past. */
  lateDays: number;
  unreached: { count: number; more: boolean; first: { name: string; reason: string }[] };
  own: { topic: string; due: string }[];
};

/** Each week, to whoever runs training: who needs something of them, and who stands where. The picture grows with the topics, so it comes after. */
export function trainingWeekCard(view: WeekView): Card {
  const actions = [
    opener('See all', 'training.list', { only: 'passed' }),
    ...(view.instead ? [] : [opener('Send a reminder', 'remind.open')]),
    opener('Training', 'training.open'),
  ];
  return card(
    [
      heading('Training this week'),
      ...(view.instead
        ? [
            box([
              line('This comes to you because nobody is there to look after training. Set-up, *Roles*, is where somebody can be named.'),
            ]),
          ]
        : []),
      line(inAll(view.people)),
      ...changes(view),
      ...listPart('Asked for help', view.help),
      ...startersPart(view.starters),
      ...listPart(`Was due ${view.lateDays} or more days ago`, view.late),
      ...unreachedPart(view.unreached),
      ...standingChart('Who stands where', view.rows),
      ...ownPart(view.own),
      line(`As of ${view.day}.`, { subtle: true }),
    ],
    actions,
    { speak: 'Training this week: who stands where.' },
  );
}

function changes({ before, people }: WeekView): Element[] {
  if (before === undefined) return [];
  const { recorded } = before;
  const said =
    recorded === 0
      ? 'No training was recorded'
      : `${counted(recorded, 'piece', 'pieces')} of training ${recorded === 1 ? 'was' : 'were'} recorded`;
  const moved = [
    ...moving('people on the list', before.people.all, people.all),
    ...moving('with nothing due', before.people.inDate, people.inDate),
    ...moving('with something that was due', before.people.overdue, people.overdue),
  ];
  return [
    subheading('Since the last summary'),
    ...close([line(`${said}.`), ...(moved.length === 0 ? [] : [line(`${moved.join('; ')}.`)])]),
  ];
}

const moving = (what: string, before: number, now: number) =>
  before === now ? [] : [`${counted(now)} ${what} (before: ${counted(before)})`];

function unreachedPart({ count, more, first }: WeekView['unreached']): Element[] {
  if (count === 0) return [];
  const others = count - first.length;
  return [
    subheading('Could not be written to'),
    ...close([
      ...first.map(({ name, reason }) => line(`**${plain(name)}**: ${unreachedInWords(reason)}.`)),
      ...(others > 0 || more ? [line(`And ${more ? 'more' : counted(others)} besides.`, { subtle: true })] : []),
    ]),
  ];
}
