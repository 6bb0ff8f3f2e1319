import assert from 'node:assert/strict';
import type { Card } from '#cards/parts.ts';
import { setupCoverCard } from '#cards/setup-cover.card.ts';
import { setupHolidayCard } from '#cards/setup-holiday.card.ts';
import { setupHoursCard } from '#cards/setup-hours.card.ts';
import { setupLogCard } from '#cards/setup-log.card.ts';
import { setupNoticeCard } from '#cards/setup-notice.card.ts';
import { setupPhonesCard } from '#cards/setup-phones.card.ts';
import { setupPlacesCard } from '#cards/setup-places.card.ts';
import { setupRoleCard } from '#cards/setup-role.card.ts';
import { setupRolesCard } from '#cards/setup-roles.card.ts';
import { setupRuleSetCard } from '#cards/setup-rule-set.card.ts';
import { setupTermsCard } from '#cards/setup-terms.card.ts';
import { setupTestCard } from '#cards/setup-test.card.ts';
import { setupTestAlertCard } from '#cards/setup-test-alert.card.ts';
import { checkCard, partsOf } from '#test/support/check-card.ts';
import { cole, id, lowe, names, overview, place, roles, section, settings, shah, span, stamp } from './setup-fixtures.ts';

const cards: [string, () => Card][] = [
  ['the overview', overview],
  ['the rules', () => setupRuleSetCard({ ...section, form: { ruleSet: '' }, sure: false })],
  [
    'other rules, before they are kept',
    () => setupRuleSetCard({ ...section, form: { ruleSet: 'dsl-first' }, current: 'headteacher-first', sure: true }),
  ],
  ['all roles', () => setupRolesCard({ ...roles, said: 'Saved.' })],
  [
    'one role',
    () =>
      setupRoleCard({
        ...section,
        names,
        waiting: ['Waiting.'],
        form: { role: 'dsl', holders: [shah, cole], outsiderName: '', outsiderPhone: '' },
      }),
  ],
  [
    'places',
    () => setupPlacesCard({ ...section, form: { 'place.p1': 'dsl' }, known: [place], gone: ['Old chat'], unproven: ['Safeguarding'] }),
  ],
  ['hours', () => setupHoursCard({ ...section, form: { opens: '07:45', closes: '17:30', alertsFrom: '07:30', homeTime: '15:20' } })],
  [
    'terms',
    () => setupTermsCard({ ...section, form: { terms: [span], closures: [{ name: '', from: '', to: '' }], inset: ['2026-09-01', ''] } }),
  ],
  ['holidays', () => setupHolidayCard({ ...section, waiting: [], form: { answer: 'set', holders: [shah] } })],
  [
    'telephone numbers',
    () =>
      setupPhonesCard({ ...section, form: { office: '201', socialCareDay: '', socialCareNight: '', lado: '', nspcc: '', prevent: '' } }),
  ],
  ['absences', () => setupCoverCard({ ...section, form: { rows: [{ away: shah, by: '', from: '2026-11-23', to: '' }] } })],
  ['the test before one was sent', () => setupTestCard({ command: 'k1', canSend: true, nobody: false, unproven: [] })],
  [
    'the changes so far',
    () =>
      setupLogCard({ entries: [{ event: { ...stamp, type: 'began', settings }, when: '09:00' }], page: 1, older: true, names, broken: 2 }),
  ],
  [
    'the question to the second person',
    () =>
      setupNoticeCard({
        names,
        kind: 'agree?',
        change: 'c1',
        role: 'dsl',
        to: { holders: [cole] },
        before: { holders: [shah] },
        by: id(5),
      }),
  ],
  ['the question to the person named', () => setupNoticeCard({ names, kind: 'named?', change: 'c1', role: 'dsl', by: id(5) })],
  ['a settled change', () => setupNoticeCard({ names, kind: 'settled', role: 'dsl', now: { holders: [cole] }, how: 'agreed', by: lowe })],
  [
    'a change of absence',
    () => setupNoticeCard({ names, kind: 'cover', away: [{ from: 'Mon 23 Nov', to: 'Fri 27 Nov', by: cole }], standsIn: [] }),
  ],
  ['the test in a chat', () => setupTestAlertCard({ test: 't', posting: 't-1' })],
];

describe('every card of set-up', () => {
  for (const [what, draw] of cards) {
    it(`is one that Teams can draw: ${what}`, () => checkCard(draw()));

    it(`carries no name in a button, and blocks no button by a required field: ${what}`, () => {
      const parts = partsOf(draw());
      const carried = JSON.stringify(parts.filter((part) => String(part.type).startsWith('Action.')).map((part) => part.data));
      for (const name of ['Shah', 'Cole', 'Lowe', 'Ali']) assert.ok(!carried.includes(name));
      assert.ok(parts.every((part) => part.isRequired === undefined));
    });
  }
});
