import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type AuditAnswer,
  auditEvents,
  type Confidence,
  confidenceInGroups,
  confidenceOf,
  fewest,
  isLow,
  type Level,
  type Levels,
  levelsIn,
  topicLevels,
  weakTopics,
} from '#domain/training/audit.ts';
import type { TrainingEvent } from '#domain/training/record.ts';
import { dslFirst, ruleSets } from '#test/domain/rule-sets.ts';
import { recordOf } from './training-world.ts';

const { training } = dslFirst;

describe('saving a self-audit', () => {
  const { topic } = training.audit;
  const saved = { person: 't:robyn', at: '2026-11-23T10:00:00.000Z', today: '2026-11-23', command: 'k2' };
  const done = (on: string, of = topic): TrainingEvent => ({ ...said, entry: 'k1', topic: of, on, source: 'audit' });
  const said = { type: 'done', at: saved.at, by: saved.person } as const;

  for (const [before, events, isDone] of [
    ['nothing', [], true],
    ['a save of the day before', [done('2026-11-22')], true],
    ['another topic of the same day', [done('2026-11-23', 'refresher')], true],
    ['a save of the same day', [done('2026-11-23')], false],
  ] as const)
    it(`after ${before} ${isDone ? 'counts as done' : 'adds nothing'}`, () => {
      const expected = { ...said, entry: 'k2', topic, on: '2026-11-23', source: 'audit' };
      assert.deepEqual(auditEvents(training, recordOf(...events), saved), isDone ? [expected] : []);
    });
});

describe('the answers of a self-audit', () => {
  it('are those of the policy’s own statements and levels, and nothing else', () => {
    const given: Record<string, unknown> = { report: '1', apps: '4', bullying: '5', support: '0', extreme: 2, invented: '1', nudes: ' 3' };
    assert.deepEqual(
      levelsIn(training, (statement) => given[statement]),
      { report: 1, apps: 4 },
    );
  });

  it('count for a topic by the lowest of what is said about it', () => {
    assert.deepEqual(topicLevels(training, { conduct: 4, devices: 2, nudes: 3 }), { 'staff-conduct': 2, nudes: 3 });
  });

  it('are low when they are one of the first two of the scale', () => {
    assert.deepEqual(
      [1, 2, 3, 4, undefined].map((level) => isLow(level as 1 | undefined)),
      [true, true, false, false, false],
    );
  });

  it('are summed up as people at each level, each person once a topic', () => {
    const confidence = confidenceOf(training, [{ conduct: 1, devices: 4 }, { devices: 3 }, { report: 2 }]);
    assert.deepEqual(countsIn(confidence, 'staff-conduct'), [1, 0, 1, 0]);
    assert.deepEqual(countsIn(confidence, 'reporting'), [0, 1, 0, 0]);
    assert.deepEqual(countsIn(confidence, 'nudes'), [0, 0, 0, 0]);
  });

  it('of ten thousand people are summed up in less than half a second', () => {
    const all = Array.from({ length: 10_000 }, () => levelsIn(training, () => '2'));
    const began = performance.now();
    assert.deepEqual(countsIn(confidenceOf(training, all), 'nudes'), [0, 10_000, 0, 0]);
    assert.ok(performance.now() - began < 500);
  });

  it('show first where the largest share would like more, and leave out where nobody would', () => {
    const confidence = confidenceOf(training, [
      { nudes: 1, report: 1 },
      { nudes: 2, report: 4 },
      { nudes: 4, report: 4, pictures: 4 },
    ]);
    assert.deepEqual(weakTopics(confidence), [
      { topic: 'nudes', low: 2, of: 3 },
      { topic: 'reporting', low: 1, of: 3 },
    ]);
  });
});

describe('the answers of a self-audit, for whoever must not learn whose they are', () => {
  const minute = (n: number) => `2026-11-23T10:${String(n).padStart(2, '0')}:00.000Z`;
  const saves = (...given: Levels[]) => given.map((one, i) => [{ at: minute(i), levels: one }]);
  const nudes = (...given: Level[]) => saves(...given.map((level) => ({ nudes: level })));

  const groups: [situation: string, answers: AuditAnswer[][], counts: number[]][] = [
    ['four are not shown', nudes(1, 1, 1, 1), [0, 0, 0, 0]],
    ['five are', nudes(1, 2, 3, 4, 4), [1, 1, 1, 2]],
    ['nine are the first five', nudes(4, 4, 4, 4, 4, 1, 1, 1, 1), [0, 0, 0, 5]],
    ['ten are all ten', nudes(4, 4, 4, 4, 4, 1, 1, 1, 1, 1), [5, 0, 0, 5]],
    ['five in another order are the same five', nudes(4, 4, 4, 4, 4, 1).toReversed(), [0, 0, 0, 5]],
    ['a change of mind does not count', [...nudes(4, 4, 4, 4), saves({ nudes: 1 }, { nudes: 4 }).flat()], [1, 0, 0, 4]],
    ['what was left out at first and answered later does', [...nudes(4, 4, 4, 4), saves({ report: 1 }, { nudes: 2 }).flat()], [0, 1, 0, 4]],
    ['people who left it out do not make up the number', [...nudes(1, 1, 1), ...saves({ report: 1 }, { report: 1 })], [0, 0, 0, 0]],
  ];
  for (const [situation, answers, counts] of groups)
    it(`of ${situation}`, () => assert.deepEqual(countsIn(confidenceInGroups(training, answers), 'nudes'), counts));

  it('never differ between two looks by fewer than five people’s, topic by topic', () => {
    const level = fc.option(fc.constantFrom<Level>(1, 2, 3, 4), { nil: undefined });
    const one = fc.record({ nudes: level, report: level, bullying: level }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 23 }), fc.nat(23), (all, shown) => {
        const looks = [all.slice(0, shown), all].map((some) => confidenceInGroups(training, saves(...(some as Levels[]))));
        for (const { topic, counts } of looks[1] ?? []) {
          const more = counts.map((count, i) => count - (countsIn(looks[0] ?? [], topic)?.[i] ?? 0));
          assert.ok(more.every((n) => n >= 0) && more.reduce((sum, n) => sum + n, 0) % fewest === 0, `${topic}: ${more}`);
        }
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

const countsIn = (confidence: Confidence, key: string) => confidence.find(({ topic }) => topic === key)?.counts;

for (const { key, training: own } of ruleSets) {
  describe(`the statements of the self-audit (${key})`, () => {
    it('are ten, on a scale of four, each one sentence about a topic that staff are trained in', () => {
      assert.equal(own.audit.statements.length, 10);
      assert.equal(own.audit.scale.length, 4);
      for (const { text, topic } of own.audit.statements) {
        assert.match(text, /^(I|When I) [^.]+\.$/);
        assert.ok(text.split(' ').length <= 20, text);
        assert.ok(
          own.topics.some((one) => one.key === topic && one.for.includes('staff')),
          topic,
        );
      }
    });

    it('can each be followed by a reminder of something that is due again', () => {
      for (const { topic } of own.audit.statements) assert.ok(own.topics.find((one) => one.key === topic)?.again !== undefined, topic);
    });
  });
}
