import { type CoverForm, setupCoverCard } from '#cards/setup-cover.card.ts';
import { coverProblems } from '#domain/cover-checks.ts';
import { dayOf } from '#domain/days.ts';
import { type CoverRow, checkCover, type Problems } from '#domain/set-up-checks.ts';
import type { Settings } from '#domain/settings.ts';
import type { Context } from './context.ts';
import { readCount, readPeople, readText, rowsOf } from './read-form.ts';
import { type Section, saveSection, showSection } from './section.ts';

type Absence = Settings['cover'][number];
const blank: CoverRow = { away: '', by: '', from: '', to: '' };

const section: Section<CoverForm> = {
  title: 'Absences',
  stored: async (context) => ({ rows: [...current(context).map(toRow), blank] }),
  read: async (context) => {
    const { data } = context.request;
    const person = (row: number, field: 'away' | 'by') => readPeople(context, `cover-${row}-${field}`)[0] ?? '';
    const day = (row: number, field: 'from' | 'to') => readText(data, `cover-${row}-${field}`);
    const count = readCount(data, 'rows') + (data.add === 'rows' ? 1 : 0);
    return {
      rows: rowsOf(count, (row) => ({ away: person(row, 'away'), by: person(row, 'by'), from: day(row, 'from'), to: day(row, 'to') })),
    };
  },
  check: ({ rows }, context) => {
    const problems = checkCover(rows, context.known);
    return Object.keys(problems).length > 0 ? problems : standInProblems(rows, context);
  },
  change: ({ rows }) => ({ type: 'set-cover', cover: rows.filter(isFilled).map(toAbsence) }),
  draw: setupCoverCard,
};

/** Absences that are over are no longer shown, and go with the next save; the log keeps them. */
function current({ loaded, deps }: Context): Absence[] {
  const today = dayOf(loaded.settings.calendar, deps.now());
  return loaded.settings.cover.filter((entry) => entry.to >= today);
}

/** Beside the field what `decideSetUp` would refuse (S-21). Expects rows without other problems. */
function standInProblems(rows: CoverRow[], { loaded, request }: Context): Problems {
  const filled = rows.flatMap((row, i) => (isFilled(row) ? [{ id: `cover-${i}-by`, absence: toAbsence(row) }] : []));
  const absences = filled.map(({ absence }) => absence);
  const found = coverProblems(loaded.settings, absences, request.actor.person.id);
  return Object.fromEntries(
    filled.flatMap(({ id }, i) => {
      const problem = found[i];
      return problem === undefined ? [] : [[id, problem] as const];
    }),
  );
}

const isFilled = (row: CoverRow) => Object.values(row).some((field) => field !== '');
const toRow = ({ away, by, from, to }: Absence): CoverRow => ({ away, by: by ?? '', from, to });
const toAbsence = ({ away, by, from, to }: CoverRow): Absence => ({ away, ...(by === '' ? {} : { by }), from, to });

export const showCover = showSection(section);
export const saveCover = saveSection(section);
