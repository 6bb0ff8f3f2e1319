import type { Span } from '#domain/set-up-checks.ts';
import { dateInput, textInput } from './inputs.ts';
import { buttons, type Card, columns, type Element, line, subheading, submit } from './parts.ts';
import { field, type SectionView, sectionCard } from './setup-parts.ts';

export type TermsForm = { terms: Span[]; closures: Span[]; inset: string[] };
type Part = keyof TermsForm;

/** Rows are numbered; how many there are travels in the buttons, so that the server knows which fields to read. */
export function setupTermsCard(view: SectionView<TermsForm>): Card {
  const { form } = view;
  const counts = { terms: form.terms.length, closures: form.closures.length, inset: form.inset.length };
  const add = (title: string, part: Part) =>
    buttons([submit(title, 'setup.terms', { ...counts, command: view.command, form: true, add: part })]);
  return sectionCard(view, { title: 'When are the terms and holidays?', save: 'setup.terms-save', data: counts }, [
    line('Outside every term it is holiday. To take a row out, empty all of it.'),
    subheading('Terms'),
    ...form.terms.flatMap((row, i) => spanRow(view, `term-${i}`, `Term ${i + 1}`, row)),
    add('Add a term', 'terms'),
    subheading('Half terms, bank holidays and other closures'),
    ...form.closures.flatMap((row, i) => spanRow(view, `closure-${i}`, `Closure ${i + 1}`, row)),
    add('Add a closure', 'closures'),
    subheading('INSET days (staff without pupils)'),
    ...form.inset.flatMap((day, i) => field(dateInput(`inset-${i}`, `INSET day ${i + 1}`, day === '' ? undefined : day), view.problems)),
    add('Add an INSET day', 'inset'),
  ]);
}

function spanRow({ problems }: SectionView<TermsForm>, id: string, label: string, row: Span): Element[] {
  const day = (text: string) => (text === '' ? undefined : text);
  return [
    ...field(textInput(`${id}-name`, `${label}: name`, { value: row.name }), problems),
    columns([
      field(dateInput(`${id}-from`, `${label}: first day`, day(row.from)), problems),
      field(dateInput(`${id}-to`, `${label}: last day`, day(row.to)), problems),
    ]),
  ];
}
