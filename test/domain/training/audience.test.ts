import assert from 'node:assert/strict';
import { Settings } from '#domain/settings.ts';
import { candidates, isDueWithin, isFor, readAudience } from '#domain/training/audience.ts';
import { answeredAfter, mayNudge, nudgeKey } from '#domain/training/campaign-decide.ts';
import type { Member } from '#domain/training/member.ts';
import { Topic } from '#domain/training/policy.ts';
import { campaignOf } from '#test/support/campaigns.ts';

const id = (n: number) => `${'a'.repeat(36)}:${String(n).padStart(36, '0')}`;
const members: Member[] = [
  { id: id(1), name: 'Ms Patel', kind: 'staff' },
  { id: id(2), name: 'Mr Cole', kind: 'staff', left: '2026-11-01' },
  { id: id(3), name: 'Miss Dunne', kind: 'volunteer' },
  { id: id(4), name: 'Mr Ali', kind: 'governor' },
];
const settings = Settings.parse({ holders: { slt: [id(1), id(2)], chair: [id(4)] } });
const form = { who: '', role: '', within: '', named: [] };

describe('who is meant by a reminder', () => {
  const meant = (audience: Parameters<typeof candidates>[1]) =>
    candidates(members, audience, settings).map((person) => Number(person.slice(-2)));

  it('is everybody, a kind, a role or people by name, and never anybody who has left', () => {
    assert.deepEqual(meant({ kind: 'everybody' }), [1, 3, 4]);
    assert.deepEqual(meant({ kind: 'people-kind', of: 'staff' }), [1]);
    assert.deepEqual(meant({ kind: 'people-kind', of: 'volunteer' }), [3]);
    assert.deepEqual(meant({ kind: 'role', role: 'slt' }), [1]);
    assert.deepEqual(meant({ kind: 'role', role: 'no-such-role' }), []);
    assert.deepEqual(meant({ kind: 'named', people: [id(4), id(2), id(9)] }), [4]);
  });

  it('is by topic whoever has it by what they are or what they hold', () => {
    const topic = Topic.parse({
      key: 'governors',
      label: 'Governors',
      why: 'So that they can ask.',
      minutes: 5,
      cite: 'KCSIE, Part two',
      for: ['volunteer', 'chair'],
      withinDays: 30,
      by: 'course',
    });
    assert.deepEqual(
      members.map((member) => isFor(topic, member, settings)),
      [false, false, true, true],
    );
  });

  it('counts those due by a day, those before today among them', () => {
    const owed = [
      { topic: 'a', due: '2026-11-22', standing: 'overdue' as const },
      { topic: 'b', due: '2026-11-30', standing: 'due-soon' as const },
    ];
    const today = '2026-11-23';
    assert.equal(isDueWithin(owed, { within: 0, today }), true);
    assert.equal(isDueWithin(owed, { within: 0, topic: 'b', today }), false);
    assert.equal(isDueWithin(owed, { within: 6, topic: 'b', today }), false);
    assert.equal(isDueWithin(owed, { within: 7, topic: 'b', today }), true);
    assert.equal(isDueWithin([{ topic: 'a', due: today, standing: 'due-soon' }], { within: 0, today }), false);
  });

  const wrong: [what: string, given: Partial<Parameters<typeof readAudience>[0]>, problem: string][] = [
    ['nothing', {}, 'nobody-chosen'],
    ['pupils', { who: 'pupils' }, 'nobody-chosen'],
    ['a role without saying which', { who: 'role' }, 'role-missing'],
    ['a role that there is not', { who: 'role', role: 'king' }, 'role-missing'],
    ['due soon without days', { who: 'due' }, 'days-missing'],
    ['due within minus one', { who: 'due', within: '-1' }, 'days-missing'],
    ['due within ten years', { who: 'due', within: '3650' }, 'days-missing'],
    ['nobody by name', { who: 'named' }, 'nobody-picked'],
    ['too many by name', { who: 'named', named: Array.from({ length: 101 }, (_, n) => id(n)) }, 'too-many-picked'],
  ];
  for (const [what, given, problem] of wrong)
    it(`is asked again for ${what}`, () => assert.deepEqual(readAudience({ ...form, ...given }), { problem }));
});

describe('a nudge', () => {
  const at = '2026-11-23T10:00:00.000Z';
  const sent = campaignOf('C1', 3, at, { state: 'sent', cursor: 3 });

  it('follows a reminder that somebody sent and that is over', () => {
    assert.equal(mayNudge(sent), true);
    assert.equal(mayNudge({ ...sent, state: 'cancelled' }), true);
    assert.equal(mayNudge({ ...sent, state: 'sending' }), false);
    assert.equal(mayNudge({ ...sent, state: 'cancelled', cursor: 0 }), false);
    assert.equal(mayNudge({ ...sent, from: 'daily', content: { kind: 'owed' } }), false);
  });

  it('has one key a day, a nudge of a nudge the same', () => {
    assert.equal(nudgeKey('C1', '2026-11-23'), 'C1-n20261123');
    assert.equal(nudgeKey('C1-n20261123', '2026-11-23'), 'C1-n20261123');
    assert.equal(nudgeKey('C1-n20261123', '2026-11-24'), 'C1-n20261124');
  });

  it('finds answers that only move forward', () => {
    assert.equal(answeredAfter('sent', 'later'), 'later');
    assert.equal(answeredAfter('later', 'help'), 'help');
    assert.equal(answeredAfter('help', 'later'), 'later');
    assert.equal(answeredAfter('unreachable', 'help'), 'help');
    assert.equal(answeredAfter('done', 'later'), 'done');
  });
});
