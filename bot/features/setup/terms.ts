import { setupTermsCard, type TermsForm } from '#cards/setup-terms.card.ts';
import { checkDays, checkSpans, type Span } from '#domain/set-up-checks.ts';
import type { CardRequest } from '#features/handler.ts';
import { readCount, readText, rowsOf } from './read-form.ts';
import { type Section, saveSection, showSection } from './section.ts';

const blank: Span = { name: '', from: '', to: '' };

const section: Section<TermsForm> = {
  title: 'Term dates',
  stored: async ({ loaded }) => {
    const { terms, closures, inset } = loaded.settings.calendar;
    return {
      terms: terms.length === 0 ? [blank, blank, blank] : terms,
      closures: closures.length === 0 ? [blank] : closures,
      inset: inset.length === 0 ? [''] : inset,
    };
  },
  read: async ({ request }) => ({
    terms: readSpans(request, 'terms', 'term'),
    closures: readSpans(request, 'closures', 'closure'),
    inset: rowsOf(countOf(request, 'inset'), (row) => readText(request.data, `inset-${row}`)),
  }),
  check: (form) => ({ ...checkSpans('term', form.terms), ...checkSpans('closure', form.closures), ...checkDays('inset', form.inset) }),
  change: (form, { loaded }) => ({ type: 'set-calendar', calendar: { ...loaded.settings.calendar, ...filled(form) } }),
  draw: setupTermsCard,
};

/** *Add a row* asks for one more than was shown; it arrives empty. */
function countOf({ data }: CardRequest, part: keyof TermsForm): number {
  return readCount(data, part) + (data.add === part ? 1 : 0);
}

function readSpans(request: CardRequest, part: 'terms' | 'closures', prefix: string): Span[] {
  const text = (row: number, field: keyof Span) => readText(request.data, `${prefix}-${row}-${field}`);
  return rowsOf(countOf(request, part), (row) => ({ name: text(row, 'name'), from: text(row, 'from'), to: text(row, 'to') }));
}

function filled({ terms, closures, inset }: TermsForm): TermsForm {
  const typed = (row: Span) => row.name !== '' || row.from !== '' || row.to !== '';
  const byDate = (a: Span, b: Span) => (a.from < b.from ? -1 : 1);
  return {
    terms: terms.filter(typed).sort(byDate),
    closures: closures.filter(typed).sort(byDate),
    inset: [...new Set(inset.filter((day) => day !== ''))].sort(),
  };
}

export const showTerms = showSection(section);
export const saveTerms = saveSection(section);
