import { type CaseView, caseCard, noteCard } from '#cards/case.card.ts';
import * as home from '#cards/home.card.ts';
import { myReportsCard, ownReportCard } from '#cards/my-reports.card.ts';
import { changedCard, passOnCard, saidCard } from '#cards/pass-on.card.ts';
import { bare, contacts, draft, key, longest, type Sample } from './sample.ts';

const row = { key, sentAt: '15:21', state: 'Mrs Shah is dealing with this (15:24).', mayAdd: true };
const many = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

export const emptyCase: CaseView = {
  key,
  command: draft.command,
  title: 'A child in danger now',
  summary: [['Sent', '15:21']],
  answers: [],
  people: [],
  history: [],
  owed: [],
  additions: [],
  notes: [],
  mayWithdraw: true,
  canTake: false,
  canActAsDsl: false,
  mine: false,
  note: '',
};
/** A case of many weeks: everything as long as it may be, and much of it. */
export const longCase: CaseView = {
  ...emptyCase,
  title: 'Cyber-bullying',
  summary: many(7, ['Reported by', 'Ms Patel, for Robin Made-up']),
  answers: [
    ...many(6, { question: 'What happened?', answer: longest.slice(0, 200) }),
    { question: 'What were you told?', answer: longest },
  ],
  people: many(12, ['May have been harmed or upset', 'Robin Made-up, Year 5']),
  message: { title: 'A message from Ms Patel, 15:20', text: longest, link: 'https://teams.microsoft.com/l/message/1' },
  history: many(300, `Mrs Shah passed it on: ${longest}`),
  owed: many(20, { words: 'Decide on the police (DSL)', cite: 'KCSIE, Annex C', offered: false }),
  additions: many(50, `Ms Patel, 15:40: ${longest}`),
  notes: many(50, `Mrs Shah, 15:45: ${longest}`),
  canTake: true,
  canActAsDsl: true,
  mine: true,
  note: longest,
  error: 'Please shorten this to 4,000 characters.',
  problem: 'A colleague is dealing with this already.',
};
const own = { key, sentAt: '15:21', state: 'Closed.', answers: [], people: [], added: [] };
const longOwn = {
  ...own,
  answers: longCase.answers,
  people: many(16, 'Robin Made-up, Year 5'),
  added: many(50, `15:40: ${longest}`),
};
const of =
  (file: string) =>
  (what: string, draw: Sample['draw']): Sample => ({ file, what, draw });
const cases = of('case.card.ts');
const mine = of('my-reports.card.ts');
const passing = of('pass-on.card.ts');
const start = of('home.card.ts');

/** Cards that people ask for: home, their reports, a case, passing on. */
export const reading: Sample[] = [
  cases('nothing written yet', () => caseCard(emptyCase)),
  cases('a case of many weeks', () => caseCard(longCase)),
  cases('the child’s welfare only', () =>
    caseCard({
      ...longCase,
      limitedTo: 'You are told of the child’s welfare only. Ask Ms Patel where the child is; do not ask whom it is about.',
      mine: true,
      mayWithdraw: false,
    }),
  ),
  cases('only the note', () => noteCard({ key, command: draft.command, note: longest, error: 'Please shorten this.' })),
  mine('none', () => myReportsCard({ reports: [], unsent: [] })),
  mine('a full page', () => myReportsCard({ reports: many(8, row), unsent: many(3, { draft: key, startedAt: '15:21' }), next: 'after-1' })),
  mine('frozen', () => myReportsCard({ reports: [{ ...row, mayAdd: false }], unsent: [] })),
  mine('one report', () => ownReportCard(own)),
  mine('one long report', () => ownReportCard(longOwn)),
  passing('pass it on', () => passOnCard({ key, command: draft.command, reason: '' })),
  passing('pass it on, again', () => passOnCard({ key, command: draft.command, reason: longest, error: 'Please write a reason first.' })),
  passing('something has changed', () => changedCard({ key, command: draft.command, text: '' })),
  passing('something has changed, again', () => changedCard({ key, command: draft.command, text: longest, error: 'Please shorten this.' })),
  passing('said', () => saidCard('Added', ['It is added to your report.'])),
  start('home', () => home.homeCard({ contacts, administrator: true, training: true })),
  start('home, nobody set', () => home.homeCard({ contacts: bare, administrator: false, training: false })),
  start('to open a report', () => home.openerCard('report')),
  start('to open set-up', () => home.openerCard('set-up')),
  start('welcome', () => home.welcomeCard({ contacts, administrator: true, training: true })),
  start('help', home.helpCard),
  start('what happens', () => home.whatHappensCard({ first: 'Mrs Shah', next: 'Mr Cole, then Mrs Lowe' })),
  start('what happens, nobody set', () => home.whatHappensCard({ first: '', next: '' })),
];
