import type { Role } from '#domain/people.ts';
import type { ImportJob, RollCounts } from '#domain/training/import-job.ts';
import { progressBar } from './chart.part.ts';
import { counted } from './counted.ts';
import { type Action, box, button, type Card, card, close, type Element, facts, heading, line, opener, plain, submit } from './parts.ts';
import { firstDayWords, newPlaceWords } from './people-words.ts';
import { roleNames } from './setup-words.ts';
import type { Verb } from './verbs.ts';

type ImportView = {
  key: string;
  command: string;
  job: ImportJob;
  offered: 'all' | 'good-only' | 'nothing';
  /** Names of those who would leave; no more than a card can hold. */
  leaving: string[];
  /** Those of them who hold roles. */
  held?: { name: string; roles: Role[] }[];
  inDialog: boolean;
};

type Draw = (view: ImportView) => { title: string; body: Element[]; actions: Action[] };

/** A list on its way in, as it stands now. */
export function importCard(view: ImportView): Card {
  const { title, body, actions } = drawings[view.job.state](view);
  return card([heading(title), ...body], actions, { speak: title });
}

const drawings: Record<ImportJob['state'], Draw> = {
  fetching: () => ({ title: 'Checking your list', body: [line('This takes a few seconds. The answer comes here.')], actions: [] }),
  unclear: (view) => ({
    title: 'What is this a list of?',
    body: [line('The names of its columns do not say.')],
    actions: [
      press(view, 'Training that people have done', 'import.kind', { kind: 'records' }),
      press(view, 'The people of the school', 'import.kind', { kind: 'people' }),
    ],
  }),
  checked: (view) => (view.job.kind === 'people' ? checkedPeople(view) : checkedRecords(view)),
  writing: ({ job }) => ({
    title: 'Being brought in',
    body: progressBar(
      job.cursor,
      job.counts.people,
      `${counted(job.cursor)} of ${counted(job.counts.people, 'person', 'people')} so far. This message changes as it goes on.`,
    ),
    actions: [],
  }),
  done: (view) => ({ title: 'Brought in', body: doneLines(view), actions: look(view) }),
  refused: ({ job }) => ({
    title: 'This list cannot be used',
    body: [line(plain(job.problem ?? 'It could not be read.')), line(writtenWords(job), { bold: true })],
    actions: [],
  }),
  discarded: () => ({
    title: 'Nothing was brought in',
    body: [line('The list is no longer kept here. You can send it again.')],
    actions: [],
  }),
};

/** A list of which the rest was lost on the way has brought some in. */
const writtenWords = ({ written }: ImportJob) =>
  written === 0 ? 'Nothing was written.' : `${counted(written, 'record')} of it ${written === 1 ? 'was' : 'were'} brought in before that.`;

function checkedRecords(view: ImportView): ReturnType<Draw> {
  const { counts } = view.job;
  return {
    title: 'Checked. Nothing is written yet',
    body: [
      facts([
        ['Rows', counted(counts.rows)],
        ['Can be brought in', `${counted(counts.good, 'record')} of ${counted(counts.people, 'person', 'people')}`],
        ['Left out', leftOutWords(counts.leftOut)],
        ['To be looked at', counted(counts.bad)],
      ]),
      ...(counts.bad === 0
        ? []
        : [
            warning(
              `${counted(counts.bad, 'row')} cannot be read. You can mend the list and send it again, or bring in the good rows only: what is here already never counts twice.`,
            ),
          ]),
      ...(counts.good === 0 ? [line('There is nothing new in it to bring in.', { bold: true })] : []),
    ],
    actions: [
      ...(view.offered === 'all' ? [press(view, `Bring in ${counted(counts.good, 'record')}`, 'import.confirm', {}, true)] : []),
      ...(view.offered === 'good-only'
        ? [
            press(
              view,
              `Bring in ${counts.good === 1 ? 'the good row' : `the ${counted(counts.good)} good rows`} only`,
              'import.confirm-good',
            ),
          ]
        : []),
      ...look(view),
      press(view, 'Bring in nothing', 'import.discard'),
    ],
  };
}

const leftOutWords = (count: number) =>
  count === 0 ? 'none' : `${counted(count)} (twice in the list, in the register already, or not needed)`;

const noChange: RollCounts = { joined: 0, changed: 0, leaving: 0, same: 0 };

function checkedPeople(view: ImportView): ReturnType<Draw> {
  const { counts, roll = noChange } = view.job;
  const changes = roll.joined + roll.changed + roll.leaving;
  return {
    title: 'People: checked, nothing is changed yet',
    body: [
      facts([
        ['Rows', counted(counts.rows)],
        ['New', counted(roll.joined)],
        ['Changed', counted(roll.changed)],
        ['As before', counted(roll.same)],
        ...(counts.bad === 0 ? [['Would count as having left', counted(roll.leaving)] as [string, string]] : []),
        ['To be looked at', counted(counts.bad)],
      ]),
      ...(roll.hereAlready ? [box([line(newPlaceWords(roll.hereAlready)), line(firstDayWords.csv)])] : []),
      ...(counts.bad === 0 ? leavingLines(view) : [warning(unreadableWords)]),
      ...(counts.bad === 0 && changes === 0 ? [line('Everything is as the list says already.', { bold: true })] : []),
    ],
    actions: [
      ...(view.offered === 'all' ? [press(view, `Make ${counted(changes, 'change')}`, 'import.confirm', {}, true)] : []),
      ...look(view),
      press(view, 'Change nothing', 'import.discard'),
    ],
  };
}

/** Until every row can be read nobody knows who would leave: it may be somebody in one of those rows. */
const unreadableWords =
  'Whoever is not in the list counts as having left, so it is brought in only when every row can be read. Please mend these rows and send it again.';

function leavingLines(view: ImportView): Element[] {
  const { leaving, job } = view;
  if (leaving.length === 0) return [];
  const others = (job.roll?.leaving ?? 0) > leaving.length ? ' and others' : '';
  const words = `Not in the list, so they would count as having left: ${leaving.map(plain).join(', ')}${others}.`;
  return [warning(words), ...heldLines(view)];
}

const warning = (words: string): Element => box([line(words)], 'warning');

/** An alert must not be meant for somebody who can no longer be told. */
function heldLines({ held = [] }: ImportView): Element[] {
  if (held.length === 0) return [];
  const roles = held.map(({ name, roles }) => line(`**${plain(name)}**: ${roles.map((role) => roleNames[role]).join(', ')}.`));
  const says =
    'Whoever has left is told nothing any more and can open nothing. Give these roles to others in set-up first, or add them to the list:';
  return [box([line(says), ...close(roles)], 'attention')];
}

function doneLines({ job }: ImportView): Element[] {
  const { roll, counts } = job;
  if (job.kind === 'people' && roll !== undefined)
    return [
      line(
        `${counted(roll.joined)} new, ${counted(roll.changed)} changed, ${counted(roll.leaving)} left, ${counted(roll.same)} as before.`,
      ),
    ];
  const rest = counts.bad + counts.leftOut;
  return [
    line(
      `${counted(job.written, 'record')} of ${counted(counts.people, 'person', 'people')} ${job.written === 1 ? 'is' : 'are'} in the register now.`,
    ),
    ...(rest === 0 ? [] : [line(`${counted(rest, 'row')} of the list ${rest === 1 ? 'was' : 'were'} not brought in.`)]),
  ];
}

/** Where there is anything to look at: the rows with their reasons. */
function look({ key, job, inDialog }: ImportView): Action[] {
  const count = job.counts.bad + job.counts.leftOut;
  if (count === 0 || job.parts.problems === 0) return [];
  const title = count === 1 ? 'See the row and why' : `See the ${counted(count)} rows and why`;
  return [(inDialog ? submit : opener)(title, 'import.problems', { import: key, from: 0 })];
}

function press(
  { key, command, inDialog }: ImportView,
  title: string,
  verb: Verb,
  data: Record<string, string> = {},
  positive = false,
): Action {
  return (inDialog ? submit : button)(title, verb, { ...data, import: key, command }, positive ? { style: 'positive' } : {});
}
