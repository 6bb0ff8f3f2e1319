import assert from 'node:assert/strict';
import {
  decideAcknowledge,
  decideAdd,
  decideNote,
  decidePassOn,
  decidePhoneAnswer,
  decideWithdraw,
  inDslTeam,
  mayActAsDsl,
  type World,
} from '#domain/decide.ts';
import type { Incident } from '#domain/incident.ts';
import { asked, eventsOf, follow, patel, raised, reasonOf, reported, settings, ticked, vaughan, worldAt } from './incident-world.ts';
import { headteacherFirst } from './rule-sets.ts';
import { ali, cole, lowe, shah } from './set-up-people.ts';

const now = worldAt();
const later = worldAt('2026-11-23T10:06:00.000Z');
const tenPast = worldAt('2026-11-23T10:10:00.000Z');
const take = (incident: Incident, who: string, world = now, acting = false) =>
  follow(incident, eventsOf(decideAcknowledge(incident, who, acting, world)));
const passOn = (incident: Incident, who: string, world: World) =>
  ticked(follow(incident, eventsOf(decidePassOn(incident, who, 'I am teaching', world))), world);
const close = (incident: Incident) => follow(incident, eventsOf(decideWithdraw(incident, shah, 'A slip.', now)));
const long = 'x'.repeat(4_001);

describe('"I’m dealing with it"', () => {
  it('by the person asked stops the ladder and says who deals with it', () => {
    const taken = take(reported(), shah);
    assert.deepEqual(taken.taken, { by: shah, at: now.now });
    assert.equal(taken.status, 'acknowledged');
    assert.ok(taken.tellings.every((telling) => telling.taken?.by === shah));
  });

  it('pressed twice by the same person is once', () => {
    assert.equal(reasonOf(decideAcknowledge(take(reported(), shah), shah, false, later)), 'unchanged');
  });

  it('by a second person is answered with who was first, and changes nothing', () => {
    assert.equal(reasonOf(decideAcknowledge(take(reported(), shah), cole, false, later)), 'already-acknowledged');
  });

  it('after it was closed is refused', () => {
    assert.equal(reasonOf(decideAcknowledge(close(take(reported(), shah)), cole, false, now)), 'already-closed');
  });

  it('by the headteacher stops only their own part where the DSL must answer (S-03)', () => {
    const danger = ticked(raised(), later);
    assert.ok(asked(danger).includes(lowe));
    const answered = take(danger, lowe, later);
    assert.equal(answered.tellings.filter((telling) => telling.dslMustAnswer && telling.taken !== undefined).length, 0);
    assert.equal(take(answered, cole, tenPast).taken?.by, cole);
  });

  it('by a senior leader who says that they act as DSL stops all of it, and the record says so (S-03)', () => {
    const danger = ticked(raised(), later);
    const [event] = eventsOf(decideAcknowledge(danger, vaughan, true, later));
    assert.equal(event?.type === 'acknowledged' && event.as, 'acting-dsl');
    assert.ok(
      take(danger, vaughan, later, true)
        .tellings.filter(({ dslMustAnswer }) => dslMustAnswer)
        .every(({ taken }) => taken?.by === vaughan),
    );
  });

  it('"acting as DSL" by somebody who may not is an answer for themselves only', () => {
    const danger = raised();
    const [event] = eventsOf(decideAcknowledge(danger, patel, true, now));
    assert.equal(event?.type === 'acknowledged' && event.as, 'self-only');
    const [own] = eventsOf(decideAcknowledge(reported(), shah, true, now));
    assert.equal(own?.type === 'acknowledged' && own.as, 'holder');
  });

  it('for oneself only is not asked again, and not answered twice', () => {
    const answered = take(ticked(raised(), later), vaughan, later);
    assert.deepEqual(answered.answered, [vaughan]);
    assert.equal(reasonOf(decideAcknowledge(answered, vaughan, false, tenPast)), 'unchanged');
  });

  it('for the child’s welfare only does not take the case about the headteacher (duties G-27)', () => {
    const about = reported({ subjects: ['headteacher'], walled: [lowe], flags: { cp: 'yes' } });
    const welfare = take(about, shah);
    assert.equal(welfare.taken, undefined);
    assert.equal(welfare.status, 'reported');
    assert.equal(take(welfare, ali, later).taken?.by, ali);
    assert.equal(reasonOf(decideWithdraw(welfare, shah, 'No.', later)), 'not-yours-to-withdraw');
  });
});

describe('"I can’t: pass it on"', () => {
  it('asks the next people at once, and not the one who passed it on', () => {
    const next = passOn(reported(), shah, later);
    assert.ok(asked(next).includes(cole));
    assert.deepEqual(next.passedOn, [shah]);
    assert.equal(next.status, 'reported');
  });

  it('gives back what was taken', () => {
    const next = passOn(take(reported(), shah), shah, later);
    assert.equal(next.taken, undefined);
    assert.ok(next.tellings.every(({ taken }) => taken === undefined));
  });

  it('needs a few words, and not more than 4,000 characters', () => {
    assert.equal(reasonOf(decidePassOn(reported(), shah, ' \n ', now)), 'needs-a-reason');
    assert.equal(reasonOf(decidePassOn(reported(), shah, long, now)), 'too-long');
  });

  it('twice is once, and by somebody who was never asked there is nothing to pass on', () => {
    assert.equal(reasonOf(decidePassOn(passOn(reported(), shah, now), shah, 'Again', later)), 'unchanged');
    assert.equal(reasonOf(decidePassOn(reported(), lowe, 'No', now)), 'nobody-to-pass-to');
    assert.equal(reasonOf(decidePassOn(take(reported(), shah), cole, 'No', now)), 'already-acknowledged');
  });

  it('by somebody who took it again afterwards really passes it on again', () => {
    const again = take(passOn(reported(), shah, now), shah, later);
    assert.equal(again.taken?.by, shah);
    assert.deepEqual(again.passedOn, []);
    assert.equal(passOn(again, shah, tenPast).taken, undefined);
  });

  it('leaves the case with whoever else has answered', () => {
    const headFirst = worldAt(now.now, { ruleSet: headteacherFirst });
    const both = take(take(reported({}, headFirst), lowe, headFirst), shah, later);
    assert.equal(both.taken?.by, lowe);
    const left = follow(both, eventsOf(decidePassOn(both, lowe, 'I am out', tenPast)));
    assert.deepEqual([left.taken?.by, left.status], [shah, 'acknowledged']);
  });
});

describe('what is written later', () => {
  it('is kept without blanks around it, in order, beside what was said first', () => {
    const once = follow(reported(), eventsOf(decideAdd(reported(), patel, '  It went on today. ', later)));
    assert.deepEqual(once.additions, [{ by: patel, at: later.now, text: 'It went on today.' }]);
    assert.deepEqual(once.report, reported().report);
  });

  for (const [what, decide] of [
    ['something that has changed', decideAdd],
    ['what was decided', decideNote],
  ] as const) {
    it(`needs words, and not too many: ${what}`, () => {
      assert.equal(reasonOf(decide(reported(), shah, ' ', now)), 'needs-words');
      assert.equal(reasonOf(decide(reported(), shah, long, now)), 'too-long');
      assert.equal(reasonOf(decide(close(take(reported(), shah)), shah, 'More', now)), 'already-closed');
    });
  }

  it('closing as raised by mistake is for whoever deals with it, with a reason, once', () => {
    const taken = take(reported(), shah);
    assert.equal(reasonOf(decideWithdraw(taken, cole, 'No', now)), 'not-yours-to-withdraw');
    assert.equal(reasonOf(decideWithdraw(taken, shah, ' ', now)), 'needs-a-reason');
    assert.equal(reasonOf(decideWithdraw(taken, shah, long, now)), 'too-long');
    assert.equal(close(taken).status, 'closed');
    assert.equal(reasonOf(decideWithdraw(close(taken), shah, 'Again', now)), 'already-closed');
  });
});

describe('"Have you rung …?"', () => {
  const outside = {
    ...settings,
    holders: { ...settings.holders, chair: [] },
    outsiders: { chair: { name: 'Mr Ali', phone: '01632 960 140' } },
  };
  const world = worldAt(now.now, { settings: outside });
  const calling = reported({ subjects: ['headteacher'], walled: [lowe] }, world);

  it('keeps an answer once; after "no answer" there may still be "spoken"', () => {
    assert.equal(calling.phone?.name, 'Mr Ali');
    const rang = follow(calling, eventsOf(decidePhoneAnswer(calling, patel, 'no-answer', world)));
    assert.equal(reasonOf(decidePhoneAnswer(rang, patel, 'no-answer', world)), 'unchanged');
    const spoke = follow(rang, eventsOf(decidePhoneAnswer(rang, patel, 'spoke', world)));
    assert.equal(spoke.phone?.answer, 'spoke');
    assert.equal(reasonOf(decidePhoneAnswer(spoke, patel, 'no-answer', world)), 'unchanged');
  });

  it('is nothing to answer where nobody is to be rung', () => {
    assert.equal(reasonOf(decidePhoneAnswer(reported(), patel, 'spoke', now)), 'already-closed');
  });
});

describe('who may act', () => {
  it('is settled by the roles held or stood in for at that moment', () => {
    const cover = [{ away: shah, by: patel, from: '2026-11-23', to: '2026-11-23' }];
    assert.ok(inDslTeam(now, shah) && inDslTeam(now, cole) && !inDslTeam(now, patel));
    assert.ok(inDslTeam(worldAt(now.now, { settings: { ...settings, cover } }), patel));
    assert.ok(mayActAsDsl(now, lowe) && mayActAsDsl(now, vaughan) && !mayActAsDsl(now, shah));
  });
});
