import assert from 'node:assert/strict';
import { confirmed, discarded, expiresAt, type ImportJob, kindChosen, newImport, offered } from '#domain/training/import-job.ts';

const at = '2026-11-23T10:00:00.000Z';
const soon = '2026-11-23T11:00:00.000Z';
const late = '2026-11-30T10:00:00.000Z';
const base: ImportJob = {
  ...newImport({ by: 't:idris', at, from: 'file', kind: 'records' }),
  state: 'checked',
  parts: { rows: 1, problems: 1 },
};
const counts = { rows: 3, good: 3, people: 2, bad: 0, leftOut: 0 };
const clean: ImportJob = { ...base, counts };
const mixed: ImportJob = { ...base, counts: { ...counts, good: 2, bad: 1 } };
const bad: ImportJob = { ...base, counts: { ...counts, good: 0, bad: 3 } };
const unclear: ImportJob = { ...newImport({ by: 't:idris', at, from: 'file', source: 'https://x' }), state: 'unclear' };
const roll = { joined: 1, changed: 0, leaving: 0, same: 2 };
const people: ImportJob = { ...clean, kind: 'people', roll };

describe('a list that waits for an answer', () => {
  for (const [what, job, now, offers] of [
    ['good rows only', clean, soon, 'all'],
    ['good and bad rows', mixed, soon, 'good-only'],
    ['bad rows only', bad, soon, 'nothing'],
    ['people who change something', people, soon, 'all'],
    ['people who change nothing', { ...people, roll: { ...roll, joined: 0 } }, soon, 'nothing'],
    ['people, of whom one row is bad', { ...people, counts: mixed.counts }, soon, 'nothing'],
    ['good rows, a week old', clean, late, 'nothing'],
    ['columns that do not tell what it is', unclear, soon, 'nothing'],
    ['rows that are being written already', { ...clean, state: 'writing' }, soon, 'nothing'],
    ['rows that somebody did not want', { ...clean, state: 'discarded' }, soon, 'nothing'],
  ] as const)
    it(`with ${what} can bring in ${offers}, and takes a yes to that only`, () => {
      assert.equal(offered(job, now), offers);
      for (const asked of ['all', 'good-only'] as const) {
        const yes = { ...job, state: 'writing', confirmedBy: 't:robyn', confirmedAt: now };
        assert.deepEqual(confirmed(job, asked, 't:robyn', now), asked === offers ? yes : undefined);
      }
    });

  for (const [state, waits] of [
    ['fetching', false],
    ['unclear', true],
    ['checked', true],
    ['writing', false],
    ['done', false],
    ['refused', false],
    ['discarded', false],
  ] as const)
    it(`${waits ? 'can' : 'cannot'} be put away while it is ${state}`, () => {
      const { source: _source, ...rest } = unclear;
      const away = { ...rest, state: 'discarded', endedAt: soon };
      assert.deepEqual(discarded({ ...unclear, state }, soon), waits ? away : undefined);
    });

  it('is read again as what it is said to be, while that is asked', () => {
    assert.deepEqual(kindChosen({ ...unclear, tries: 2 }, 'people', soon), { ...unclear, kind: 'people', state: 'fetching', tries: 0 });
    assert.equal(kindChosen(unclear, 'people', late), undefined);
    assert.equal(kindChosen(clean, 'people', soon), undefined);
  });

  it('waits for seven days, and for ever once nothing of it is kept', () => {
    assert.equal(expiresAt(clean), late);
    assert.equal(expiresAt({ ...clean, parts: { rows: 0, problems: 0 } }), undefined);
  });
});
