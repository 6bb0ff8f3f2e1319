import assert from 'node:assert/strict';
import { Settings } from '#domain/settings.ts';
import { candidates, isMeant, lastDueDay, readAudience } from '#domain/training/audience.ts';
import type { Audience, Content } from '#domain/training/campaign.ts';
import { answeredAfter, mayNudge, nudgeKey } from '#domain/training/campaign-decide.ts';
import type { Member } from '#domain/training/member.ts';
import type { Owed } from '#domain/training/owed.ts';
import type { Entry } from '#domain/training/record.ts';
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
  it('is those due within as many days as were chosen', () => {
    for (const within of [7, 30, 90])
      assert.deepEqual(readAudience({ ...form, who: 'due', within: String(within) }), { kind: 'due', within });
  });

  for (const [what, given, problem] of wrong)
    it(`is asked again for ${what}`, () => assert.deepEqual(readAudience({ ...form, ...given }), { problem }));
});

describe('whether a reminder has something to say to somebody', () => {
  const today = '2026-11-23';
  const at = '2026-11-23T10:00:00.000Z';
  const overdue: Owed = { topic: 'a', due: '2026-11-20', standing: 'overdue' };
  const soon: Owed = { topic: 'a', due: '2026-12-11', standing: 'due-soon' };
  const later: Owed = { topic: 'a', due: '2027-11-11', standing: 'later' };
  const done = (minutes: number): Entry => ({
    entry: 'e',
    topic: 'a',
    on: today,
    source: 'self',
    by: id(1),
    at: `2026-11-23T10:${String(minutes).padStart(2, '0')}:00.000Z`,
  });
  const topic = { kind: 'topic', topic: 'a' } as const;
  const update = { ...topic, asNeeded: true } as const;
  const words = { kind: 'words', words: 'Please read this.' } as const;
  const everybody = { kind: 'everybody' } as const;
  const due = { kind: 'due', within: 30 } as const;
  const nudge = { kind: 'not-done', campaign: 'C0' } as const;
  type Case = [what: string, content: Content, audience: Audience, owed: Owed[], entries: Entry[], meant: boolean];
  const cases: Case[] = [
    ['a topic that they owe', topic, everybody, [soon], [], true],
    ['a topic in time, asked of all', topic, everybody, [later], [], true],
    ['a topic owed once and done, or never theirs', topic, everybody, [], [], false],
    ['another topic than theirs', { kind: 'topic', topic: 'b' }, everybody, [soon], [], false],
    ['a topic done before it was confirmed', topic, everybody, [later], [done(0)], true],
    ['a topic done since', topic, everybody, [later], [done(1)], false],
    ['an update, of which nobody owes any', update, everybody, [], [], true],
    ['an update, and one before it', update, everybody, [], [done(0)], true],
    ['an update that they have had', update, everybody, [], [done(1)], false],
    ['an update to those due', update, due, [], [], false],
    ['a nudge of an update', update, nudge, [], [], true],
    ['those due, who are', topic, due, [soon], [], true],
    ['those due, who are not yet', topic, due, [later], [], false],
    ['those overdue only', topic, { kind: 'due', within: 0 }, [soon], [], false],
    ['those overdue, who are', topic, { kind: 'due', within: 0 }, [overdue], [], true],
    ['a nudge, due', topic, nudge, [soon], [], true],
    ['a nudge, in time', topic, nudge, [later], [], false],
    ['a nudge of words', words, nudge, [later], [], true],
    ['words to all', words, everybody, [], [], true],
    ['words to those due, who are', words, due, [soon], [], true],
    ['words to those due, who are not any more', words, due, [later], [], false],
    ['all that is due, and something is', { kind: 'owed' }, due, [soon], [], true],
    ['all that is due, and nothing is', { kind: 'owed' }, due, [later], [], false],
  ];
  const standing = { owed: [{ topic: 'b', due: '2026-11-30', standing: 'due-soon' as const }], entries: [], today };
  const isDue = (within: number) => isMeant({ content: words, audience: { kind: 'due', within }, confirmedAt: at }, standing);

  it('counts those due up to the day that was named, and only those before today as overdue', () => {
    assert.deepEqual([isDue(6), isDue(7), isDue(0)], [false, true, false]);
    const dueToday = { ...standing, owed: [{ topic: 'a', due: today, standing: 'due-soon' as const }] };
    assert.equal(isMeant({ content: words, audience: { kind: 'due', within: 0 }, confirmedAt: at }, dueToday), false);
  });

  for (const [what, content, audience, owed, entries, meant] of cases)
    it(`${meant ? 'has' : 'has not'}: ${what}`, () => {
      assert.equal(isMeant({ content, audience, confirmedAt: at }, { owed, entries, today }), meant);
      const last = lastDueDay({ content, audience }, today);
      // Whoever is meant is never left unread.
      if (meant && last !== undefined) assert.ok(owed.some((one) => one.due <= last));
    });
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
