import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { evolve, type SetUp, type SetUpEvent } from '#domain/set-up.ts';
import type { Member } from '#domain/training/member.ts';
import { traineeOf } from '#domain/training/trainee.ts';
import { admin, cole, shah, start } from '#test/domain/set-up-people.ts';

const member = (rest: Partial<Member> = {}): Member => ({ id: shah, name: 'Mrs Shah', kind: 'staff', ...rest });
const { settings } = start();

describe('when somebody’s time begins', () => {
  it('is their first day, where that is known', () => {
    assert.deepEqual(traineeOf(member({ started: '2026-11-16' }), settings, '2026-09-01'), {
      kind: 'staff',
      roles: [],
      started: '2026-11-16',
    });
  });

  it('is the day they were first seen, where it is not', () => {
    assert.equal(traineeOf(member({ firstSeen: '2026-11-18T02:00:00.000Z' }), settings, '2026-09-01').started, '2026-11-18');
  });

  it('is behind them when they were there before the product', () => {
    assert.equal(traineeOf(member(), settings, '2026-09-01').hereBefore, '2026-09-01');
    assert.equal(traineeOf(member({ started: '2015-09-01' }), settings, '2026-09-01').hereBefore, '2026-09-01');
  });
});

describe('since when somebody has a role', () => {
  const give = (at: string, ...holders: string[]): SetUpEvent => ({
    at,
    by: admin,
    type: 'role-given',
    change: at,
    role: 'dsl',
    to: { holders },
  });
  const rolesAfter = (first: SetUp, ...events: SetUpEvent[]) =>
    traineeOf(member({ started: '2020-09-01' }), events.reduce(evolve, first).settings, '2026-01-01').roles;

  it('is the day on which set-up gave it to them', () => {
    assert.deepEqual(rolesAfter(start(), give('2026-11-02T09:00:00.000Z', shah)), [{ role: 'dsl', since: '2026-11-02' }]);
  });

  it('stays when others join or leave them in it', () => {
    const events = [give('2026-11-02T09:00:00.000Z', shah), give('2026-11-20T09:00:00.000Z', cole, shah)];
    assert.deepEqual(rolesAfter(start(), ...events), [{ role: 'dsl', since: '2026-11-02' }]);
  });

  it('begins again when it was given up in between', () => {
    const events = [give('2026-11-02T09:00:00.000Z', shah), give('2026-11-10T09:00:00.000Z', cole), give('2026-11-20T09:00:00.000Z', shah)];
    assert.deepEqual(rolesAfter(start(), ...events), [{ role: 'dsl', since: '2026-11-20' }]);
  });

  it('is not known of somebody who held it when set-up began', () => {
    assert.deepEqual(rolesAfter(start({ holders: { dsl: [shah] } }), give('2026-11-20T09:00:00.000Z', shah, cole)), [{ role: 'dsl' }]);
  });
});
