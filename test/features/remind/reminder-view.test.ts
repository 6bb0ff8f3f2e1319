import assert from 'node:assert/strict';
import { parseRuleSet } from '#domain/policy.ts';
import { Settings } from '#domain/settings.ts';
import type { Campaign } from '#domain/training/campaign.ts';
import type { Owed } from '#domain/training/owed.ts';
import type { Entry } from '#domain/training/record.ts';
import { nothingRecorded } from '#domain/training/record.ts';
import { type Reminded, reminderView } from '#features/remind/reminder-view.ts';
import dslFirst from '#policies/dsl-first.json' with { type: 'json' };
import { campaignOf } from '#test/support/campaigns.ts';

const at = '2026-11-23T10:00:00.000Z';
const today = '2026-11-23';
const person = `${'a'.repeat(36)}:${'b'.repeat(36)}`;
const world = { now: at, newId: () => 'x', settings: Settings.parse({}), ruleSet: parseRuleSet(dslFirst) };
const soon: Owed = { topic: 'refresher', due: '2026-12-11', standing: 'due-soon' };
const later: Owed = { topic: 'refresher', due: '2027-11-11', standing: 'later' };
const done: Entry = { entry: 'e1', topic: 'refresher', on: today, source: 'recorded', by: person, at: '2026-11-23T10:05:00.000Z' };

type Given = {
  owed?: Owed[];
  entries?: Entry[];
  putOff?: Record<string, string>;
  changes?: Partial<Campaign>;
  recipient?: Reminded['recipient'];
};

function view({ owed = [soon], entries = [], putOff = {}, changes = {}, recipient }: Given) {
  const campaign = campaignOf('C1', 1, at, { content: { kind: 'topic', topic: 'refresher' }, ...changes });
  const record = { ...nothingRecorded, entries, putOff };
  const loaded = { school: 's', person, record, events: [], applied: [] };
  const tenure = { kind: 'staff' as const, roles: [], started: '2020-09-01' };
  const asked = owed.map((one): Owed => ({ ...one, ...(putOff[one.topic] === undefined ? {} : { putOffUntil: putOff[one.topic] }) }));
  return reminderView({ campaign, learner: { loaded, tenure, owed: asked, today }, recipient }, world, () => 'Mr Field');
}

describe('whoever has nothing to be reminded of', () => {
  const nobody: [what: string, given: Given][] = [
    ['does not have the topic', { owed: [] }],
    ['has done it since the reminder was confirmed', { owed: [later], entries: [done] }],
    ['is no longer due when those due were meant', { owed: [later], changes: { audience: { kind: 'due', within: 30 } } }],
    [
      'is in date when those who had not answered are nudged',
      { owed: [later], changes: { audience: { kind: 'not-done', campaign: 'C0' } } },
    ],
    ['has put off all that is due', { putOff: { refresher: '2026-11-30' }, changes: { content: { kind: 'owed' } } }],
    ['owes nothing soon', { owed: [later], changes: { content: { kind: 'owed' } } }],
  ];
  for (const [what, given] of nobody) it(`${what}: is not written to`, () => assert.equal(view(given), 'nothing-owed'));

  it('still has the card that stands in their chat already', () => {
    const drawn = view({ owed: [later], entries: [done], recipient: { said: [], applied: [] } });
    assert.ok(drawn !== 'nothing-owed');
    assert.deepEqual(
      drawn.topics.map(({ next, due }) => [next, due]),
      [['Thursday 11 November 2027', undefined]],
    );
  });
});

describe('whoever is written to', () => {
  it('is everybody who was meant, in date or not', () => assert.notEqual(view({ owed: [later] }), 'nothing-owed'));

  it('finds first what they asked to hear of today, and four at most', () => {
    const keys = ['prevent', 'cyber-bullying', 'nudes', 'reporting', 'refresher'];
    const owed = keys.map((topic): Owed => ({ topic, due: '2026-12-01', standing: 'due-soon' }));
    const drawn = view({ owed, putOff: { refresher: today }, changes: { content: { kind: 'owed' } } });
    assert.ok(drawn !== 'nothing-owed');
    assert.deepEqual(
      drawn.topics.map(({ key }) => key),
      ['refresher', ...keys.slice(0, 3)],
    );
    assert.equal(drawn.more, 1);
  });

  it('and named a day of long ago is told that it is due all the same', () => {
    const overdue: Owed = { topic: 'refresher', due: '2026-11-01', standing: 'overdue' };
    const entry: Entry = { ...done, on: '2025-11-01', source: 'self', at };
    const drawn = view({
      owed: [overdue],
      entries: [entry],
      recipient: { said: [{ answered: 'done', at, topic: 'refresher' }], applied: ['c'] },
    });
    assert.ok(drawn !== 'nothing-owed');
    assert.deepEqual(drawn.topics[0]?.due, { day: 'Sunday 1 November', passed: true });
    assert.equal(drawn.topics[0]?.said?.kind, 'done');
  });
});
