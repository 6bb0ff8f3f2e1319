import { type CampaignView, campaignCard, campaignDialog, campaignElsewhereCard } from '#cards/campaign.card.ts';
import {
  campaignCancelCard,
  campaignListCard,
  campaignNudgeCard,
  campaignUnreachedCard,
  remindOpenerCard,
} from '#cards/campaign-steps.card.ts';
import { remindCard } from '#cards/remind.card.ts';
import type { RemindForm } from '#cards/remind-form.part.ts';
import { remindMoreCard } from '#cards/remind-more.card.ts';
import { remindNotSentCard, remindPreviewCard, remindSentCard } from '#cards/remind-preview.card.ts';
import { type ReminderTopic, type ReminderView, reminderCard } from '#cards/reminder.card.ts';
import { shah } from '#test/cards/setup-fixtures.ts';
import { key, longest, type Sample } from './sample.ts';

const form: RemindForm = {
  topic: 'refresher',
  words: 'Please do it before Friday.',
  who: 'named',
  role: 'slt',
  within: '30',
  named: [shah],
  when: 'later',
  day: '2026-11-27',
  time: '08:30',
};
const formView = { form, problems: {}, topics: [{ key: 'refresher', label: 'Online-safety refresher' }], roles: ['slt' as const] };

export const refresher: ReminderTopic = {
  key: 'refresher',
  label: 'Online-safety refresher',
  why: 'So that everybody knows what pupils meet online today and what to do about it.',
  minutes: 20,
  cite: 'E-safety Policy, Educating staff',
  due: { day: 'Friday 11 December', passed: false },
  today: '2026-11-23',
  latest: '2026-12-11',
  start: 'practice',
  mayBeSaid: true,
};
const reporting: ReminderTopic = {
  ...refresher,
  key: 'reporting',
  label: 'Reporting a concern',
  start: 'quiz',
  mayBeSaid: false,
  due: { day: 'Friday 20 November', passed: true },
};
const audit: ReminderTopic = { ...reporting, key: 'audit', label: 'Self-audit of e-safety skills', start: 'audit' };
const { due: _due, latest: _latest, start: _start, ...undated } = refresher;
const news: ReminderTopic = { ...undated, key: 'update', label: 'Update by e-mail, bulletin or meeting', isNews: true };
export const reminder: ReminderView = { campaign: key, command: `${key}-1`, from: 'Mr Field', topics: [refresher], more: 0 };
const typed = { on: '2026-12-24', certificate: 'A1', until: '' };

const progress: CampaignView = {
  campaign: key,
  title: 'Online-safety refresher',
  by: 'Mr Field',
  to: 'all staff',
  state: 'sending',
  says: 'It is going out.',
  total: 10_000,
  settled: 4_120,
  delivered: 4_050,
  later: 12,
  help: 3,
  done: 1_204,
  unreached: [
    { reason: 'blocked', count: 1 },
    { reason: 'not-installed', count: 69 },
  ],
  left: 0,
  doneBefore: 20,
  aboutTopic: true,
  steps: ['Mr Field paused it (10:04).', 'Mrs Shah let it go on (10:09).'],
  maySteer: true,
  mayNudge: false,
  command: `${key}-3`,
};
const over: CampaignView = { ...progress, state: 'sent', says: 'Sent at 10:20.', settled: 10_000, mayNudge: true };
const row = { campaign: key, title: 'Online-safety refresher', to: 'all staff', says: 'It is going out.', far: '2 of 10 people so far.' };
const nudge = { campaign: key, count: 12, later: 1, help: 2, goes: 'now', already: false };

const r = (what: string, draw: Sample['draw']): Sample => ({ file: 'reminder.card.ts', what, draw });
const c = (what: string, draw: Sample['draw']): Sample => ({ file: 'campaign.card.ts', what, draw });
const s = (what: string, draw: Sample['draw']): Sample => ({ file: 'campaign-steps.card.ts', what, draw });
const p = (what: string, draw: Sample['draw']): Sample => ({ file: 'remind-preview.card.ts', what, draw });

const preview = {
  shown: reminderCard(reminder),
  shownFor: 'Ms Patel',
  to: 'all staff',
  total: 43,
  others: 0,
  unreached: [{ reason: 'blocked', count: 2 }],
  goes: 'on Monday 30 November at 07:45',
  quiet: 'It is Saturday.',
  isNow: true,
  reason: '',
  campaign: key,
};

/** Reminders: the form, the last look, what arrives, and how far it is. */
export const reminding: Sample[] = [
  { file: 'remind.card.ts', what: 'the form', draw: () => remindCard(formView) },
  {
    file: 'remind.card.ts',
    what: 'the form with everything wrong and long words',
    draw: () =>
      remindCard({
        ...formView,
        form: { ...form, words: longest },
        problems: {
          topic: 'unknown-topic',
          words: 'words-too-long',
          who: 'nobody',
        },
        notice: ['NOT SAVED: the record cannot be reached just now.', 'Nothing has been sent. Please try again in a minute.'],
      }),
  },
  { file: 'remind-more.card.ts', what: 'which people and which moment', draw: () => remindMoreCard(formView) },
  {
    file: 'remind-more.card.ts',
    what: 'which role, not answered',
    draw: () => remindMoreCard({ ...formView, form: { ...form, who: 'role', when: 'now' }, problems: { role: 'role-missing' } }),
  },
  {
    file: 'remind-more.card.ts',
    what: 'how many days',
    draw: () =>
      remindMoreCard({ ...formView, form: { ...form, who: 'due' }, problems: { within: 'nobody', day: 'past', time: 'not-a-time' } }),
  },
  p('the last look on a Saturday', () => remindPreviewCard(preview)),
  p('the last look at what most have done', () => remindPreviewCard({ ...preview, total: 1, others: 8 })),
  p('the last look without a reason', () => remindPreviewCard({ ...preview, problem: 'reason-missing' })),
  p('sent', () => remindSentCard({ total: 43, goes: 'now', isNow: true, campaign: key })),
  p('to be sent', () => remindSentCard({ total: 43, goes: 'on Monday 30 November at 07:45', isNow: false, campaign: key })),
  p('perhaps sent', () =>
    remindNotSentCard({ words: ['It is not certain that this was sent.'], maybe: true, campaign: key, override: false, reason: '' }),
  ),
  p('not sent', () => remindNotSentCard({ words: ['NOT SENT.'], maybe: false, campaign: key, override: true, reason: 'It is urgent.' })),
  r('one topic', () => reminderCard(reminder)),
  r('one topic with the words of the coordinator', () =>
    reminderCard({ ...reminder, words: 'The **hall** is booked.', moreIn: 'Safeguarding policy', topics: [reporting] }),
  ),
  r('an update', () => reminderCard({ ...reminder, words: 'Please read the bulletin.', topics: [news] })),
  r('a message without a topic', () => reminderCard({ ...reminder, words: 'Please bring your tablets.', topics: [] })),
  r('a message that was read', () => reminderCard({ ...reminder, words: 'Please bring your tablets.', topics: [], read: true })),
  r('a topic of rules that the school has left', () =>
    reminderCard({ ...reminder, topics: [], words: 'The hall is booked.', gone: 'Prevent' }),
  ),
  r('a list of which nothing is left', () => reminderCard({ ...reminder, topics: [] })),
  r('a list of what is owed', () =>
    reminderCard({
      ...reminder,
      topics: [refresher, reporting, audit, { ...refresher, key: 'dsl', label: 'DSL update', minutes: 720 }],
      more: 3,
    }),
  ),
  r('done', () =>
    reminderCard({ ...reminder, topics: [doneTopic({ said: { kind: 'done', on: 'Friday 20 November', mayChange: true } })] }),
  ),
  r('done elsewhere', () => reminderCard({ ...reminder, topics: [doneTopic({ mayBeSaid: false })] })),
  r('put off', () => reminderCard({ ...reminder, topics: [{ ...refresher, said: { kind: 'later', until: 'Friday 4 December' } }] })),
  r('asked for help', () => reminderCard({ ...reminder, topics: [{ ...refresher, said: { kind: 'help', helpers: 'Mr Field' } }] })),
  r('a day that cannot be', () =>
    reminderCard({ ...reminder, topics: [{ ...refresher, typed: { ...typed, field: 'on', words: 'Please choose.' } }] }),
  ),
  c('going out', () => campaignCard(progress)),
  c('before it goes out', () =>
    campaignCard({ ...progress, state: 'scheduled', says: 'It goes out on Monday.', settled: 0, delivered: 0 }),
  ),
  c('over', () => campaignCard({ ...over, override: 'The inspector comes on Monday.' })),
  c('in the chat of somebody who no longer looks after training', () => campaignElsewhereCard()),
  c('cancelled', () => campaignCard({ ...progress, state: 'cancelled', says: 'Cancelled at 10:20.' })),
  c('paused', () => campaignCard({ ...progress, state: 'paused', says: 'Paused.' })),
  c('of the daily round, for somebody who only looks', () => campaignCard(dailyView())),
  c('in a dialog', () => campaignDialog(progress, 'Its card is in your chat with this app.')),
  c('over, in a dialog', () => campaignDialog({ ...over, aboutTopic: false })),
  s('before it is cancelled', () => campaignCancelCard({ campaign: key, waiting: 40 })),
  s('before a nudge', () => campaignNudgeCard({ ...nudge, quiet: 'It is Saturday.' })),
  s('a nudge for nobody', () => campaignNudgeCard({ ...nudge, count: 0 })),
  s('a second nudge', () => campaignNudgeCard({ ...nudge, already: true })),
  s('who cannot be reached', () => campaignUnreachedCard({ campaign: key, rows: [{ name: 'Mr *Cole*', reason: 'blocked' }], next: 'abc' })),
  s('reminders so far', () => campaignListCard({ rows: [row], maySend: true, inDialog: false, next: 'abc' })),
  s('no reminders, in a dialog', () => campaignListCard({ rows: [], maySend: false, inDialog: true })),
  s('the answer to "remind"', () => remindOpenerCard()),
];

function doneTopic(change: Partial<ReminderTopic>): ReminderTopic {
  const { due: _due, latest: _latest, ...rest } = refresher;
  return { ...rest, next: 'Friday 10 December 2027', ...change };
}

function dailyView(): CampaignView {
  const { by: _by, ...rest } = progress;
  return { ...rest, title: 'what each person has due', to: 'everybody with something due', maySteer: false };
}
