import assert from 'node:assert/strict';
import { beginClimb, nextRung } from '#domain/ladder.ts';
import { type Role, roles } from '#domain/people.ts';
import type { Ladders, Priority } from '#domain/policy.ts';
import { ruleSets } from './rule-sets.ts';
import { gmt, schoolYear } from './school-year.ts';
import { line, punctually, sectionThree } from './section-three.ts';

const monday = gmt('2026-11-23 10:00');
const week = gmt('2026-11-28 10:00');

function firstWeek(ladders: Ladders, role: Role, priority: Priority) {
  return punctually(beginClimb({ role, kind: 'to', priority }, monday), week, schoolYear, ladders).taken;
}

for (const { key, ladders } of ruleSets) {
  describe(`the ladders of the ${key} rule set`, () => {
    it('tell the same people at the same times as section 3 where the DSL is the owner', () => {
      for (const priority of ['urgent', 'high', 'standard', 'routine'] as const) {
        assert.deepEqual(firstWeek(ladders, 'dsl', priority).map(line), firstWeek(sectionThree, 'dsl', priority).map(line));
      }
    });

    it('tell every owner at once of all but routine reports', () => {
      for (const role of roles) {
        for (const priority of ['urgent', 'high', 'standard'] as const) {
          const rung = nextRung(ladders, beginClimb({ role, kind: 'to', priority }, monday), schoolYear);
          assert.ok(rung?.at === monday && rung.does.kind === 'tell' && rung.does.roles.includes(role), `${role}, ${priority}`);
        }
      }
    });

    it('never come to the headteacher or the DSL team from the chair, by day or by night', () => {
      for (const role of ['chair', 'vice-chair'] as const) {
        for (const priority of ['urgent', 'high', 'standard', 'routine'] as const) {
          const told = firstWeek(ladders, role, priority).flatMap(({ does }) => (does.kind === 'show' ? [] : does.roles));
          assert.deepEqual(
            told.filter((other) => other !== 'chair' && other !== 'vice-chair'),
            [],
          );
        }
      }
    });
  });
}
