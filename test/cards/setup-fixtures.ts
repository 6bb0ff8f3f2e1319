import { setupOverviewCard } from '#cards/setup-overview.card.ts';
import { completeness } from '#domain/completeness.ts';
import { Settings } from '#domain/settings.ts';

/** Invented people and a school half set up. */
export const id = (n: number) => `${'a'.repeat(36)}:${String(n).padStart(36, '0')}`;
export const [shah, cole, lowe] = [id(1), id(2), id(3)];
export const names = (person: string) => ({ [shah]: 'Mrs Shah', [cole]: 'Mr *Cole* <at>', [lowe]: 'Mrs Lowe' })[person] ?? 'Ms Admin';
export const settings = Settings.parse({
  ruleSet: 'dsl-first',
  holders: { headteacher: [lowe], dsl: [shah] },
  outsiders: { chair: { name: 'Mr Ali', phone: '01632 960 140' } },
  places: [{ conversationId: '19:p', name: 'Safeguarding', kind: 'private-channel', use: 'dsl' }],
});
export const pending = [
  { kind: 'proposed' as const, change: 'c1', role: 'dsl' as const, by: id(5), at: '2026-11-23T09:00:00.000Z', to: { holders: [cole] } },
  { kind: 'named' as const, change: 'c2', role: 'deputy-dsl' as const, by: id(5), at: '2026-11-23T09:00:00.000Z', person: cole },
];
export const roles = { settings, pending, canChange: true, names, confirmers: () => ['Mrs Lowe'] };
export const section = { problems: {}, command: 'k1', leaving: false };
export const span = { name: 'Autumn', from: '2026-09-01', to: '2026-12-18' };
export const stamp = { at: '2026-11-23T09:00:00.000Z', by: id(5) };
export const place = { key: 'place.p1', name: 'Safeguarding, Staff', kind: 'private-channel' as const };

export const overview = (change: object = {}) =>
  setupOverviewCard({
    ...roles,
    missing: completeness(settings).missing,
    nobody: false,
    unreached: [],
    unproven: ['Safeguarding'],
    test: 'Test alert: never sent.',
    absences: 0,
    training: {},
    ...change,
  });
