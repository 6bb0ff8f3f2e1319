import assert from 'node:assert/strict';
import { instantOn } from '#domain/days.ts';
import { Settings } from '#domain/settings.ts';
import { auditEvery, dueNextTerm, roundOf } from '#domain/training/audit-round.ts';
import { owedBy } from '#domain/training/owed.ts';
import { dslFirst } from '#test/domain/rule-sets.ts';
import { done, recordOf, staff } from './training-world.ts';

const { training } = dslFirst;
const { calendar } = Settings.parse({});

const terms = [
  { name: 'Autumn 2026', from: '2026-09-02', to: '2026-12-18' },
  { name: 'Spring 2027', from: '2027-01-05', to: '2027-03-25' },
  { name: 'Summer 2027', from: '2027-04-12', to: '2027-07-21' },
];
const settings = (every: 'year' | 'term', entered: Settings['calendar']['terms'] = terms) =>
  Settings.parse({ training: { auditEvery: every }, calendar: { terms: entered } });

describe('how often the self-audit begins anew', () => {
  it('is what the school chose, and until then the first that the rules name', () => {
    assert.equal(auditEvery(training, settings('term')), 'term');
    assert.equal(auditEvery(training, Settings.parse({})), 'year');
  });

  it('is what the rules say where they leave no choice', () => {
    assert.equal(auditEvery({ audit: { ...training.audit, every: ['year'] } }, settings('term')), 'year');
  });
});

describe('the round of a self-audit by year', () => {
  for (const [today, words, since] of [
    ['2026-08-31', 'the school year 2025/26', '2025-08-31T23:00:00.000Z'],
    ['2026-09-01', 'the school year 2026/27', '2026-08-31T23:00:00.000Z'],
    ['2027-01-01', 'the school year 2026/27', '2026-08-31T23:00:00.000Z'],
    ['2099-12-31', 'the school year 2099/00', '2099-08-31T23:00:00.000Z'],
  ] as const)
    it(`on ${today} is ${words}`, () => {
      assert.deepEqual(roundOf(training, settings('year'), today), { key: since.slice(0, 4), words, since });
    });
});

describe('the round of a self-audit by term', () => {
  const rounds: [situation: string, today: string, words: string, from: string, key: string][] = [
    ['the first day of a term', '2026-09-02', 'Autumn 2026', '2026-09-02', '2026'],
    ['the day before, with no older term entered', '2026-09-01', 'the summer term 2026', '2026-04-15', '2025'],
    ['between two terms', '2027-01-04', 'Autumn 2026', '2026-09-02', '2026'],
    ['the first day of the next term', '2027-01-05', 'Spring 2027', '2027-01-05', '2026'],
    ['the day of the spring clock change', '2027-03-28', 'Spring 2027', '2027-01-05', '2026'],
    ['the summer holidays', '2027-08-31', 'Summer 2027', '2027-04-12', '2026'],
    ['a new school year whose terms nobody has entered', '2027-09-01', 'the autumn term 2027', '2027-09-01', '2027'],
    ['long after the last term entered', '2029-05-01', 'the summer term 2029', '2029-04-15', '2028'],
    ['long before the first', '2024-01-01', 'the spring term 2024', '2024-01-01', '2023'],
  ];
  for (const [situation, today, words, from, key] of rounds)
    it(`on ${situation} is ${words}`, () => {
      const round = roundOf(training, settings('term'), today);
      assert.deepEqual([round.words, round.key], [words, key]);
      assert.equal(round.since, instantOn(calendar, from, '00:00'));
    });

  const usual: [today: string, words: string][] = [
    ['2026-08-31', 'the summer term 2026'],
    ['2026-09-01', 'the autumn term 2026'],
    ['2026-12-31', 'the autumn term 2026'],
    ['2027-01-01', 'the spring term 2027'],
    ['2027-04-14', 'the spring term 2027'],
    ['2027-04-15', 'the summer term 2027'],
  ];
  for (const [today, words] of usual)
    it(`on ${today} is ${words} where no terms are entered`, () =>
      assert.equal(roundOf(training, settings('term', []), today).words, words));

  it('goes by the terms in whatever order they stand', () => {
    const backwards = settings('term', terms.toReversed());
    assert.equal(roundOf(training, backwards, '2027-02-01').words, 'Spring 2027');
  });

  it('begins at the school’s own midnight when it begins on the day of a clock change', () => {
    for (const [from, since] of [
      ['2027-03-28', '2027-03-28T00:00:00.000Z'],
      ['2027-10-31', '2027-10-30T23:00:00.000Z'],
    ] as const)
      assert.equal(roundOf(training, settings('term', [{ name: 'Odd', from, to: '2027-12-17' }]), from).since, since);
  });

  it('keeps its answers in the documents of the new school year when it begins in August', () => {
    const august = settings('term', [{ name: 'Autumn 2026', from: '2026-08-24', to: '2026-12-18' }]);
    for (const today of ['2026-08-24', '2026-08-31', '2026-09-01']) assert.equal(roundOf(training, august, today).key, '2026');
  });
});

describe('when a self-audit by term is due again', () => {
  const rows: [situation: string, last: string, entered: typeof terms, due: string][] = [
    ['answered early in a term', '2026-09-02', terms, '2027-03-06'],
    ['answered late in it', '2026-12-18', terms, '2027-03-06'],
    ['answered between two terms', '2027-01-04', terms, '2027-03-06'],
    ['answered on the first day of a term', '2027-01-05', terms, '2027-06-11'],
    ['answered in the last term entered', '2027-06-30', terms, '2027-10-31'],
    ['with no terms entered', '2026-11-23', [], '2027-03-02'],
  ];
  for (const [situation, last, entered, due] of rows)
    it(`${situation} is sixty days into the next`, () => assert.equal(dueNextTerm(entered, last, 60), due));

  it('is no later than the last day before the term after that', () => {
    const halves = [
      { name: 'Autumn 1', from: '2026-09-02', to: '2026-10-23' },
      { name: 'Autumn 2', from: '2026-11-02', to: '2026-12-18' },
      { name: 'Spring 1', from: '2026-12-30', to: '2027-02-12' },
    ];
    assert.equal(dueNextTerm(halves, '2026-10-01', 60), '2026-12-29');
  });

  it('follows from the terms in what somebody owes, and from the months where the school asks once a year', () => {
    const record = recordOf(done('audit', '2026-11-14'));
    const due = (intervals: object) =>
      owedBy(training, staff(), record, '2026-11-23', intervals).find(({ topic }) => topic === 'audit')?.due;
    assert.equal(due({ auditTerms: terms }), '2027-03-06');
    assert.equal(due({}), '2027-11-14');
  });

  it('of ten thousand people is worked out in less than half a second', () => {
    const began = performance.now();
    for (let i = 0; i < 10_000; i += 1) assert.equal(dueNextTerm(terms, '2026-11-14', 60), '2027-03-06');
    assert.ok(performance.now() - began < 500);
  });

  it('is a year later at the latest, where the dates entered leave no next term', () => {
    const forEver = [{ name: 'Autumn', from: '2026-09-02', to: '2036-12-18' }];
    const record = recordOf(done('audit', '2026-11-14'));
    const owed = owedBy(training, staff(), record, '2026-11-23', { auditTerms: forEver });
    assert.equal(owed.find(({ topic }) => topic === 'audit')?.due, '2027-11-14');
  });
});
