import type { HoursForm } from '#domain/set-up-checks.ts';
import { type Card, line } from './parts.ts';
import { field, type SectionView, sectionCard, timeInput } from './setup-parts.ts';

export function setupHoursCard({ form, problems, ...view }: SectionView<HoursForm>): Card {
  return sectionCard({ form, problems, ...view }, { title: 'When is the school open?', save: 'setup.hours-save' }, [
    line('On school days between these times an alert climbs from person to person until somebody takes it.'),
    ...field(timeInput('opens', 'Staffed from', form.opens), problems),
    ...field(timeInput('closes', 'Staffed until', form.closes), problems),
    ...field(timeInput('alertsFrom', 'What was held overnight is sent at', form.alertsFrom), problems),
    ...field(timeInput('homeTime', 'Pupils go home at', form.homeTime), problems),
  ]);
}
