import assert from 'node:assert/strict';
import { type Draft, newDraft, nextUnsentAt, tickDraft } from '#domain/draft.ts';
import { minutesAfter } from '#domain/minutes.ts';
import { key, monday, patel, settings, worldAt } from './incident-world.ts';
import { cole, shah } from './set-up-people.ts';

const begun = newDraft(key, patel, monday);
const aboutPupil: Draft = { ...begun, notAboutAdult: true };
const look = (draft: Draft, minutes: number, change: object = {}) => tickDraft(draft, worldAt(minutesAfter(monday, minutes), change));
const owed = (draft: Draft, minutes: number, change: object = {}) =>
  look(draft, minutes, change).fresh.map(({ to, card }) => ['person' in to ? to.person : to.place, card]);

describe('a report begun and not sent (S-04)', () => {
  it('owes nothing for ten minutes, then a reminder to whoever began it', () => {
    assert.deepEqual(owed(begun, 9), []);
    assert.deepEqual(owed(begun, 10), [[patel, 'unsent']]);
    assert.equal(nextUnsentAt(begun, worldAt()), minutesAfter(monday, 10));
  });

  it('owes each reminder once, and several that were missed are one message', () => {
    const once = look(begun, 10).draft;
    assert.deepEqual(owed(once, 11), []);
    assert.deepEqual(owed(once, 6 * 60), [[patel, 'unsent']]);
    assert.deepEqual(owed(begun, 6 * 60), [[patel, 'unsent']]);
  });

  it('is told to the DSL after an hour, once, when it is not about an adult', () => {
    assert.deepEqual(owed(look(aboutPupil, 10).draft, 60), [[shah, 'unsent-to-dsl']]);
    assert.deepEqual(owed(look(aboutPupil, 60).draft, 61), []);
  });

  it('is never told to the DSL when it may be about an adult: unknown counts as adult', () => {
    assert.ok(owed(begun, 24 * 60).every(([, card]) => card === 'unsent'));
  });

  it('is told to the deputy when the DSL began it, or is away', () => {
    const { draft } = look({ ...aboutPupil, author: shah }, 10);
    assert.deepEqual(owed(draft, 60), [[cole, 'unsent-to-dsl']]);
    const away = { ...settings, cover: [{ away: shah, from: '2026-11-23', to: '2026-11-23' }] };
    assert.deepEqual(owed(look(aboutPupil, 10).draft, 60, { settings: away }), [[cole, 'unsent-to-dsl']]);
  });

  it('once everything was given, owes nothing more', () => {
    const all = look(look(aboutPupil, 60).draft, 6 * 60).draft;
    assert.equal(nextUnsentAt(all, worldAt(minutesAfter(monday, 6 * 60))), undefined);
  });

  it('sent or put away, reminds nobody and is to be cleared at once', () => {
    const over: Draft = { ...aboutPupil, over: 'sent' };
    assert.deepEqual(owed(over, 24 * 60), []);
    assert.equal(nextUnsentAt(over, worldAt()), monday);
  });
});
