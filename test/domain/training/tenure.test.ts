import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { evolve, type SetUp, type SetUpEvent } from '#domain/set-up.ts';
import type { Member } from '#domain/training/member.ts';
import { tenureOf } from '#domain/training/tenure.ts';
import { admin, cole, shah, start } from '#test/domain/set-up-people.ts';

const member = (rest: Partial<Member> = {}): Member => ({ id: shah, name: 'Mrs Shah', kind: 'staff', ...rest });
const { settings } = start();

describe('when somebody’s time begins', () => {
  it('is their first day, where that is known', () => {
    assert.deepEqual(tenureOf(member({ started: '2026-11-16' }), settings, '2026-09-01'), {
      kind: 'staff',
      roles: [],
      started: '2026-11-16',
      zone: 'Europe/London',
    });
  });

  it('is the day they were first seen, where it is not', () => {
    assert.equal(tenureOf(member({ firstSeen: '2026-11-18T02:00:00.000Z' }), settings, '2026-09-01').started, '2026-11-18');
  });

  it('is that day by the school’s clock, also half an hour after midnight in June', () => {
    assert.equal(tenureOf(member({ firstSeen: '2026-06-14T23:30:00.000Z' }), settings, '2026-01-05').started, '2026-06-15');
  });

  const cases: [what: string, rest: Partial<Member>, started: string, hereBefore?: string][] = [
    ['behind them, and counted from that day, with no first day', {}, '2026-11-23', '2026-11-23'],
    ['behind them with a first day from before the product', { started: '2019-09-01' }, '2019-09-01', '2026-11-23'],
    ['the day of the list where they began since then: nobody is overdue at once', { started: '2026-09-21' }, '2026-11-23'],
    ['their first day where it comes later', { started: '2027-01-04' }, '2027-01-04'],
  ];
  for (const [what, rest, started, hereBefore] of cases)
    it(`of whoever a list from a new place named first is ${what}`, () => {
      const tenure = tenureOf(member({ countsFrom: '2026-11-23', ...rest }), settings, '2026-09-01');
      assert.deepEqual([tenure.started, tenure.hereBefore], [started, hereBefore]);
    });

  it('is behind them when they were there before the product', () => {
    assert.equal(tenureOf(member(), settings, '2026-09-01').hereBefore, '2026-09-01');
    assert.equal(tenureOf(member({ started: '2015-09-01' }), settings, '2026-09-01').hereBefore, '2026-09-01');
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
    tenureOf(member({ started: '2020-09-01' }), events.reduce(evolve, first).settings, '2026-01-01').roles;

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
