import { auditCard, auditSavedCard } from '#cards/audit.card.ts';
import { auditLowCard, auditResultsCard, type ResultsView } from '#cards/audit-results.card.ts';
import type { Sample } from './sample.ts';

const scale = ['Not yet', 'A little', 'Mostly', 'Fully'];
const statements = Array.from({ length: 10 }, (_, i) => ({ key: `s-${i}`, text: `I know what to do about subject ${i}.` }));
const form = { statements, scale, levels: { 's-0': 1, 's-3': 4 } as const, cite: 'KCSIE, Part two', command: '00000001ZZZZZZZZZZZZ' };
const topic = 'cyber-bullying';
const results: ResultsView = {
  round: 'the school year 2026/27',
  answered: 9,
  asked: 12,
  scale,
  rows: [
    { label: 'Cyber-bullying', counts: [3, 2, 4, 0] },
    { label: 'Online-safety refresher', counts: [0, 0, 0, 0] },
    { label: 'Prevent and online radicalisation', counts: undefined },
  ],
  weak: [{ topic, label: 'Cyber-bullying', low: 5, of: 9 }],
  mayRemind: true,
  maySeeWho: true,
  tooFew: false,
};

/** Cards of the self-audit. */
export const audit: Sample[] = [
  { file: 'audit.card.ts', what: 'the statements', draw: () => auditCard({ ...form, answeredOn: '12 November 2026' }) },
  {
    file: 'audit.card.ts',
    what: 'the statements, when nothing was chosen or kept',
    draw: () => auditCard({ ...form, levels: {}, problem: 'nothing-chosen', trouble: 'not-sent' }),
  },
  {
    file: 'audit.card.ts',
    what: 'all answered',
    draw: () => auditSavedCard({ answered: 10, of: 10, next: 'is due again on Tuesday 23 November 2027' }),
  },
  { file: 'audit.card.ts', what: 'some left out', draw: () => auditSavedCard({ answered: 9, of: 10 }) },
  { file: 'audit-results.card.ts', what: 'results', draw: () => auditResultsCard(results) },
  {
    file: 'audit-results.card.ts',
    what: 'results, for whoever sees numbers only',
    draw: () => auditResultsCard({ ...results, mayRemind: false, maySeeWho: false }),
  },
  { file: 'audit-results.card.ts', what: 'too few', draw: () => auditResultsCard({ ...results, answered: 2, tooFew: true }) },
  { file: 'audit-results.card.ts', what: 'no answers', draw: () => auditResultsCard({ ...results, answered: 0, rows: [], weak: [] }) },
  { file: 'audit-results.card.ts', what: 'nothing weak', draw: () => auditResultsCard({ ...results, weak: [] }) },
  {
    file: 'audit-results.card.ts',
    what: 'who would like more help',
    draw: () =>
      auditLowCard({ topic, label: 'Cyber-bullying', scale, names: ['Ms Robyn Patel'], total: 41, page: 0, more: true, mayRemind: true }),
  },
  {
    file: 'audit-results.card.ts',
    what: 'nobody would',
    draw: () => auditLowCard({ topic, label: 'Cyber-bullying', scale, names: [], total: 0, page: 0, more: false, mayRemind: false }),
  },
];
