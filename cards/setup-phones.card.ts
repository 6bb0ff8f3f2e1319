import type { Phones } from '#domain/settings.ts';
import { textInput } from './inputs.ts';
import { type Card, line } from './parts.ts';
import { field, type SectionView, sectionCard } from './setup-parts.ts';

export type PhonesForm = Record<keyof Phones, string>;

const labels: PhonesForm = {
  office: 'School office',
  socialCareDay: 'Children’s social care, daytime',
  socialCareNight: 'Children’s social care, nights and weekends',
  lado: 'LADO (local authority designated officer)',
  nspcc: 'NSPCC whistleblowing advice line (may stay empty)',
  prevent: 'Prevent advice (may stay empty)',
};
export const phoneFields = Object.keys(labels) as (keyof Phones)[];

export function setupPhonesCard(view: SectionView<PhonesForm>): Card {
  return sectionCard(view, { title: 'Which numbers are people shown?', save: 'setup.phones-save' }, [
    line('People are shown these at the moment they need them. Please ring each one once before you save it.'),
    ...phoneFields.flatMap((name) => field(textInput(name, labels[name], { value: view.form[name] }), view.problems)),
  ]);
}
