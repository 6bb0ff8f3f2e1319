import { exportAskedCard, exportCard, fileStateCard } from '#cards/export.card.ts';
import { importElsewhereCard, importFormCard, importProblemsCard } from '#cards/import.card.ts';
import { importCard } from '#cards/import-state.card.ts';
import type { Role } from '#domain/people.ts';
import { type ImportJob, newImport, offered } from '#domain/training/import-job.ts';
import { key, type Sample } from './sample.ts';

const at = '2026-11-23T10:00:00.000Z';
const command = '00000001ZZZZZZZZZZZZ';
const topics = ['Cyber-bullying', 'Safe use of the internet'];
const form = { command, text: '', kind: '', ask: false, topics } as const;
const checked: ImportJob = {
  ...newImport({ by: 'a:b', at, from: 'file' }),
  state: 'checked',
  kind: 'records',
  counts: { rows: 1_240, good: 1_200, people: 64, bad: 12, leftOut: 28 },
  parts: { rows: 1, problems: 1 },
};
const people: ImportJob = {
  ...checked,
  kind: 'people',
  roll: { joined: 4, changed: 2, leaving: 3, same: 55 },
  counts: { ...checked.counts, bad: 0 },
};

const state = (
  what: string,
  job: ImportJob,
  { leaving = [] as string[], held = [] as { name: string; roles: Role[] }[], inDialog = false } = {},
): Sample => ({
  file: 'import-state.card.ts',
  what,
  draw: () => importCard({ key, command, job, offered: offered(job, at), leaving, held, inDialog }),
});
const forms = (what: string, view: Partial<Parameters<typeof importFormCard>[0]>): Sample => ({
  file: 'import.card.ts',
  what,
  draw: () => importFormCard({ ...form, ...view }),
});
const rows = Array.from({ length: 20 }, (_, i) => ({
  line: 40 + i,
  kind: i % 3 === 0 ? ('left-out' as const) : ('bad' as const),
  says: '“31/11/2025” does not exist: November 2025 has 30 days.',
}));

/** Lists that come in and files that go out. */
export const files: Sample[] = [
  forms('empty', {}),
  forms('with something wrong', {
    text: 'Name,Topic\nRobin Made-up,x',
    ask: true,
    kind: 'people',
    problem: 'There is nothing under the first line.',
  }),
  forms('of people', { ask: true, kind: 'people' }),
  forms('not saved, and as long as it may be', {
    text: 'Robin,'.repeat(3_300),
    trouble: 'not-sent',
  }),
  { file: 'import.card.ts', what: 'rows', draw: () => importProblemsCard({ key, command, rows, from: 40, total: 90, next: 60, back: 20 }) },
  state('being checked', { ...checked, state: 'fetching' }),
  state('unclear', { ...checked, state: 'unclear' }),
  state('checked, with bad rows', checked),
  state('checked in the dialog', { ...checked, counts: { ...checked.counts, bad: 0 } }, { inDialog: true }),
  state('checked, nothing new', { ...checked, counts: { rows: 3, good: 0, people: 0, bad: 0, leftOut: 3 } }),
  state('people', people, { leaving: ['Mr *Cole*', 'Ms Patel'], held: [{ name: 'Mr *Cole*', roles: ['deputy-dsl', 'on-call'] }] }),
  state('people with bad rows', { ...people, counts: { ...people.counts, bad: 1 } }),
  state('people from a new place', { ...people, roll: { joined: 75, changed: 2, leaving: 1, same: 4, hereAlready: 74 } }),
  state('people as before', { ...people, roll: { joined: 0, changed: 0, leaving: 0, same: 64 } }),
  state('being written', { ...checked, state: 'writing', cursor: 20 }),
  state('brought in', { ...checked, state: 'done', written: 1_200 }),
  state('people brought in', { ...people, state: 'done' }),
  state('refused', { ...checked, state: 'refused', problem: 'There is nothing in it.' }),
  state('left', { ...checked, state: 'discarded' }),
  { file: 'import.card.ts', what: 'in the chat of somebody who no longer runs training', draw: importElsewhereCard },
  { file: 'export.card.ts', what: 'asking', draw: () => exportCard({ command, format: 'xlsx' }) },
  {
    file: 'export.card.ts',
    what: 'not saved',
    draw: () => exportCard({ command, format: 'csv', trouble: 'not-sent' }),
  },
  { file: 'export.card.ts', what: 'asked', draw: () => exportAskedCard('register') },
  ...(['making', 'offered', 'accepted', 'delivered', 'declined', 'expired'] as const).map((one) => ({
    file: 'export.card.ts',
    what: one,
    draw: () => fileStateCard({ state: one, name: 'training-register-2026-11-23.xlsx' }),
  })),
  ...(['too-big', 'not-made', 'list-gone', 'not-stored', 'bytes-gone', 'not-theirs'] as const).map((problem) => ({
    file: 'export.card.ts',
    what: problem,
    draw: () => fileStateCard({ state: 'failed', name: 'training-register-2026-11-23.xlsx', problem }),
  })),
];
