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
import { setupTrainingCard } from '#cards/setup-training.card.ts';
import { cole, id, lowe, names, overview, place, roles, section, settings, shah, span, stamp } from '#test/cards/setup-fixtures.ts';
import type { Sample } from './sample.ts';

/** Cards of set-up. */
export const setup: Sample[] = [
  { file: 'setup-overview.card.ts', what: 'the overview', draw: overview },
  { file: 'setup-rule-set.card.ts', what: 'the rules', draw: () => setupRuleSetCard({ ...section, form: { ruleSet: '' }, sure: false }) },
  {
    file: 'setup-rule-set.card.ts',
    what: 'other rules, before they are kept',
    draw: () => setupRuleSetCard({ ...section, form: { ruleSet: 'dsl-first' }, current: 'headteacher-first', sure: true }),
  },
  { file: 'setup-roles.card.ts', what: 'all roles', draw: () => setupRolesCard({ ...roles, said: 'Saved.' }) },
  {
    file: 'setup-role.card.ts',
    what: 'one role',
    draw: () =>
      setupRoleCard({
        ...section,
        names,
        waiting: ['Waiting.'],
        form: { role: 'dsl', holders: [shah, cole], outsiderName: '', outsiderPhone: '' },
      }),
  },
  {
    file: 'setup-places.card.ts',
    what: 'places',
    draw: () =>
      setupPlacesCard({ ...section, form: { 'place.p1': 'dsl' }, known: [place], gone: ['Old chat'], unproven: ['Safeguarding'] }),
  },
  {
    file: 'setup-hours.card.ts',
    what: 'hours',
    draw: () => setupHoursCard({ ...section, form: { opens: '07:45', closes: '17:30', alertsFrom: '07:30', homeTime: '15:20' } }),
  },
  {
    file: 'setup-terms.card.ts',
    what: 'terms',
    draw: () =>
      setupTermsCard({ ...section, form: { terms: [span], closures: [{ name: '', from: '', to: '' }], inset: ['2026-09-01', ''] } }),
  },
  {
    file: 'setup-holiday.card.ts',
    what: 'holidays',
    draw: () => setupHolidayCard({ ...section, waiting: [], form: { answer: 'set', holders: [shah] } }),
  },
  {
    file: 'setup-phones.card.ts',
    what: 'telephone numbers',
    draw: () =>
      setupPhonesCard({ ...section, form: { office: '201', socialCareDay: '', socialCareNight: '', lado: '', nspcc: '', prevent: '' } }),
  },
  {
    file: 'setup-cover.card.ts',
    what: 'absences',
    draw: () => setupCoverCard({ ...section, form: { rows: [{ away: shah, by: '', from: '2026-11-23', to: '' }] } }),
  },
  {
    file: 'setup-training.card.ts',
    what: 'how often staff are trained',
    draw: () =>
      setupTrainingCard({
        ...section,
        form: { staffMonths: '', auditEvery: 'year' },
        interval: { readings: [6, 24], choices: [6, 12], untilAnswered: 6 },
        audit: { choices: ['year', 'term'] },
      }),
  },
  {
    file: 'setup-overview.card.ts',
    what: 'the overview where the rules leave training open',
    draw: () => overview({ training: { staff: { months: 6, answered: false }, audit: 'year' } }),
  },
  {
    file: 'setup-test.card.ts',
    what: 'the test before one was sent',
    draw: () => setupTestCard({ command: 'k1', canSend: true, nobody: false, unproven: [] }),
  },
  {
    file: 'setup-log.card.ts',
    what: 'the changes so far',
    draw: () =>
      setupLogCard({ entries: [{ event: { ...stamp, type: 'began', settings }, when: '09:00' }], page: 1, older: true, names, broken: 2 }),
  },
  {
    file: 'setup-notice.card.ts',
    what: 'the question to the second person',
    draw: () =>
      setupNoticeCard({
        names,
        kind: 'agree?',
        change: 'c1',
        role: 'dsl',
        to: { holders: [cole] },
        before: { holders: [shah] },
        by: id(5),
      }),
  },
  {
    file: 'setup-notice.card.ts',
    what: 'the question to the person named',
    draw: () => setupNoticeCard({ names, kind: 'named?', change: 'c1', role: 'dsl', by: id(5) }),
  },
  {
    file: 'setup-notice.card.ts',
    what: 'a settled change',
    draw: () => setupNoticeCard({ names, kind: 'settled', role: 'dsl', now: { holders: [cole] }, how: 'agreed', by: lowe }),
  },
  {
    file: 'setup-notice.card.ts',
    what: 'a change of absence',
    draw: () => setupNoticeCard({ names, kind: 'cover', away: [{ from: 'Mon 23 Nov', to: 'Fri 27 Nov', by: cole }], standsIn: [] }),
  },
  { file: 'setup-test-alert.card.ts', what: 'the test in a chat', draw: () => setupTestAlertCard({ test: 't', posting: 't-1' }) },
];
