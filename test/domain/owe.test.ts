import assert from 'node:assert/strict';
import { decideAcknowledge, decideAdd, decidePassOn } from '#domain/decide.ts';
import type { Incident, IncidentEvent } from '#domain/incident.ts';
import { owe } from '#domain/owe.ts';
import { type Posting, redraw } from '#domain/posting.ts';
import { tick } from '#domain/tick.ts';
import { countingIds } from '#test/support/ids.ts';
import { eventsOf, follow, patel, raised, reported, type Sending, settings, vaughan, worldAt } from './incident-world.ts';
import { ali, cole, lowe, shah } from './set-up-people.ts';

const now = worldAt();
const newId = countingIds();
const oweFor = (incident: Incident, events: IncidentEvent[], before: Posting[] = []) => owe(before, events, { incident, settings, newId });
const shownAll = (postings: Posting[]) => postings.map((posting) => ({ ...posting, shown: posting.want }));
const to = (postings: Posting[], who: string) => postings.filter(({ to: recipient }) => 'person' in recipient && recipient.person === who);
const cards = (postings: Posting[]) => postings.map(({ card }) => card);
const fresh = (after: Posting[], before: Posting[]) => after.filter(({ id }) => !before.some((known) => known.id === id));
const climbedTo = (people: string[]): IncidentEvent => ({
  type: 'climbed',
  at: now.now,
  telling: 0,
  rung: { at: now.now, does: { kind: 'tell', roles: ['dsl'] }, leaves: { from: now.now, next: 1, ahead: 0 } },
  people,
});
const reportEvent: IncidentEvent = { type: 'added', at: now.now, by: patel, text: 'x' };

/** A report as it stands after it was sent and everything was posted. */
function posted(given: Partial<Sending> = {}, incident = reported(given)) {
  const asking = incident.tellings.flatMap((telling, i): IncidentEvent[] => [
    { ...(climbedTo(telling.people) as Extract<IncidentEvent, { type: 'climbed' }>), telling: i },
  ]);
  const begin: IncidentEvent = {
    type: 'danger-raised',
    about: [],
    at: now.now,
    by: incident.reporter,
    walled: [],
    route: incident.route,
    tellings: [],
    policy: incident.policy,
  };
  return { incident, postings: shownAll(oweFor(incident, [begin, ...asking])) };
}

describe('a report just sent', () => {
  it('owes the reporter a receipt that makes no sound, and whoever is asked an alert that rings', () => {
    const { postings } = posted();
    assert.deepEqual(
      to(postings, patel).map(({ card, ring }) => [card, ring]),
      [['receipt', false]],
    );
    assert.deepEqual(
      to(postings, shah).map(({ card, ring }) => [card, ring]),
      [['alert', true]],
    );
  });

  it('is posted once in the place of the DSL team, and not again when it climbs', () => {
    const { incident, postings } = posted();
    const places = (all: Posting[]) => all.filter(({ to: recipient }) => 'place' in recipient);
    assert.equal(places(postings).length, 1);
    assert.equal(places(oweFor(incident, [climbedTo([cole])], postings)).length, 1);
  });

  it('about an adult in school is never posted in a place', () => {
    const { postings } = posted({ subjects: ['staff-member'], flags: { cp: 'yes' } });
    assert.ok(postings.length > 1);
    assert.ok(postings.every(({ to: recipient }) => 'person' in recipient));
  });
});

describe('asking somebody again', () => {
  it('is a new message that rings; the one before points to it', () => {
    const { incident, postings } = posted();
    const again = oweFor(incident, [climbedTo([shah])], postings);
    const alerts = to(again, shah);
    assert.deepEqual(
      alerts.map(({ superseded }) => superseded ?? false),
      [true, false],
    );
    assert.ok((alerts[0]?.want ?? 0) > (alerts[0]?.shown ?? 0));
  });

  it('while the first is still on its way is one message', () => {
    const incident = reported();
    const once = oweFor(incident, [climbedTo([shah])]);
    assert.equal(to(oweFor(incident, [climbedTo([shah])], once), shah).length, 1);
  });

  it('after the first could never be delivered is a new message', () => {
    const incident = reported();
    const failed = oweFor(incident, [climbedTo([shah])]).map((posting) => ({ ...posting, failed: 'blocked' }));
    assert.equal(to(oweFor(incident, [climbedTo([shah])], failed), shah).filter(({ failed: why }) => why === undefined).length, 1);
  });
});

describe('what others do', () => {
  it('redraws every card that stands', () => {
    const { incident, postings } = posted();
    const events = eventsOf(decideAcknowledge(incident, shah, false, now));
    const after = oweFor(follow(incident, events), events, postings);
    assert.ok(after.every(({ want, shown }) => want > shown));
    assert.equal(fresh(after, postings).length, 0);
  });

  it('a delivery redraws the reporter’s receipt only', () => {
    const { incident, postings } = posted();
    const after = oweFor(incident, [{ type: 'not-sent', at: now.now, to: shah, reason: 'blocked' }], postings);
    assert.deepEqual(cards(after.filter(({ want, shown }) => want > shown)), ['receipt']);
    const place: IncidentEvent = { type: 'posted', at: now.now, place: '19:dsl' };
    assert.ok(oweFor(incident, [place], postings).every(({ want, shown }) => want === shown));
  });

  it('passing it on rings the next people', () => {
    const { incident, postings } = posted();
    const decided = eventsOf(decidePassOn(incident, shah, 'I am out', now));
    const events = [...decided, ...tick(follow(incident, decided), now)];
    const after = oweFor(follow(incident, events), events, postings);
    assert.ok(to(fresh(after, postings), cole).some(({ card, ring }) => card === 'alert' && ring));
  });

  it('"something has changed" rings whoever deals with it; while nobody does, everybody who was asked', () => {
    const { incident, postings } = posted({ category: 'online-grooming' });
    const added = (state: Incident) => {
      const events = eventsOf(decideAdd(state, patel, 'More.', now));
      return fresh(oweFor(follow(state, events), events, postings), postings);
    };
    const recipients = (all: Posting[]) =>
      all.map(({ to: recipient }) => ('person' in recipient ? recipient.person : recipient.place)).sort();
    assert.deepEqual(recipients(added(incident)), [shah, cole].sort());
    const taken = follow(incident, eventsOf(decideAcknowledge(incident, cole, false, now)));
    assert.deepEqual(recipients(added(taken)), [cole]);
  });

  it('never rings whoever it is about, nor whoever passed it on, nor the one who wrote', () => {
    const incident = {
      ...reported(),
      walled: [cole],
      passedOn: [vaughan],
      tellings: reported().tellings.map((telling) => ({ ...telling, people: [shah, cole, vaughan, patel] })),
    };
    assert.deepEqual(
      oweFor(incident, [reportEvent]).flatMap(({ to: recipient }) => ('person' in recipient ? [recipient.person] : [])),
      [shah],
    );
  });

  it('the DSL dealing with a report of their own lets a deputy know, but not of one about an adult', () => {
    const own = reported({ reporter: shah });
    const events = eventsOf(decideAcknowledge(own, shah, false, now));
    const informed = oweFor(follow(own, events), events);
    assert.ok(to(informed, cole).some(({ card }) => card === 'informed'));
    const adult = reported({ reporter: shah, subjects: ['staff-member'], flags: { cp: 'yes' } });
    const took = eventsOf(decideAcknowledge(adult, shah, false, now));
    assert.ok(!cards(oweFor(follow(adult, took), took)).includes('informed'));
  });
});

describe('what the reporter must act on', () => {
  const show = (what: 'nobody-yet' | 'held' | 'numbers', at = now.now): IncidentEvent => ({
    ...(climbedTo([]) as Extract<IncidentEvent, { type: 'climbed' }>),
    at,
    rung: { at, does: { kind: 'show', what }, leaves: { from: at, next: 1, ahead: 0 } },
  });

  it('rings: nobody has answered', () => {
    assert.ok(to(oweFor(raised(), [show('nobody-yet')]), patel).some(({ card, ring }) => card === 'nobody-yet' && ring));
  });

  it('stands on the receipt alone while it is part of sending', () => {
    assert.deepEqual(cards(oweFor(reported(), [show('held')])), []);
  });

  it('somebody to be rung, rings', () => {
    const call: IncidentEvent = { type: 'phone-asked', at: now.now, role: 'chair', name: 'Mr Ali' };
    assert.ok(to(oweFor(reported({ subjects: ['headteacher'], walled: [lowe] }), [call]), patel).some(({ card }) => card === 'phone'));
    assert.equal(to(oweFor(reported(), [call]), ali).length, 0);
  });
});

describe('a message that can never be delivered', () => {
  it('is not drawn again', () => {
    const [dead] = redraw([{ ...posted().postings[0], failed: 'gone' } as Posting]);
    assert.equal(dead?.want, posted().postings[0]?.want);
  });
});
