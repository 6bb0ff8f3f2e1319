import assert from 'node:assert/strict';
import { holdersOnDuty, rolesAt, rolesOf } from '#domain/roles.ts';
import { ali, cole, lowe, now, shah, start, vice } from './set-up-people.ts';

describe('who is on duty', () => {
  const away = (cover: object[]) => start({ holders: { dsl: [shah, cole], 'deputy-dsl': [ali] }, cover }).settings;

  it('leaves out those away, from the first day to the last of the school’s own calendar', () => {
    const settings = away([{ away: shah, from: '2026-07-01', to: '2026-07-02' }]);
    // 23:30 UTC on 30 June is half past midnight on 1 July in summer time.
    const onDuty = ['2026-06-30T22:30:00.000Z', '2026-06-30T23:30:00.000Z', '2026-07-02T22:30:00.000Z', '2026-07-02T23:30:00.000Z'];
    assert.deepEqual(
      onDuty.map((at) => holdersOnDuty(settings, 'dsl', at).length),
      [2, 1, 1, 2],
    );
  });

  it('puts the stand-in in the place of whoever is away, once, and follows on where the stand-in is away too', () => {
    const day = { from: '2026-11-23', to: '2026-11-23' };
    assert.deepEqual(holdersOnDuty(away([{ away: shah, by: ali, ...day }]), 'dsl', now), [ali, cole]);
    assert.deepEqual(holdersOnDuty(away([{ away: shah, by: cole, ...day }]), 'dsl', now), [cole]);
    assert.deepEqual(
      holdersOnDuty(
        away([
          { away: shah, by: vice, ...day },
          { away: vice, by: lowe, ...day },
        ]),
        'dsl',
        now,
      ),
      [lowe, cole],
    );
    assert.deepEqual(
      holdersOnDuty(
        away([
          { away: shah, by: cole, ...day },
          { away: cole, by: shah, ...day },
        ]),
        'dsl',
        now,
      ),
      [],
    );
  });

  it('never names those excepted', () => {
    assert.deepEqual(holdersOnDuty(away([]), 'dsl', now, [shah]), [cole]);
  });

  it('counts a stand-in as holding the role while they stand in', () => {
    const settings = away([{ away: shah, by: ali, from: '2026-11-23', to: '2026-11-23' }]);
    assert.deepEqual([rolesAt(settings, ali, now), rolesOf(settings, ali)], [['dsl', 'deputy-dsl'], ['deputy-dsl']]);
  });
});
