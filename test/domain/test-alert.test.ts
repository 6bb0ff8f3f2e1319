import assert from 'node:assert/strict';
import { newTestAlert, outcomes, receive, unprovenPlaces } from '#domain/test-alert.ts';
import { admin, cole, now, shah, start } from './set-up-people.ts';

describe('a test alert', () => {
  const channel = { conversationId: '19:p', name: 'Safeguarding', kind: 'private-channel', use: 'dsl' };
  const settings = start({ holders: { dsl: [shah], slt: [shah, cole] }, places: [channel] }).settings;
  const test = () => newTestAlert('t', settings, admin, now);

  it('goes to everybody once, and to every place', () => {
    assert.deepEqual(
      test().postings.map(({ id, to }) => [id, to]),
      [
        ['t-1', { person: shah }],
        ['t-2', { person: cole }],
        ['t-3', { place: '19:p' }],
      ],
    );
  });

  it('is confirmed by whoever was sent it, and by nobody else', () => {
    assert.equal(receive(test(), 't-1', cole, now), undefined);
    assert.equal(receive(test(), 't-9', shah, now), undefined);
    const received = receive(test(), 't-1', shah, now);
    assert.deepEqual(received && outcomes(received).map(({ outcome }) => outcome), ['confirmed', 'waiting', 'waiting']);
  });

  it('confirmed twice keeps the first', () => {
    const once = receive(test(), 't-3', shah, now);
    assert.equal(once && receive(once, 't-3', cole, '2026-11-23T10:00:00.000Z'), once);
  });

  it('says what was delivered and what failed', () => {
    const [first, second, third] = test().postings;
    assert.ok(first && second && third);
    const postings = [{ ...first, shown: 1 }, { ...second, failed: 'not-installed' }, third];
    assert.deepEqual(
      outcomes({ ...test(), postings }).map(({ outcome }) => outcome),
      ['delivered', 'failed', 'waiting'],
    );
  });

  it('is what a private channel counts by', () => {
    assert.equal(unprovenPlaces(settings, undefined).length, 1);
    assert.deepEqual(
      unprovenPlaces({ ...settings, places: settings.places.map((place) => ({ ...place, kind: 'group-chat' })) }, undefined),
      [],
    );
    assert.equal(unprovenPlaces(settings, test()).length, 1);
    const arrived = test().postings.map((posting) => ({ ...posting, shown: 1 }));
    assert.equal(unprovenPlaces(settings, { ...test(), postings: arrived }).length, 0);
    assert.equal(
      unprovenPlaces(settings, { ...test(), postings: arrived.map((posting) => ({ ...posting, failed: 'roster-unread' })) }).length,
      1,
    );
  });
});
