import { peopleCard } from '#cards/people.card.ts';
import { peopleChangesCard, peopleUnreachedCard } from '#cards/people-lists.card.ts';
import { peopleNoticeCard } from '#cards/people-notice.card.ts';
import { troubleWords } from '#cards/people-words.ts';
import type { Role } from '#domain/people.ts';
import type { RollTrouble } from '#domain/training/roll-source.ts';
import type { Sample } from './sample.ts';

const counts = { staff: 9, volunteer: 1, governor: 2 };
const plain = { command: 'k1', counts, source: 'file' as const, changes: { joined: 0, left: 0 }, unreached: 0, stillEntered: [] };
const full = { ...plain, source: 'graph' as const, updated: 'Mon 23 Nov, 02:00', changes: { joined: 2, left: 1 }, unreached: 3 };
const roles: Role[] = ['dsl', 'on-call'];

/** Cards of the list of people. */
export const people: Sample[] = [
  { file: 'people.card.ts', what: 'before the first time', draw: () => peopleCard(plain) },
  { file: 'people.card.ts', what: 'from a list that was sent', draw: () => peopleCard({ ...plain, source: 'csv', updated: '10:00' }) },
  { file: 'people.card.ts', what: 'with some not reached, and no Entra', draw: () => peopleCard({ ...plain, unreached: 2 }) },
  { file: 'people.card.ts', what: 'with everything', draw: () => peopleCard({ ...full, install: {}, said: 'Thank you.' }) },
  {
    file: 'people.card.ts',
    what: 'with roles of those who have left',
    draw: () => peopleCard({ ...full, stillEntered: [{ name: 'Mrs *Shah*', roles }] }),
  },
  {
    file: 'people.card.ts',
    what: 'held back, while installing',
    draw: () =>
      peopleCard({ ...full, install: { running: { done: 3, total: 40 } }, held: { doubt: 'many-leavers', here: 12, leaving: 5 } }),
  },
  {
    file: 'people.card.ts',
    what: 'after installing stopped',
    draw: () => peopleCard({ ...full, install: { ended: { installed: 2, failed: 1, when: '10:00', trouble: 'consent' } } }),
  },
  ...(Object.keys(troubleWords) as RollTrouble[]).map((trouble) => ({
    file: 'people.card.ts',
    what: `with trouble: ${trouble}`,
    draw: () => peopleCard({ ...full, trouble }),
  })),
  {
    file: 'people-lists.card.ts',
    what: 'new and gone',
    draw: () =>
      peopleChangesCard({
        page: 1,
        more: true,
        rows: [
          { name: 'Ms Robyn Patel', kind: 'staff', on: '3 November 2026', what: 'joined' },
          { name: 'Mr Yusuf Ali', kind: 'governor', on: '1 November 2026', what: 'left' },
        ],
      }),
  },
  { file: 'people-lists.card.ts', what: 'nobody new', draw: () => peopleChangesCard({ page: 0, more: false, rows: [] }) },
  {
    file: 'people-lists.card.ts',
    what: 'who cannot be reached',
    draw: () => peopleUnreachedCard({ page: 0, more: true, total: 31, rows: [{ name: 'Mr Yusuf Ali', reason: 'never-installed' }] }),
  },
  {
    file: 'people-lists.card.ts',
    what: 'everybody reached',
    draw: () => peopleUnreachedCard({ page: 0, more: false, total: 0, rows: [] }),
  },
  ...(['file', 'csv', 'graph'] as const).map((source) => ({
    file: 'people-notice.card.ts',
    what: `from a new place: ${source}`,
    draw: () => peopleNoticeCard({ what: 'new-place', source, here: 75 }),
  })),
  { file: 'people-notice.card.ts', what: 'trouble', draw: () => peopleNoticeCard({ what: 'trouble', reason: 'consent' }) },
  {
    file: 'people-notice.card.ts',
    what: 'many gone',
    draw: () => peopleNoticeCard({ what: 'doubt', doubt: 'many-leavers', here: 12, leaving: 5 }),
  },
  {
    file: 'people-notice.card.ts',
    what: 'nobody left',
    draw: () => peopleNoticeCard({ what: 'doubt', doubt: 'nobody', here: 12, leaving: 12 }),
  },
];
