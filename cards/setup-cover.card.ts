import type { CoverRow } from '#domain/set-up-checks.ts';
import { dateInput, peopleInput } from './inputs.ts';
import { buttons, type Card, columns, type Element, line, subheading, submit } from './parts.ts';
import { field, pickerValue, type SectionView, sectionCard } from './setup-parts.ts';

export type CoverForm = { rows: CoverRow[] };

export function setupCoverCard(view: SectionView<CoverForm>): Card {
  const { form, command } = view;
  const counts = { rows: form.rows.length };
  return sectionCard(view, { title: 'Who is away, and who stands in?', save: 'setup.cover-save', data: counts }, [
    line(
      'Between the two days, both included, whoever stands in is told instead. Both people are told about this. To take a row out, empty all of it.',
    ),
    line('You cannot name yourself to stand in.', { subtle: true }),
    ...form.rows.flatMap((row, i) => absence(view, row, i)),
    buttons([submit('Add an absence', 'setup.cover', { ...counts, command, form: true, add: 'rows' })]),
  ]);
}

function absence({ problems }: SectionView<CoverForm>, row: CoverRow, i: number): Element[] {
  const one = (id: string, label: string, person: string) =>
    field(peopleInput(`cover-${i}-${id}`, label, { multiple: false, ...pickerValue(person === '' ? [] : [person]) }), problems);
  const day = (id: string, label: string, text: string) =>
    field(dateInput(`cover-${i}-${id}`, label, text === '' ? undefined : text), problems);
  return [
    subheading(`Absence ${i + 1}`),
    ...one('away', 'Who is away?', row.away),
    ...one('by', 'Who stands in? (may stay empty)', row.by),
    columns([day('from', 'First day', row.from), day('to', 'Last day', row.to)]),
  ];
}
