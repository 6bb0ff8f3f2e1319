import { daysAfter, instantOn } from '#domain/days.ts';
import type { Settings } from '#domain/settings.ts';
import type { Instant } from '#domain/time.ts';
import type { AuditEvery, TrainingPolicy } from './policy.ts';
import type { Day } from './record.ts';

/**
 * Answers that are summed up together: those given from `since` on. `key` is the school year whose documents hold them, so that answers stay
 * where they are when term dates are corrected or the school chooses otherwise. `words`: `the school year 2026/27`, `the autumn term 2026`,
 * or what the school calls its term.
 */
export type Round = { key: string; since: Instant; words: string };

/** Term dates as the school entered them: days inclusive. */
export type Terms = Settings['calendar']['terms'];

type Opening = { from: Day; words: string };

/** A school that has not entered its terms is taken to begin them on these days. */
const usualTerms = [
  { name: 'spring', begins: '01-01' },
  { name: 'summer', begins: '04-15' },
  { name: 'autumn', begins: '09-01' },
];
/** A usual first day so shortly before the first that was entered is the same term's. */
const sameTermDays = 45;

/** What the school chose, where the policy lets it; until then the policy's first. */
export function auditEvery({ audit }: Pick<TrainingPolicy, 'audit'>, { training }: Pick<Settings, 'training'>): AuditEvery {
  return audit.every.find((one) => one === training.auditEvery) ?? audit.every[0];
}

/** The round that a day belongs to. Between two terms the last one's goes on until the next begins. */
export function roundOf(policy: Pick<TrainingPolicy, 'audit'>, settings: Pick<Settings, 'training' | 'calendar'>, today: Day): Round {
  const { calendar } = settings;
  const byTerm = auditEvery(policy, settings) === 'term';
  const { from, words } = (byTerm ? openings(calendar.terms, today).findLast((one) => one.from <= today) : undefined) ?? yearOf(today);
  return { key: `${startOfYear(from, 8)}`, since: instantOn(calendar, from, '00:00'), words };
}

/** The last day on which the self-audit is in time when it was last answered on `last`: so long into the term that begins next, and within it. */
export function dueNextTerm(terms: Terms, last: Day, withinDays: number): Day | undefined {
  const [next, following] = openings(terms, last).filter(({ from }) => from > last);
  if (next === undefined) return undefined;
  const due = daysAfter(next.from, withinDays);
  return following !== undefined && following.from <= due ? daysAfter(following.from, -1) : due;
}

/** Asked for each of ten thousand people; terms never change, they are replaced. */
const known = new WeakMap<Terms, Map<number, Opening[]>>();

/** When terms begin, first to last: as entered, and the usual days before and after what is entered; from a year before `day` to a year after. */
function openings(terms: Terms, day: Day): Opening[] {
  const year = Number(day.slice(0, 4));
  const years = known.get(terms) ?? new Map<number, Opening[]>();
  known.set(terms, years);
  const found = years.get(year) ?? workOut(terms, year);
  years.set(year, found);
  return found;
}

function workOut(terms: Terms, year: number): Opening[] {
  const entered = terms.map(({ name, from }) => ({ from, words: name })).sort((a, b) => (a.from < b.from ? -1 : 1));
  const first = entered[0]?.from;
  const last = terms.reduce((latest, { to }) => (to > latest ? to : latest), '');
  const isOpen = (from: Day) => first === undefined || daysAfter(from, sameTermDays) < first || from > last;
  const usual = [-1, 0, 1].flatMap((years) => usualOpenings(year + years)).filter(({ from }) => isOpen(from));
  return [...usual, ...entered].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function usualOpenings(year: number): Opening[] {
  return usualTerms.map(({ name, begins }) => ({ from: `${year}-${begins}`, words: `the ${name} term ${year}` }));
}

function yearOf(today: Day): Opening {
  const year = startOfYear(today, 9);
  return { from: `${year}-09-01`, words: `the school year ${year}/${String(year + 1).slice(2)}` };
}

/** The calendar year in which the school year of a day began. Some schools come back in August. */
function startOfYear(day: Day, month: 8 | 9): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= month ? year : year - 1;
}
