import * as alert from '#cards/alert.card.ts';
import * as receipt from '#cards/receipt.card.ts';
import * as unsent from '#cards/unsent.card.ts';
import { bare, contacts, draft, key, type Sample } from './sample.ts';

const ids = { key, posting: 'p1', change: 2 };
const times = { sentAt: '15:21', waiting: '4 minutes' };
export const privateAlert = () => alert.alertCard({ ...ids, ...times, urgency: 'urgent' });
const wholeAlert = () =>
  alert.alertCard({
    ...ids,
    ...times,
    urgency: 'urgent',
    category: { label: 'Cyber-bullying', cite: 'KCSIE, Part two' },
    goTo: 'Go to Room 4; Ms Patel is there.',
    toldInPerson: true,
    mayActAsDsl: true,
    dealtWith: 'Mr Cole is dealing with this. Please confirm that you know of it.',
    changedAt: '15:25',
    mentions: [{ id: 'a1000000-0000-4000-8000-000000000004', name: 'Mrs Shah' }],
  });

const reporter: receipt.ReceiptView = {
  ...ids,
  sentAt: '15:21',
  detailsMissing: false,
  steps: ['Sent to Mrs Shah (15:21).', 'Mr Cole could not be reached here. The next people are asked.'],
  waitingFor: 'Mrs Shah and Mr Cole',
  held: false,
  showNobodyYet: false,
  numbers: false,
  frozen: false,
  closed: false,
  mayTake: true,
  contacts,
};
const taken = { by: 'Mrs Shah', at: '15:24' };
const call = { ...ids, name: 'Mr Ali', phone: '01632 960 140', again: 1 };
const of =
  (file: string) =>
  (what: string, draw: Sample['draw']): Sample => ({ file, what, draw });
const alerts = of('alert.card.ts');
const receipts = of('receipt.card.ts');
const reminders = of('unsent.card.ts');

/** Cards that the worker posts and redraws. */
export const telling: Sample[] = [
  alerts('an alert with everything', wholeAlert),
  alerts('a private alert', privateAlert),
  ...(['high', 'standard', 'routine'] as const).map((urgency) =>
    alerts(`an alert, ${urgency}`, () => alert.alertCard({ ...ids, ...times, urgency })),
  ),
  alerts('taken by me', () => alert.takenCard({ key, ...taken, mine: true, othersOpen: 'The alert goes on.', changedAt: '15:25' })),
  alerts('taken by a colleague', () => alert.takenCard({ key, ...taken, mine: false })),
  alerts('answered for oneself', () => alert.stoodDownCard({ ...ids, how: 'answered', mayActAsDsl: true })),
  alerts('passed on', () => alert.stoodDownCard({ ...ids, how: 'passed-on', mayActAsDsl: false })),
  alerts('nothing to see', alert.neutralCard),
  alerts('an older message', () => alert.supersededCard(key)),
  alerts('closed', () => alert.closedCard(key)),
  alerts('what has been decided?', () => alert.decisionChaseCard({ key, since: '15:24' })),
  alerts('a deputy is informed', () => alert.informedCard({ key, by: 'Mrs Shah' })),
  receipts('waiting', () => receipt.receiptCard(reporter)),
  receipts('taken', () => receipt.receiptCard({ ...reporter, taken })),
  receipts('a danger alert without its report', () => receipt.receiptCard({ ...reporter, detailsMissing: true })),
  receipts('held overnight, with numbers', () => receipt.receiptCard({ ...reporter, held: true, numbers: true, contacts: bare })),
  receipts('nobody has answered', () => receipt.receiptCard({ ...reporter, showNobodyYet: true })),
  receipts('nobody is set', () =>
    receipt.receiptCard({
      ...reporter,
      steps: [],
      nobody: 'Not set up. Nobody will be told. Go to the DSL.',
      contacts: bare,
      frozen: true,
    }),
  ),
  receipts('closed', () => receipt.receiptCard({ ...reporter, closed: true })),
  receipts('go to somebody now', () => receipt.nobodyYetCard({ key, alerted: 'Mrs Shah and Mr Cole', contacts })),
  receipts('go to somebody now, without numbers', () => receipt.nobodyYetCard({ key, alerted: '', contacts: bare })),
  receipts('have you rung?', () => receipt.phoneCard(call)),
  receipts('have you rung, the third time', () => receipt.phoneCard({ ...call, again: 3, lado: '01632 960 120', answer: 'no-answer' })),
  receipts('spoken', () => receipt.phoneCard({ ...call, answer: 'spoke' })),
  receipts('answered since it rang', () => receipt.answeredReceiptCard({ key, sentAt: '15:21', taken })),
  receipts('frozen', () => receipt.frozenReceiptCard({ key, sentAt: '15:21' })),
  receipts('frozen and seen', () => receipt.frozenReceiptCard({ key, sentAt: '15:21', taken })),
  reminders('to whoever began it', () => unsent.unsentCard({ draft: draft.draft, startedAt: '15:21' })),
  reminders('to the DSL', () => unsent.unsentToDslCard({ name: 'Ms Patel', startedAt: '15:21' })),
  reminders('after a danger alert', () => unsent.alertWithoutReportCard({ draft: draft.draft })),
  reminders('done', unsent.unsentDoneCard),
];
