import assert from 'node:assert/strict';
import type { World } from '#domain/decide.ts';
import { Settings } from '#domain/settings.ts';
import type { Owed } from '#domain/training/owed.ts';
import { foldTraining, type TrainingEvent } from '#domain/training/record.ts';
import { askForHelp, lastPutOff, putOff, type SayDecision, type Saying, sayDone, whoHelps } from '#domain/training/say.ts';
import { dslFirst, headteacherFirst } from '#test/domain/rule-sets.ts';

const today = '2026-11-23';
const now = '2026-11-23T10:00:00.000Z';
const id = (n: number) => `7e1f5a00-0000-4000-8000-00000000c0de:a1000000-0000-4000-8000-00000000000${n}`;
const me = id(1);
const owing = (due: string): Owed => ({ topic: 'refresher', due, standing: due < today ? 'overdue' : 'due-soon' });

function saying(given: Partial<Saying> = {}, events: TrainingEvent[] = []): Saying {
  return {
    person: me,
    topic: 'refresher',
    now,
    today,
    training: dslFirst.training,
    record: foldTraining(events),
    owed: [owing('2026-12-12')],
    ...given,
  };
}

const reason = (said: SayDecision) => (said.kind === 'refused' ? said.reason : said.kind);
const done = (on: string, certificate = '') => ({ on, certificate, entry: 'k1' });

describe('saying that it is done', () => {
  it('is one’s own word, with the certificate where there is one', () => {
    assert.deepEqual(sayDone(saying(), done(today, ' C-1 ')), {
      kind: 'accepted',
      events: [{ type: 'done', at: now, by: me, entry: 'k1', topic: 'refresher', on: today, source: 'self', certificate: 'C-1' }],
    });
  });

  const refused: [what: string, on: string, given: Partial<Saying>, expected: string][] = [
    ['no day', '', {}, 'no-day'],
    ['31 November', '2026-11-31', {}, 'not-a-day'],
    ['29 February of no leap year', '2025-02-29', {}, 'not-a-day'],
    ['tomorrow', '2026-11-24', {}, 'in-the-future'],
    ['the last day of 1989', '1989-12-31', {}, 'too-long-ago'],
    ['a topic that is done by its quiz', today, { topic: 'reporting' }, 'by-quiz'],
    ['the self-audit', today, { topic: 'audit' }, 'by-audit'],
    ['a topic of nobody’s', today, { topic: 'toString' }, 'unknown-topic'],
  ];
  for (const [what, on, given, expected] of refused)
    it(`does not take ${what}`, () => assert.equal(reason(sayDone(saying(given), done(on))), expected));

  it('takes the first day of 1990, and 29 February of a leap year', () => {
    for (const on of ['1990-01-01', '2024-02-29']) assert.equal(reason(sayDone(saying(), done(on))), 'accepted');
  });

  it('takes no certificate longer than 100 characters', () => {
    assert.equal(reason(sayDone(saying(), done(today, 'a'.repeat(101)))), 'certificate-too-long');
    assert.equal(reason(sayDone(saying(), done(today, 'a'.repeat(100)))), 'accepted');
  });

  it('changes nothing where the same day stands already, unless a certificate comes with it', () => {
    const events: TrainingEvent[] = [{ type: 'done', at: now, by: id(8), entry: 'e', topic: 'refresher', on: today, source: 'recorded' }];
    assert.equal(reason(sayDone(saying({}, events), done(today))), 'unchanged');
    assert.equal(reason(sayDone(saying({}, events), done(today, 'C-1'))), 'accepted');
  });

  it('may be of something that is not owed any more', () => assert.equal(reason(sayDone(saying({ owed: [] }), done(today))), 'accepted'));
});

describe('putting a reminder off', () => {
  for (const [due, until, expected] of [
    ['2026-12-12', '2026-12-12', 'accepted'],
    ['2026-12-12', '2026-12-13', 'after-the-due-day'],
    ['2026-12-12', '2026-11-24', 'accepted'],
    ['2026-12-12', '2026-11-23', 'not-after-today'],
    ['2026-12-12', '2026-11-31', 'not-a-day'],
    ['2026-12-12', '', 'no-day'],
    ['2026-11-23', '2026-12-07', 'accepted'],
    ['2026-11-01', '2026-12-07', 'accepted'],
    ['2026-11-01', '2026-12-08', 'more-than-two-weeks'],
  ] as const)
    it(`due ${due}, until "${until}": ${expected}`, () => assert.equal(reason(putOff(saying({ owed: [owing(due)] }), until)), expected));

  it('has nothing to put off once the topic is not owed', () =>
    assert.equal(reason(putOff(saying({ owed: [] }), '2026-11-25')), 'nothing-owed'));

  it('to the day that stands already changes nothing', () => {
    const events: TrainingEvent[] = [{ type: 'put-off', at: now, by: me, topic: 'refresher', until: '2026-11-25' }];
    assert.equal(reason(putOff(saying({}, events), '2026-11-25')), 'unchanged');
    assert.equal(reason(putOff(saying({}, events), '2026-11-26')), 'accepted');
  });

  it('is possible until the due day, and for two weeks once that has come', () => {
    assert.deepEqual(
      ['2026-12-12', '2026-11-23', '2026-10-01'].map((due) => lastPutOff({ due }, today)),
      ['2026-12-12', '2026-12-07', '2026-12-07'],
    );
  });
});

describe('asking for help', () => {
  it('is noted once until the topic is done', () => {
    const asked: TrainingEvent = { type: 'asked-for-help', at: now, by: me, topic: 'refresher' };
    assert.deepEqual(askForHelp(saying()), { kind: 'accepted', events: [asked] });
    assert.equal(reason(askForHelp(saying({}, [asked]))), 'unchanged');
    const since: TrainingEvent = { type: 'done', at: now, by: me, entry: 'e', topic: 'refresher', on: today, source: 'self' };
    assert.equal(reason(askForHelp(saying({}, [asked, since]))), 'accepted');
    assert.equal(reason(askForHelp(saying({ topic: 'nothing' }))), 'unknown-topic');
  });

  const worldOf = (holders: object, ruleSet: World['ruleSet'] = dslFirst): World => ({
    now,
    newId: () => 'n',
    settings: Settings.parse({ holders }),
    ruleSet,
  });
  for (const ruleSet of [dslFirst, headteacherFirst]) {
    it(`tells the coordinator under ${ruleSet.key} rules, and who is next where there is none or it is the asker`, () => {
      const all = { 'computing-coordinator': [id(8)], dsl: [id(4)], headteacher: [id(6)] };
      const next = ruleSet === dslFirst ? id(4) : id(6);
      assert.deepEqual(whoHelps(worldOf(all, ruleSet), me), [id(8)]);
      assert.deepEqual(whoHelps(worldOf(all, ruleSet), id(8)), [next]);
      assert.deepEqual(whoHelps(worldOf({ ...all, 'computing-coordinator': [] }, ruleSet), me), [next]);
      assert.deepEqual(whoHelps(worldOf({}, ruleSet), me), []);
    });
  }
});
