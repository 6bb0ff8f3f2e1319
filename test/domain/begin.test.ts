import assert from 'node:assert/strict';
import { decideRaise, decideReport } from '#domain/begin.ts';
import { decideAcknowledge, decideWithdraw, type World } from '#domain/decide.ts';
import { fold, type Incident } from '#domain/incident.ts';
import {
  asked,
  eventsOf,
  follow,
  key,
  patel,
  raised,
  reasonOf,
  reported,
  type Sending,
  sendingOf,
  ticked,
  vaughan,
  worldAt,
} from './incident-world.ts';
import { ali, cole, lowe, shah } from './set-up-people.ts';

const now = worldAt();
const later = worldAt('2026-11-23T10:20:00.000Z');
const send = (incident: Incident, given: Partial<Sending>, world: World) =>
  ticked(
    follow(incident, eventsOf(decideReport(incident, sendingOf({ flags: { immediateDanger: 'yes' }, ...given }, world), world))),
    world,
  );
const take = (incident: Incident, who: string, world: World) => follow(incident, eventsOf(decideAcknowledge(incident, who, false, world)));

describe('sending a report', () => {
  it('twice is once', () => {
    assert.equal(reasonOf(decideReport(reported(), sendingOf({}, now), now)), 'unchanged');
  });

  it('under somebody else’s number is told nothing', () => {
    assert.equal(reasonOf(decideReport(reported(), sendingOf({ reporter: cole }, now), now)), 'nothing-here');
    assert.equal(reasonOf(decideRaise(raised(), { reporter: cole, about: [], walled: [], route: raised().route }, now)), 'nothing-here');
  });

  it('keeps the rules it was routed by', () => {
    assert.deepEqual(reported().policy, { ruleSet: 'dsl-first', version: now.ruleSet.version });
  });

  it('makes the DSL’s own alert climb and wait for the DSL team where the flags ask for it (S-03)', () => {
    const { tellings } = reported({ subjects: ['staff-member'], flags: { cp: 'yes' } });
    const dsl = tellings.find(({ role }) => role === 'dsl');
    assert.deepEqual([dsl?.climb.kind, dsl?.dslMustAnswer], ['to', true]);
    assert.ok(tellings.filter(({ role }) => role !== 'dsl' && role !== 'deputy-dsl').every(({ dslMustAnswer }) => !dslMustAnswer));
  });

  it('never asks the reporter, nor anybody it is about or hidden from', () => {
    assert.ok(!asked(reported({ reporter: shah })).includes(shah));
    assert.ok(!asked(reported({ walled: [shah] })).includes(shah));
  });
});

describe('"In danger now"', () => {
  it('tapped twice is once', () => {
    assert.equal(reasonOf(decideRaise(raised(), { reporter: patel, about: [], walled: [], route: raised().route }, now)), 'unchanged');
  });

  it('is an incident with people asked, before anything is written', () => {
    const danger = raised();
    assert.deepEqual([danger.status, danger.room, danger.reportedAt], ['raised', 'Room 4', undefined]);
    for (const person of [shah, cole, lowe]) assert.ok(asked(danger).includes(person));
  });

  it('stays "raised" when it is taken before the report is written', () => {
    assert.equal(take(raised(), shah, now).status, 'raised');
  });
});

describe('a report written after a danger alert', () => {
  it('leaves who was asked and who answered as it was', () => {
    const told = send(take(raised(), shah, now), {}, later);
    assert.deepEqual([told.status, told.taken?.by, told.reportedAt], ['acknowledged', shah, later.now]);
    assert.ok(asked(told).includes(cole));
  });

  it('that names whoever answered takes it from them and asks others at once (S-01)', () => {
    const told = send(take(raised(), shah, now), { subjects: ['dsl'], walled: [shah] }, later);
    assert.notEqual(told.taken?.by, shah);
    const people = told.tellings.filter(({ taken }) => taken === undefined).flatMap((telling) => telling.people);
    assert.ok(people.some((person) => person === cole || person === lowe));
    assert.deepEqual(told.walled, [shah]);
  });

  it('keeps walled whom the alert walled', () => {
    assert.deepEqual(send(raised([lowe]), { walled: [ali] }, later).walled, [lowe, ali]);
  });

  it('about a colleague is read no further by senior leaders whom the alert had asked', () => {
    const five = worldAt('2026-11-23T10:05:00.000Z');
    const danger = ticked(raised(), five);
    assert.ok(asked(danger).includes(vaughan));
    const told = send(danger, { subjects: ['staff-member'] }, later);
    assert.deepEqual(asked(told).sort(), [shah, cole, lowe].sort());
  });

  it('gives a role that now owns it the owner’s climb', () => {
    const told = send(raised(), { subjects: ['staff-member'] }, later);
    assert.equal(told.tellings[0]?.role, 'headteacher');
    assert.equal(told.tellings[0]?.climb.kind, 'to');
    assert.ok(told.tellings[0]?.people.includes(lowe));
  });

  it('asks everybody anew when the alert had been closed as a mistake', () => {
    const closed = follow(take(raised(), shah, now), eventsOf(decideWithdraw(take(raised(), shah, now), shah, 'A slip.', now)));
    const told = send(closed, {}, later);
    assert.deepEqual([told.status, told.taken], ['reported', undefined]);
    assert.ok(asked(told).includes(shah));
  });
});

describe('a record', () => {
  it('begins with a danger alert or a report and nothing else', () => {
    assert.throws(() => fold(key, []), /begins with/);
    assert.throws(() => fold(key, [{ type: 'noted', at: now.now, by: shah, text: 'x' }]), /cannot begin with noted/);
  });
});
