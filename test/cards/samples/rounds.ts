import type { ListedView } from '#cards/training-figures.part.ts';
import { type MonthView, trainingMonthCard } from '#cards/training-month.card.ts';
import { trainingTeamCard } from '#cards/training-team.card.ts';
import { trainingWeekCard, type WeekView } from '#cards/training-week.card.ts';
import type { Sample } from './sample.ts';

/** What goes out by itself about others: each week, each month, and to line managers. */

const nobody: ListedView = { count: 0, first: [] };
const named = { name: 'Mrs *Judith* Lowe', topics: ['Online-safety refresher', 'Cyber-bullying'] };
const many = {
  name: `Mrs ${'Longest-Name '.repeat(6)}Lowe`,
  topics: Array.from({ length: 12 }, (_, i) => `Topic ${i} of a long name to read`),
};
const rows = Array.from({ length: 16 }, (_, i) => ({
  label: `Topic ${i} of a rather long name, as rules have them`,
  inDate: 9_000 + i,
  dueSoon: 700 + i,
  overdue: 300 + i,
}));
const people = { all: 10_000, inDate: 9_000, dueSoon: 700, overdue: 300 };
const own = [{ topic: 'Online-safety refresher', due: 'was due Friday 20 November' }];

const week: WeekView = {
  day: 'Monday 23 November',
  instead: false,
  people,
  rows,
  before: { people: { ...people, all: 9_990, overdue: 320 }, recorded: 1_204 },
  starters: { count: 1, first: [named] },
  help: { count: 11, first: Array.from({ length: 10 }, () => named) },
  late: { count: 300, first: Array.from({ length: 10 }, () => many) },
  lateDays: 14,
  unreached: { count: 60, more: true, first: Array.from({ length: 10 }, () => ({ name: many.name, reason: 'not-installed' })) },
  own,
};
const still: WeekView = {
  ...week,
  instead: true,
  people: { all: 1, inDate: 1, dueSoon: 0, overdue: 0 },
  rows: rows.slice(0, 1),
  before: { people: { all: 1, inDate: 1, dueSoon: 0, overdue: 0 }, recorded: 1 },
  starters: nobody,
  help: nobody,
  late: nobody,
  unreached: { count: 0, more: false, first: [] },
  own: [],
};
const month: MonthView = {
  day: 'Tuesday 1 December',
  people,
  rows,
  starters: week.starters,
  late: week.late,
  lateDays: 14,
  noEntry: [
    { roles: ['Deputy DSL'], name: 'Mr Daniel Cole' },
    { roles: ['Chair of governors', 'Other governors'], name: 'Mr Yusuf Ali', last: '6 October 2025' },
  ],
  development: [
    { name: 'Mr Idris Field', owed: own, last: '6 October 2025' },
    { name: 'Mrs Anita Shah', owed: [] },
  ],
  own,
};

export const rounds: Sample[] = [
  { file: 'training-week.card.ts', what: 'a large school with much to say', draw: () => trainingWeekCard(week) },
  { file: 'training-week.card.ts', what: 'to the headteacher of a small one', draw: () => trainingWeekCard(still) },
  { file: 'training-month.card.ts', what: 'with everything in it', draw: () => trainingMonthCard(month) },
  {
    file: 'training-month.card.ts',
    what: 'where nobody runs training',
    draw: () => trainingMonthCard({ ...month, noEntry: [], development: [], starters: nobody, late: nobody, own: [] }),
  },
  { file: 'training-team.card.ts', what: 'one of the team', draw: () => trainingTeamCard({ late: week.starters, lateDays: 14, own }) },
  { file: 'training-team.card.ts', what: 'many of the team', draw: () => trainingTeamCard({ late: week.late, lateDays: 14, own: [] }) },
];
