import assert from 'node:assert/strict';
import type { Settings } from '#domain/settings.ts';
import { decide, reasonOf } from './set-up-deciding.ts';
import { admin, ali, cole, lowe, otherAdmin, person, shah, start, vice } from './set-up-people.ts';

type Absence = Settings['cover'][number];

const brandt = person(8);
const vaughan = person(9);
const holders = { headteacher: [lowe], dsl: [shah], 'deputy-dsl': [cole], slt: [vaughan], chair: [ali], 'it-support': [vice] };
const row = (away: string, by?: string, from = '2026-11-24', to = '2026-11-27'): Absence => ({
  away,
  ...(by === undefined ? {} : { by }),
  from,
  to,
});
const save = (cover: Absence[], before: Absence[] = [], by = admin) =>
  reasonOf(decide(start({ holders, cover: before }), { id: 'c', type: 'set-cover', cover }, by));

describe('standing in for somebody who is away (S-21)', () => {
  it('is for those who hold a safeguarding role themselves, where the absent one leads', () => {
    for (const away of [lowe, shah, cole, ali]) {
      for (const by of [brandt, vice]) assert.equal(save([row(away, by)]), 'no-safeguarding-role');
    }
    for (const by of [lowe, cole, vaughan, ali]) assert.equal(save([row(shah, by)]), 'accepted');
  });

  it('is for anybody where the absent one does not lead', () => {
    assert.equal(save([row(vice, brandt)]), 'accepted');
    assert.equal(save([row(shah)]), 'accepted');
  });

  it('does not reach somebody without a role through a stand-in who is away too', () => {
    const first = row(shah, vaughan, '2026-11-24', '2026-12-04');
    assert.equal(save([first, row(vaughan, brandt, '2026-11-23', '2026-11-30')], [first]), 'no-safeguarding-role');
    assert.equal(save([first, row(vaughan, brandt, '2026-12-07', '2026-12-08')], [first]), 'accepted');
    const second = row(vaughan, brandt, '2026-11-23', '2026-11-30');
    assert.equal(save([second, first], [second]), 'no-safeguarding-role');
  });

  it('cannot be made longer for somebody who has no role by now, and leaves other rows free to change', () => {
    const old = row(shah, brandt);
    assert.equal(save([row(shah, brandt, '2026-11-24', '2027-03-01')], [old]), 'no-safeguarding-role');
    assert.equal(save([old, row(cole, vaughan)], [old]), 'accepted');
  });

  it('is never one’s own to give, not even by way of somebody else’s absence', () => {
    assert.equal(save([row(vice, admin)]), 'own-cover');
    assert.equal(save([row(vice, admin)], [], otherAdmin), 'accepted');
    const own = row(vaughan, admin, '2026-11-23', '2026-11-30');
    assert.equal(save([own, row(shah, vaughan)], [own]), 'own-cover');
    assert.equal(save([row(shah, admin)], [], otherAdmin), 'no-safeguarding-role');
  });
});
