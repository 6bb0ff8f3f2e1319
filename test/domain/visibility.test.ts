import assert from 'node:assert/strict';
import { decideAcknowledge } from '#domain/decide.ts';
import type { Incident } from '#domain/incident.ts';
import { type Sight, sightOf } from '#domain/visibility.ts';
import { eventsOf, follow, monday, patel, reported, settings, ticked, vaughan, worldAt } from './incident-world.ts';
import { admin, ali, cole, lowe, person, shah, vice } from './set-up-people.ts';

const now = worldAt();
const take = (incident: Incident, who: string) => follow(incident, eventsOf(decideAcknowledge(incident, who, false, now)));
const governor = person(30);
const holders = { ...settings.holders, 'link-governor': [governor], 'it-support': [person(31)], 'computing-coordinator': [person(32)] };
const school = { ...settings, holders };
const people = {
  reporter: patel,
  dsl: shah,
  deputy: cole,
  head: lowe,
  leader: vaughan,
  chair: ali,
  vice,
  governor,
  it: person(31),
  coordinator: person(32),
  administrator: admin,
};
type Who = keyof typeof people;

const pupil = reported();
const urgent = ticked(reported({ category: 'online-grooming' }), worldAt('2026-11-23T10:05:00.000Z'));
const aboutHead = reported({ subjects: ['headteacher'], walled: [lowe], flags: { cp: 'yes' } });
const aboutDsl = reported({ subjects: ['dsl'], walled: [shah], flags: { cp: 'yes' } });
const aboutTeacher = reported({ reporter: vaughan, subjects: ['staff-member'], walled: [patel], flags: { cp: 'yes' } });
const hidden = reported({ walled: [cole] });
const mine = reported({ subjects: ['staff-member'], walled: [patel], report: { mine: true } });

/** Whoever is not named sees nothing: for them it does not exist (S-24). */
const table: [what: string, incident: Incident, sight: Partial<Record<Who, Sight>>][] = [
  ['bullying between pupils, just sent', pupil, { reporter: 'own', dsl: 'case' }],
  ['something urgent after five minutes', urgent, { reporter: 'own', dsl: 'case', deputy: 'case', head: 'case', leader: 'case' }],
  ['about the headteacher', aboutHead, { reporter: 'own', chair: 'case', dsl: 'welfare', deputy: 'welfare' }],
  [
    'about the headteacher, after the DSL has answered for the child',
    take(aboutHead, shah),
    { reporter: 'own', chair: 'case', dsl: 'welfare', deputy: 'welfare' },
  ],
  ['about the DSL', aboutDsl, { reporter: 'own', head: 'case', deputy: 'case' }],
  ['about a teacher, whom it is about', aboutTeacher, { leader: 'own', head: 'case', dsl: 'case', deputy: 'case' }],
  ['hidden from the deputy', hidden, { reporter: 'own', dsl: 'case' }],
  ['hidden from the deputy, taken by the DSL', take(hidden, shah), { reporter: 'own', dsl: 'case' }],
  ['a teacher’s report about themself', mine, { reporter: 'own-frozen', head: 'case', dsl: 'case' }],
  [
    'the DSL’s own report about a colleague, which the DSL has answered',
    take(reported({ reporter: shah, subjects: ['staff-member'], walled: [patel] }), shah),
    { dsl: 'case', head: 'case' },
  ],
  ['the DSL’s own report, which the DSL deals with', take(reported({ reporter: shah }), shah), { dsl: 'case', deputy: 'case' }],
];

describe('who sees what', () => {
  for (const [what, incident, sight] of table) {
    it(what, () => {
      const seen = Object.entries(people).map(([who, id]) => [who, sightOf(incident, id, school, monday)]);
      const expected = Object.keys(people).map((who) => [who, sight[who as Who]]);
      assert.deepEqual(
        seen.filter(([, what]) => what),
        expected.filter(([, what]) => what),
      );
    });
  }

  it('is the same for somebody who stands in for the DSL, on that day only', () => {
    const cover = [{ away: shah, by: patel, from: '2026-11-23', to: '2026-11-23' }];
    const other = reported({ reporter: vaughan });
    assert.equal(sightOf(other, patel, { ...school, cover }, monday), 'case');
    assert.equal(sightOf(other, patel, { ...school, cover }, '2026-11-24T10:00:00.000Z'), undefined);
  });

  it('stays with whoever was asked, also when they hold the role no longer', () => {
    assert.equal(sightOf(pupil, shah, { ...school, holders: { ...holders, dsl: [cole] } }, monday), 'case');
  });

  it('is nothing for whoever it is about, whatever they hold, were asked or have taken', () => {
    const walled = { ...take(pupil, shah), walled: [shah] };
    assert.equal(sightOf(walled, shah, school, monday), undefined);
    assert.equal(sightOf({ ...pupil, walled: [patel] }, patel, school, monday), undefined);
  });
});
