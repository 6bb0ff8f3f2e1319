import type { PersonId } from '#domain/people.ts';
import { choiceInput, peopleInput } from './inputs.ts';
import { type Card, line } from './parts.ts';
import { field, pickerValue, type SectionView, sectionCard } from './setup-parts.ts';

export type HolidayForm = { answer: string; holders: PersonId[] };

export function setupHolidayCard(view: SectionView<HolidayForm> & { waiting: string[] }): Card {
  const { form, problems } = view;
  const choices = [
    { title: 'Tell the people named here', value: 'set' },
    { title: 'Nobody: show the telephone numbers', value: 'none' },
  ];
  return sectionCard(view, { title: 'Who is told in the holidays?', save: 'setup.holiday-save' }, [
    line('A worry about a child does not wait for term. Either somebody is told once, or whoever reports is shown whom to ring.'),
    ...field(choiceInput('answer', 'In the holidays', choices, form.answer === '' ? {} : { value: form.answer }), problems),
    ...field(peopleInput('holders', 'Holiday contact', pickerValue(form.holders)), problems),
    ...view.waiting.map((words) => line(words, { colour: 'warning' })),
  ]);
}
