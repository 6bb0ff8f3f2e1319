import assert from 'node:assert/strict';
import { addAnswers, isLow, levelsIn, nobodyAnswered, roundOf, topicLevels, weakTopics } from '#domain/training/audit.ts';
import { dslFirst, ruleSets } from '#test/domain/rule-sets.ts';

const { training } = dslFirst;

describe('the round of a self-audit', () => {
  const termly = {
    ...training,
    topics: training.topics.map((topic) => (topic.key === training.audit.topic ? { ...topic, again: { months: 4 } } : topic)),
  };

  for (const [today, words] of [
    ['2026-08-31', 'the school year 2025/26'],
    ['2026-09-01', 'the school year 2026/27'],
    ['2027-01-01', 'the school year 2026/27'],
    ['2099-12-31', 'the school year 2099/00'],
  ] as const)
    it(`on ${today} is ${words}`, () => assert.equal(roundOf(training, today).words, words));

  for (const [today, words, key] of [
    ['2026-12-18', 'the autumn term 2026', '2026-autumn'],
    ['2027-01-05', 'the spring term 2027', '2026-spring'],
    ['2027-04-30', 'the spring term 2027', '2026-spring'],
    ['2027-05-01', 'the summer term 2027', '2026-summer'],
  ] as const)
    it(`on ${today} is ${words}, where it is due each term`, () => assert.deepEqual(roundOf(termly, today), { key, words }));
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
    assert.deepEqual(topicLevels(training, { bullying: 4, support: 2, nudes: 3 }), { 'cyber-bullying': 2, nudes: 3 });
  });

  it('are low when they are one of the first two of the scale', () => {
    assert.deepEqual(
      [1, 2, 3, 4, undefined].map((level) => isLow(level as 1 | undefined)),
      [true, true, false, false, false],
    );
  });

  it('are summed up as people at each level, each person once a topic', () => {
    let confidence = nobodyAnswered(training);
    for (const levels of [{ bullying: 1, support: 4 }, { support: 3 }, { report: 2 }] as const)
      confidence = addAnswers(confidence, training, levels);
    assert.equal(confidence.answered, 3);
    const of = (key: string) => confidence.topics.find(({ topic }) => topic === key)?.counts;
    assert.deepEqual(of('cyber-bullying'), [1, 0, 1, 0]);
    assert.deepEqual(of('reporting'), [0, 1, 0, 0]);
    assert.deepEqual(of('nudes'), [0, 0, 0, 0]);
  });

  it('of ten thousand people are summed up in less than half a second', () => {
    const levels = levelsIn(training, () => '2');
    const began = performance.now();
    let confidence = nobodyAnswered(training);
    for (let i = 0; i < 10_000; i += 1) confidence = addAnswers(confidence, training, levels);
    assert.equal(confidence.answered, 10_000);
    assert.ok(performance.now() - began < 500);
  });

  it('show first where the largest share would like more, and leave out where nobody would', () => {
    let confidence = nobodyAnswered(training);
    for (const levels of [
      { nudes: 1, report: 1 },
      { nudes: 2, report: 4 },
      { nudes: 4, report: 4, pictures: 4 },
    ] as const)
      confidence = addAnswers(confidence, training, levels);
    assert.deepEqual(weakTopics(confidence), [
      { topic: 'nudes', low: 2, of: 3 },
      { topic: 'reporting', low: 1, of: 3 },
    ]);
  });
});

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
