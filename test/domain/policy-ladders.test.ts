import assert from 'node:assert/strict';
import type { Ladders } from '#domain/policy.ts';
import { ruleSets } from './rule-sets.ts';

describe('the ladders of both rule sets', () => {
  for (const { key, ladders } of ruleSets) {
    it(`tell DSL and deputies together, head and leaders at 5 minutes, the reporter at 10, and again every 10: ${key}`, () => {
      assert.deepEqual(climb(ladders, 'urgent', 'default'), ['0 dsl+deputy-dsl', '5 headteacher+slt', '10 nobody-yet']);
      assert.equal(ladders.urgent.repeatMinutes, 10);
      assert.equal(ladders.urgent.held, 'tell-once');
    });

    it(`take an hour over what is high, and then stop: ${key}`, () => {
      assert.deepEqual(climb(ladders, 'high', 'default'), ['0 dsl', '30 deputy-dsl', '60 headteacher']);
      assert.equal(ladders.high.repeatMinutes, undefined);
      assert.equal(ladders.high.held, 'hold');
    });

    it(`take three staffed days over what is standard, and alert nobody of what is routine: ${key}`, () => {
      assert.deepEqual(climb(ladders, 'standard', 'default'), ['0 dsl', 'day 1 deputy-dsl', 'day 2 headteacher']);
      assert.deepEqual(climb(ladders, 'routine', 'default'), []);
      assert.equal(ladders.routine.held, 'friday');
    });

    it(`begin with the owner, whoever that is: ${key}`, () => {
      for (const priority of ['urgent', 'high', 'standard'] as const) {
        for (const [owner, rungs] of Object.entries(ladders[priority].rungs)) {
          if (owner !== 'default') assert.equal(rungs[0]?.tell?.[0], owner);
        }
      }
    });

    it(`never bring the headteacher into what the chair owns, nor the chair into anything else: ${key}`, () => {
      for (const priority of ['urgent', 'high', 'standard'] as const) {
        for (const [owner, rungs] of Object.entries(ladders[priority].rungs)) {
          const told = rungs.flatMap(({ tell = [] }) => tell);
          const chairs = told.filter((role) => role === 'chair' || role === 'vice-chair');
          assert.deepEqual(owner === 'chair' || owner === 'vice-chair' ? told : [], chairs, `${priority} ${owner}`);
        }
      }
    });

    it(`tell whoever is on call when the school is shut, and the holiday contact first in the holidays: ${key}`, () => {
      assert.deepEqual(ladders.whenClosed, ['on-call', 'dsl', 'deputy-dsl']);
      assert.equal(ladders.whenHoliday[0], 'holiday-contact');
    });

    it(`remind of a report not sent at 10 minutes and tell the DSL at 60: ${key}`, () => {
      assert.equal(ladders.unsent.remindAfterMinutes, 10);
      assert.equal(ladders.unsent.tellDslAfterMinutes, 60);
    });
  }
});

function climb(ladders: Ladders, priority: 'urgent' | 'high' | 'standard' | 'routine', owner: 'default'): string[] {
  return ladders[priority].rungs[owner].map(
    ({ after, endOfStaffedDay, tell, show }) => `${after ?? `day ${endOfStaffedDay}`} ${tell?.join('+') ?? show}`,
  );
}
