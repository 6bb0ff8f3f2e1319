import { myHistoryCard, myTrainingCard, saidTrainingCard, thankedCard } from '#cards/my-training.card.ts';
import { changeTexts, type RecordWords } from '#cards/training-entries.part.ts';
import { trainingEntryCard } from '#cards/training-entry.card.ts';
import { trainingHelpCard } from '#cards/training-help.card.ts';
import { trainingListCard } from '#cards/training-list.card.ts';
import { trainingMarkCard } from '#cards/training-mark.card.ts';
import { trainingOverviewCard } from '#cards/training-overview.card.ts';
import { type PersonView, trainingPersonCard } from '#cards/training-person.card.ts';
import { trainingRecordCard, trainingRecordedCard, trainingSavedCard, trainingUnderWayCard } from '#cards/training-record.card.ts';
import type { Owed } from '#domain/training/owed.ts';
import type { Entry, TrainingEvent } from '#domain/training/record.ts';
import type { RecordForm } from '#domain/training/recording.ts';
import { id, lowe, names, shah } from '#test/cards/setup-fixtures.ts';
import type { Sample } from './sample.ts';

/** The register of training, and everybody's own. */

const words: RecordWords = { name: names, label: (topic) => `Topic ${topic}`, today: '2026-11-23', own: false };
const own: RecordWords = { ...words, own: true };
const command = '00000001ZZZZZZZZZZZZ';
const at = '2026-11-20T10:00:00.000Z';
const topics = [{ title: 'Online-safety refresher', value: 'refresher' }];

const owed: Owed[] = [
  { topic: 'refresher', due: '2026-10-19', last: '2025-10-19', standing: 'overdue', help: true },
  { topic: 'prevent', due: '2026-11-23', standing: 'due-soon', putOffUntil: '2026-11-25', induction: true },
  { topic: 'audit', due: '2027-01-22', standing: 'later' },
];
const entries: Entry[] = [
  { entry: 'e1', topic: 'refresher', on: '2025-10-19', source: 'recorded', by: shah, at, course: 'INSET *day*', certificate: '1234' },
  { entry: 'e2', topic: 'prevent', on: '2025-10-18', source: 'self', by: lowe, at, corrected: true },
  { entry: 'e3', topic: 'nudes', on: '2025-10-17', source: 'quiz', by: lowe, at, right: 4, of: 5 },
  { entry: 'e4', topic: 'audit', on: '2025-10-16', source: 'audit', by: lowe, at },
  { entry: 'e5', topic: 'governors', on: '2025-10-15', source: 'import', by: id(5), at },
];
const events: TrainingEvent[] = [
  { type: 'done', at, by: shah, entry: 'e1', topic: 'refresher', on: '2025-10-19', source: 'recorded' },
  {
    type: 'corrected',
    at,
    by: shah,
    entry: 'e1',
    reason: 'It was a Sunday',
    topic: 'prevent',
    on: '2025-10-20',
    course: '',
    certificate: '1235',
  },
  { type: 'corrected', at, by: shah, entry: 'e1', reason: 'Named', course: 'INSET', certificate: '' },
  { type: 'struck-out', at, by: shah, entry: 'e9', reason: 'Somebody else of that name' },
  { type: 'not-applicable', at, by: shah, topic: 'volunteers', reason: 'Sorts books, never meets pupils' },
  { type: 'applicable', at, by: shah, topic: 'volunteers' },
  { type: 'put-off', at, by: lowe, topic: 'prevent', until: '2026-11-25' },
  { type: 'asked-for-help', at, by: lowe, topic: 'refresher' },
  { type: 'tried', at, by: lowe, topic: 'nudes', quiz: 'nudes', right: 1, of: 5 },
];
const person: PersonView = {
  person: lowe,
  name: 'Mrs Judith Lowe',
  who: 'Headteacher, staff',
  left: false,
  owed,
  notApplicable: [['volunteers', 'Sorts books']],
  mayNotApply: ['prevent'],
  entries,
  page: 0,
  older: true,
  changes: changeTexts(events, words),
  mayRun: true,
  words,
  command,
};
const form: RecordForm = {
  how: 'done',
  topic: 'refresher',
  on: '2026-11-23',
  course: '',
  certificate: '',
  reason: '',
  people: [shah],
  group: '',
};
const record = { form, problems: {}, topics, groups: [{ title: 'All staff', value: 'staff' }], command };
const recorded = {
  label: 'Online-safety refresher',
  recorded: 12,
  skipped: [{ name: 'Mrs Judith Lowe', outcome: 'left' as const }],
  skippedInAll: 3,
};
const entry = {
  person: lowe,
  name: 'Mrs Judith Lowe',
  entry: 'e1',
  what: 'Online-safety refresher, 19 October 2025',
  topics,
  command,
  problems: {},
};
const correct = { topic: 'refresher', on: '2025-10-19', course: '', certificate: '', reason: '' };
const mark = { person: lowe, name: 'Mrs Judith Lowe', topic: 'volunteers', label: 'Online safety for volunteers', reason: '', command };
const mine = { topics: owed.map((one) => ({ owed: one, by: 'course' as const, quiz: true, minutes: 20 })), done: 5, words: own, command };
const said = { topics, topic: 'refresher', on: '2026-11-23', certificate: '', command };
const rows = [{ label: 'Online-safety refresher', inDate: 5, dueSoon: 2, overdue: 1 }];

const of =
  (file: string) =>
  (what: string, draw: Sample['draw']): Sample => ({ file, what, draw });

const [overview, list, one] = [of('training-overview.card.ts'), of('training-list.card.ts'), of('training-person.card.ts')];
const [recording, correcting, marking] = [of('training-record.card.ts'), of('training-entry.card.ts'), of('training-mark.card.ts')];
const myOwn = of('my-training.card.ts');

export const training: Sample[] = [
  overview('the overview', () =>
    trainingOverviewCard({ rows, people: { all: 8, inDate: 5, dueSoon: 2, overdue: 1 }, asOf: '10:42', mayRun: true, said: 'Saved.' }),
  ),
  overview('an empty school', () =>
    trainingOverviewCard({ rows: [], people: { all: 0, inDate: 0, dueSoon: 0, overdue: 0 }, asOf: '10:42', mayRun: false }),
  ),
  list('a page', () =>
    trainingListCard({
      rows: [
        { person: lowe, name: 'Mrs Judith Lowe', owed: [...owed, ...owed] },
        { person: shah, name: 'Mrs Anita Shah', owed: [] },
      ],
      topic: '',
      only: 'all',
      topics,
      next: 'WyJ4Il0',
      later: true,
      mayRemind: true,
      words,
    }),
  ),
  list('nobody', () => trainingListCard({ rows: [], topic: 'refresher', only: 'passed', topics, later: false, mayRemind: false, words })),
  one('a record with everything', () => trainingPersonCard(person)),
  one('a leaver', () => trainingPersonCard({ ...person, left: true, owed: [], entries: [], changes: [], mayRun: false, said: 'Saved.' })),
  recording('the form', () => trainingRecordCard(record)),
  recording('the form with problems, while the store is down', () =>
    trainingRecordCard({
      ...record,
      form: { ...form, how: 'not-applicable' },
      problems: { on: 'in-the-future', reason: 'needs-a-reason' },
      trouble: 'uncertain',
    }),
  ),
  recording('the form after an earlier press that counted', () =>
    trainingRecordCard({ ...record, before: { label: 'Prevent', day: '2026-11-20', total: 143 } }),
  ),
  recording('the form after an earlier mark that counted', () =>
    trainingRecordCard({ ...record, before: { label: 'Prevent', total: 143 } }),
  ),
  recording('saved', () => trainingSavedCard(recorded)),
  recording('saved for nobody', () => trainingSavedCard({ ...recorded, recorded: 0 })),
  recording('being saved', () => trainingUnderWayCard({ label: 'Online-safety refresher', total: 143 })),
  recording('the message at the end', () => trainingRecordedCard(recorded)),
  correcting('an entry', () => trainingEntryCard({ ...entry, made: false, form: correct, trouble: 'not-sent' })),
  correcting('a quiz passed here', () =>
    trainingEntryCard({ ...entry, made: true, form: correct, problems: { reason: 'needs-a-reason' } }),
  ),
  marking('the form', () => trainingMarkCard({ ...mark, problems: {} })),
  {
    file: 'training-help.card.ts',
    what: 'help',
    draw: () => trainingHelpCard({ person: lowe, name: 'Mrs Judith Lowe', topic: 'Refresher' }),
  },
  myOwn('what is due', () => myTrainingCard({ ...mine, said: 'Mr Field knows that you would like help.', moreIn: 'Safeguarding policy' })),
  myOwn('nothing due', () => myTrainingCard({ ...mine, topics: [], done: 0 })),
  myOwn('what is done', () => myHistoryCard({ entries, page: 0, older: true, changes: changeTexts(events, own), words: own })),
  myOwn('nothing done', () => myHistoryCard({ entries: [], page: 0, older: false, changes: [], words: own })),
  myOwn('saying so', () => saidTrainingCard({ ...said, error: { field: 'on', words: 'Please choose a day.' }, trouble: 'not-sent' })),
  myOwn('thanks', () =>
    thankedCard({ label: 'Online-safety refresher', on: '2026-11-23', next: 'is due Friday 12 December', already: false }),
  ),
  myOwn('thanks, again', () => thankedCard({ label: 'Online-safety refresher', on: '2026-11-23', already: true })),
];
