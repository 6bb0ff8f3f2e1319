import { type CoverForm, setupCoverCard } from '#cards/setup-cover.card.ts';
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
  check: ({ rows }, context) => ({ ...checkCover(rows, context.known), ...ownCover(rows, context) }),
  change: ({ rows }) => ({ type: 'set-cover', cover: rows.filter(isFilled).map(toAbsence) }),
  draw: setupCoverCard,
};

/** Absences that are over are no longer shown, and go with the next save; the log keeps them. */
function current({ loaded, deps }: Context): Absence[] {
  const today = dayOf(loaded.settings.calendar, deps.now());
  return loaded.settings.cover.filter((entry) => entry.to >= today);
}

/** Beside the field what `decideSetUp` would refuse (S-21). */
function ownCover(rows: CoverRow[], { loaded, request }: Context): Problems {
  const own = request.actor.person.id;
  const stood = (row: CoverRow) => loaded.settings.cover.some((entry) => JSON.stringify(toRow(entry)) === JSON.stringify(row));
  return Object.fromEntries(rows.flatMap((row, i) => (row.by === own && !stood(row) ? [[`cover-${i}-by`, 'own-cover'] as const] : [])));
}

const isFilled = (row: CoverRow) => Object.values(row).some((field) => field !== '');
const toRow = ({ away, by, from, to }: Absence): CoverRow => ({ away, by: by ?? '', from, to });
const toAbsence = ({ away, by, from, to }: CoverRow): Absence => ({ away, ...(by === '' ? {} : { by }), from, to });

export const showCover = showSection(section);
export const saveCover = saveSection(section);
