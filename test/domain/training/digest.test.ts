import assert from 'node:assert/strict';
import { concernsOf, type Listed, lastEntry, listing, mostListed, nobodyListed, ownDevelopment } from '#domain/training/digest.ts';
import type { Owed } from '#domain/training/owed.ts';
import { owedNow } from '#domain/training/reminders.ts';
import { done, recordOf, smallPolicy } from './training-world.ts';

const today = '2026-11-23';
const owed: Owed[] = [
  { topic: 'refresher', due: '2026-11-09', standing: 'overdue', help: true },
  { topic: 'biannual', due: '2026-11-10', standing: 'overdue' },
  { topic: 'safe-use', due: '2026-12-01', standing: 'due-soon', induction: true },
  { topic: 'bullying', due: '2027-05-01', standing: 'later' },
];

describe('what is said of somebody to others', () => {
  it('names what is two weeks past its day, what is open of an induction, and what they asked about', () => {
    assert.deepEqual(concernsOf(owed, today, smallPolicy), { late: ['refresher'], induction: ['safe-use'], help: ['refresher'] });
  });

  it('is nothing of whoever owes nothing', () => {
    assert.deepEqual(concernsOf([], today, smallPolicy), { late: [], induction: [], help: [] });
  });
});

describe('a list in a message', () => {
  const names: Record<string, string> = Object.fromEntries(
    Array.from({ length: 15 }, (_, i) => [`p${i}`, `Name ${String.fromCharCode(111 - i)}`]),
  );
  const nameOf = (person: string) => names[person] ?? '';

  it('counts everybody and names the first few by name, in whatever order they come', () => {
    const all = Object.keys(names).reduce<Listed>((list, person) => listing(list, { person, topics: ['x'] }, nameOf), nobodyListed);
    assert.equal(all.count, 15);
    assert.equal(all.first.length, mostListed);
    assert.deepEqual(
      all.first.map(({ person }) => nameOf(person)),
      Object.values(names).sort().slice(0, mostListed),
    );
  });
});

describe('what a reminder of everything names', () => {
  it('is due soon or before today, less what was put off, with what was put off until today', () => {
    const putOff: Owed[] = [
      { topic: 'lead', due: '2027-03-01', standing: 'later', putOffUntil: today },
      { topic: 'everybody', due: '2026-12-01', standing: 'due-soon', putOffUntil: '2026-11-24' },
    ];
    assert.deepEqual(
      owedNow([...owed, ...putOff], today).map(({ topic }) => topic),
      ['refresher', 'biannual', 'safe-use', 'lead'],
    );
  });
});

describe('the development of whoever runs training', () => {
  it('is what only they have to do', () => {
    const policy = { ...smallPolicy, runBy: ['dsl', 'deputy-dsl'] as (typeof smallPolicy)['runBy'] };
    const lead: Owed = { topic: 'lead', due: '2027-03-01', standing: 'later' };
    assert.deepEqual(ownDevelopment(policy, [...owed, lead]), [lead]);
    assert.deepEqual(ownDevelopment(smallPolicy, [...owed, lead]), []);
  });

  it('was last recorded on its latest day', () => {
    assert.equal(lastEntry(recordOf(done('lead', '2026-03-01'), done('refresher', '2025-03-01'))), '2026-03-01');
    assert.equal(lastEntry(recordOf()), undefined);
  });
});
