import assert from 'node:assert/strict';
import type { Role } from '#domain/people.ts';
import { confirmers } from '#domain/role-change.ts';
import { isVacant } from '#domain/roles.ts';
import { assignmentOf } from '#domain/set-up.ts';
import { answer, decide, decided, give, noticesOf, reasonOf } from './set-up-deciding.ts';
import { admin, ali, cole, lowe, shah, staffed, start, vice } from './set-up-people.ts';

describe('giving a role that nobody holds', () => {
  it('stands at once, and asks whoever was named', () => {
    const { settings, pending } = decided(start(), give('dsl', shah, cole));
    assert.deepEqual(settings.holders.dsl, [shah, cole]);
    assert.deepEqual(
      pending.map((entry) => entry.kind === 'named' && entry.person),
      [shah, cole],
    );
    assert.deepEqual(noticesOf(decide(start(), give('dsl', shah, cole))), [['role-named', [shah, cole]]]);
  });

  for (const role of ['dsl', 'deputy-dsl', 'headteacher', 'slt'] as const) {
    it(`to oneself as administrator waits for a second person: ${role} (S-21)`, () => {
      const { settings, pending } = decided(start({ holders: { chair: [ali] } }), give(role, admin));
      assert.ok(isVacant(settings, role));
      assert.deepEqual(
        pending.map((entry) => entry.kind),
        ['proposed'],
      );
    });
  }

  it('to oneself among others waits as a whole', () => {
    assert.ok(isVacant(decided(start(), give('dsl', shah, admin)).settings, 'dsl'));
  });

  it('is confirmed by the person named, who then is asked no more', () => {
    const { settings, pending } = decided(decided(start(), give('dsl', shah)), answer('give-dsl'), shah);
    assert.deepEqual([settings.holders.dsl, pending], [[shah], []]);
  });

  it('is undone for a person who says that it is not theirs, and tells whoever named them', () => {
    const given = decided(start(), give('dsl', shah, cole));
    assert.deepEqual(decided(given, answer('give-dsl', false), shah).settings.holders.dsl, [cole]);
    assert.deepEqual(noticesOf(decide(given, answer('give-dsl', false), shah)), [['role-change', [admin]]]);
  });

  it('to several leaves each to answer for themself', () => {
    const { pending } = decided(decided(start(), give('dsl', shah, cole)), answer('give-dsl'), shah);
    assert.deepEqual(
      pending.map((entry) => entry.kind === 'named' && entry.person),
      [cole],
    );
  });

  it('is answered by nobody else', () => {
    assert.equal(reasonOf(decide(decided(start(), give('dsl', shah)), answer('give-dsl'), cole)), 'nothing-to-answer');
  });

  it('asks the new headteacher about what was waiting for one', () => {
    const waiting = decided(start(), give('dsl', admin));
    assert.deepEqual(noticesOf(decide(waiting, give('headteacher', lowe))), [
      ['role-named', [lowe]],
      ['role-confirm', [lowe]],
    ]);
  });
});

describe('changing a role that somebody holds', () => {
  const proposed = () => decided(staffed(), give('dsl', cole));

  it('changes nothing until the headteacher agrees', () => {
    assert.deepEqual(proposed().settings.holders.dsl, [shah]);
    assert.deepEqual(noticesOf(decide(staffed(), give('dsl', cole))), [['role-confirm', [lowe]]]);
    assert.deepEqual(decided(proposed(), answer('give-dsl'), lowe).settings.holders.dsl, [cole]);
  });

  it('tells old and new holders and the proposer once it stands', () => {
    assert.deepEqual(noticesOf(decide(proposed(), answer('give-dsl'), lowe)), [['role-change', [shah, cole, admin]]]);
  });

  it('is dropped when the headteacher does not agree', () => {
    const { settings, pending } = decided(proposed(), answer('give-dsl', false), lowe);
    assert.deepEqual([settings.holders.dsl, pending], [[shah], []]);
  });

  it('is never agreed to by whoever proposed it, even as headteacher: then the chair is asked', () => {
    const small = start({ holders: { headteacher: [admin], dsl: [shah], chair: [ali] } });
    const waiting = decided(small, give('dsl', cole));
    assert.equal(reasonOf(decide(waiting, answer('give-dsl'), admin)), 'own-proposal');
    assert.deepEqual(decided(waiting, answer('give-dsl'), ali).settings.holders.dsl, [cole]);
  });

  it('of the headteacher needs the chair, not the headteacher', () => {
    const waiting = decided(staffed(), give('headteacher', cole));
    assert.equal(reasonOf(decide(waiting, answer('give-headteacher'), lowe)), 'nothing-to-answer');
    assert.deepEqual(decided(waiting, answer('give-headteacher'), ali).settings.holders.headteacher, [cole]);
  });

  it('to another order, to nobody, or to somebody without an account, waits as well', () => {
    const two = start({ holders: { headteacher: [lowe], dsl: [shah, cole] } });
    for (const to of [{ holders: [cole, shah] }, { holders: [] }, { holders: [shah, cole], outsider: { name: 'Mr Ash', phone: '201' } }]) {
      const { settings, pending } = decided(two, { id: 'c1', type: 'change-role', role: 'dsl', to });
      assert.deepEqual([assignmentOf(settings, 'dsl'), pending.length], [{ holders: [shah, cole] }, 1]);
    }
  });

  it('replaces an earlier proposal, which then can no longer be agreed to', () => {
    const twice = decided(proposed(), { id: 'second', type: 'change-role', role: 'dsl', to: { holders: [ali] } });
    assert.equal(reasonOf(decide(twice, answer('give-dsl'), lowe)), 'nothing-to-answer');
    assert.deepEqual(decided(twice, answer('second'), lowe).settings.holders.dsl, [ali]);
  });

  it('of the person or the telephone number to ring waits as well', () => {
    const rung = (phone: string, name = 'Mr Ash') => ({ name, phone });
    const setUp = start({ holders: { headteacher: [lowe] }, outsiders: { chair: rung('201') } });
    const command = { id: 'c1', type: 'change-role' as const, role: 'chair' as const, to: { holders: [], outsider: rung('202') } };
    assert.deepEqual(decided(setUp, command).settings.outsiders.chair, rung('201'));
    const renamed = { ...command, to: { holders: [], outsider: rung('201', 'Mrs Ash') } };
    assert.deepEqual(
      decided(setUp, renamed).pending.map((entry) => entry.kind),
      ['proposed'],
    );
    assert.deepEqual(decided(decided(setUp, command), answer('c1'), lowe).settings.outsiders.chair, rung('202'));
  });

  it('no longer brings in somebody who has said in the meantime that the role is not theirs', () => {
    const given = decided(start({ holders: { headteacher: [lowe] } }), give('dsl', shah));
    const proposal = decided(given, { id: 'more', type: 'change-role', role: 'dsl', to: { holders: [shah, cole] } });
    const declined = decided(proposal, answer('give-dsl', false), shah);
    assert.deepEqual(decided(declined, answer('more'), lowe).settings.holders.dsl, [cole]);
  });

  it('to what stands already is no change', () => {
    assert.equal(reasonOf(decide(staffed(), give('dsl', shah))), 'unchanged');
  });
});

describe('who may agree', () => {
  const cases: [string, object, Role, string[]][] = [
    ['the headteacher', { headteacher: [lowe], chair: [ali] }, 'dsl', [lowe]],
    ['the chair, for the headteacher', { headteacher: [lowe], chair: [ali] }, 'headteacher', [ali]],
    ['the chair, where the headteacher proposes', { headteacher: [admin], chair: [ali] }, 'dsl', [ali]],
    ['the vice-chair, where the chair proposes', { chair: [admin], 'vice-chair': [vice] }, 'headteacher', [vice]],
    ['nobody, while nobody is named', {}, 'dsl', []],
  ];
  for (const [who, holders, role, expected] of cases) {
    it(`is ${who}`, () => {
      assert.deepEqual(confirmers(start({ holders }).settings, role, admin), expected);
    });
  }
});
