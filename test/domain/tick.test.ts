import assert from 'node:assert/strict';
import { decideAcknowledge, decideNote, decidePassOn, decidePhoneAnswer, decideWithdraw, type World } from '#domain/decide.ts';
import type { Incident, IncidentEvent } from '#domain/incident.ts';
import { minutesAfter } from '#domain/minutes.ts';
import { nextTickAt, tick } from '#domain/tick.ts';
import {
  asked,
  eventsOf,
  follow,
  monday,
  patel,
  raised,
  reported,
  type Sending,
  settings,
  ticked,
  vaughan,
  worldAt,
} from './incident-world.ts';
import { ali, cole, lowe, shah, vice } from './set-up-people.ts';

const at = (minutes: number, change: Partial<World> = {}) => worldAt(minutesAfter(monday, minutes), change);
const typesOf = (events: IncidentEvent[]) => events.map(({ type }) => type);
const take = (incident: Incident, who: string, world = at(0)) => follow(incident, eventsOf(decideAcknowledge(incident, who, false, world)));
const urgent: Partial<Sending> = { category: 'online-grooming' };
const aboutHead: Partial<Sending> = { subjects: ['headteacher'], walled: [lowe] };
const withoutChair = {
  ...settings,
  holders: { ...settings.holders, chair: [] },
  outsiders: { chair: { name: 'Mr Ali', phone: '01632 960 140' } },
};

describe('the clock of an urgent report', () => {
  it('asks the DSL and deputy at once, the head and senior leaders after five minutes, and shows the reporter whom to ring after ten', () => {
    const begun = reported(urgent);
    assert.deepEqual(asked(begun).sort(), [shah, cole].sort());
    const five = ticked(begun, at(5));
    assert.deepEqual(asked(five).sort(), [shah, cole, lowe, vaughan].sort());
    assert.deepEqual(ticked(five, at(10)).shown, ['nobody-yet']);
    assert.equal(nextTickAt(begun, at(0)), minutesAfter(monday, 5));
  });

  it('asks everybody again every ten minutes until somebody takes it', () => {
    const late = ticked(ticked(ticked(reported(urgent), at(5)), at(10)), at(15));
    const again = tick(late, at(30));
    assert.ok(again.some((event) => event.type === 'climbed' && event.rung.does.kind === 'repeat' && event.people.includes(shah)));
    const done = take(late, shah, at(30));
    assert.deepEqual(tick(done, at(45)), []);
  });

  it('leaves out whoever has answered for themselves or passed it on', () => {
    const five = ticked(reported(urgent), at(5));
    const answered = take(five, vaughan, at(6));
    const passed = follow(answered, eventsOf(decidePassOn(answered, cole, 'I am out', at(7))));
    const again = tick(ticked(passed, at(10)), at(40)).flatMap((event) => (event.type === 'climbed' ? event.people : []));
    assert.ok(again.includes(shah) && !again.includes(vaughan) && !again.includes(cole));
  });

  it('gives nothing the second time it looks', () => {
    for (const minutes of [0, 5, 10, 60, 600, 6_000]) {
      const world = at(minutes);
      assert.deepEqual(tick(ticked(reported(urgent), world), world), [], `after ${minutes} minutes`);
    }
  });
});

describe('a rung that reaches nobody', () => {
  it('is passed over at once, and the record says so', () => {
    const vacant = { ...settings, holders: { ...settings.holders, dsl: [] } };
    const begun = reported({}, at(0, { settings: vacant }));
    assert.ok(asked(begun).includes(cole));
  });

  it('whose only holder reported it goes on to the next', () => {
    assert.ok(asked(reported({ reporter: shah })).includes(cole));
  });

  it('where nobody is set, shows the reporter that nobody is', () => {
    const empty = { ...settings, holders: {} };
    const begun = reported(urgent, at(0, { settings: empty }));
    assert.deepEqual(asked(begun), []);
    assert.ok(begun.shown.includes('nobody-yet'));
  });
});

describe('somebody who has to be told and has no account', () => {
  const world = (minutes: number) => at(minutes, { settings: withoutChair });
  const begun = reported(aboutHead, world(0));

  it('is rung by the reporter, and never counts as told', () => {
    assert.deepEqual([begun.phone?.role, begun.phone?.asked.length], ['chair', 1]);
    assert.ok(!begun.tellings[0]?.people.length);
  });

  it('is asked about again after 15 and 60 minutes, until they were spoken to', () => {
    const calls = (incident: Incident, minutes: number) => tick(incident, world(minutes)).filter((event) => event.type === 'phone-asked');
    assert.equal(calls(begun, 14).length, 0);
    assert.ok(calls(begun, 15).length >= 1);
    const spoke = follow(begun, eventsOf(decidePhoneAnswer(begun, patel, 'spoke', world(1))));
    assert.equal(calls(spoke, 15).length, 0);
  });

  it('is asked about three times at most, and nobody else is to be rung meanwhile', () => {
    const late = ticked(ticked(ticked(begun, world(15)), world(60)), world(3 * 24 * 60));
    assert.deepEqual([late.phone?.role, late.phone?.asked.length], ['chair', 3]);
  });
});

describe('a concern about an adult', () => {
  it('about the headteacher goes to the chair, then the vice-chair, and to no senior leader', () => {
    const people = asked(ticked(ticked(reported({ ...aboutHead, flags: { cp: 'yes' } }), at(5)), at(120)));
    assert.ok(people.includes(ali) && people.includes(vice));
    assert.ok(!people.includes(lowe) && !people.includes(vaughan));
  });

  it('about a colleague reaches no senior leader', () => {
    const given: Partial<Sending> = { subjects: ['staff-member'], flags: { immediateDanger: 'yes' } };
    const people = asked([5, 10, 20, 60].reduce((incident, minutes) => ticked(incident, at(minutes)), reported(given)));
    assert.ok(people.includes(lowe) && people.includes(shah) && !people.includes(vaughan));
  });

  it('tells the DSL team alone of the child’s welfare', () => {
    const welfare = ticked(ticked(reported({ ...aboutHead, flags: { cp: 'yes' } }), at(5)), at(120)).tellings.filter(
      ({ welfareOnly }) => welfareOnly,
    );
    assert.ok(welfare.length > 0);
    for (const { people } of welfare) assert.ok(people.every((who) => who === shah || who === cole));
  });
});

describe('somebody told in person already', () => {
  const told = { ...urgent, report: { toldInPerson: cole } };

  it('is the only one asked at first', () => {
    assert.deepEqual(reported(told).tellings[0]?.people, [cole]);
  });

  it('unanswered, it climbs like any other', () => {
    assert.ok(asked(ticked(reported(told), at(5))).includes(lowe));
  });
});

describe('after "I’m dealing with it"', () => {
  const taken = take(reported(urgent), shah);

  it('a first decision is asked for once, after an hour', () => {
    assert.equal(nextTickAt(taken, at(1)), minutesAfter(monday, 60));
    assert.deepEqual(typesOf(tick(taken, at(60))), ['decision-chased']);
    assert.deepEqual(tick(ticked(taken, at(60)), at(600)), []);
  });

  it('is not asked for once something is written down', () => {
    assert.deepEqual(tick(follow(taken, eventsOf(decideNote(taken, shah, 'Spoke to the child.', at(10)))), at(60)), []);
  });

  it('is not asked for where nobody may be at risk today', () => {
    const standard = take(reported({ category: 'harmful-content' }), shah);
    assert.equal(standard.route.priority === 'standard' ? nextTickAt(standard, at(1)) : undefined, undefined);
  });

  it('once closed the clock owes nothing', () => {
    const closed = follow(taken, eventsOf(decideWithdraw(taken, shah, 'A slip.', at(1))));
    assert.deepEqual([tick(closed, at(600)), nextTickAt(closed, at(1))], [[], undefined]);
  });
});

describe('a danger alert whose report never comes', () => {
  it('climbs all the same', () => {
    assert.ok(asked(ticked(raised(), at(5))).includes(lowe));
  });
});
