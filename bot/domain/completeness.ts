import type { Role } from './people.ts';
import { holdersOnDuty, isVacant } from './roles.ts';
import type { Settings } from './settings.ts';
import type { Instant } from './time.ts';

/** What a school must have settled before it can rely on being told. */
const needs = [
  'rule-set',
  'headteacher',
  'dsl',
  'deputy-dsl',
  'somewhere-to-tell',
  'terms',
  'holiday-contact',
  'office',
  'social-care-day',
  'social-care-night',
  'lado',
] as const;
export type Need = (typeof needs)[number];

/** Reports are taken before this is complete; whoever is set by then is told. */
export function completeness(settings: Settings): { complete: boolean; missing: Need[] } {
  const missing = needs.filter((need) => !met[need](settings));
  return { complete: missing.length === 0, missing };
}

const met: Record<Need, (settings: Settings) => boolean> = {
  'rule-set': (settings) => settings.ruleSet !== undefined,
  headteacher: (settings) => hasAccount(settings, 'headteacher'),
  dsl: (settings) => hasAccount(settings, 'dsl'),
  'deputy-dsl': (settings) => hasAccount(settings, 'deputy-dsl'),
  'somewhere-to-tell': (settings) => hasAccount(settings, 'dsl') || settings.places.some((place) => place.use === 'dsl'),
  terms: (settings) => settings.calendar.terms.length > 0,
  'holiday-contact': ({ holidayContact, ...settings }) =>
    holidayContact === 'none' || (holidayContact === 'set' && !isVacant({ ...settings, holidayContact }, 'holiday-contact')),
  office: ({ phones }) => isGiven(phones.office),
  'social-care-day': ({ phones }) => isGiven(phones.socialCareDay),
  'social-care-night': ({ phones }) => isGiven(phones.socialCareNight),
  lado: ({ phones }) => isGiven(phones.lado),
};

const isGiven = (text: string | undefined) => text !== undefined && text !== '';
const hasAccount = (settings: Settings, role: Role) => (settings.holders[role] ?? []).length > 0;

/** True when a report sent now would reach nobody: the reporter must be told to go to the DSL in person. */
export function nobodyWouldBeTold(settings: Settings, at: Instant): boolean {
  const anybody = (['dsl', 'deputy-dsl', 'headteacher'] as const).some((role) => holdersOnDuty(settings, role, at).length > 0);
  return !anybody && settings.places.length === 0;
}
