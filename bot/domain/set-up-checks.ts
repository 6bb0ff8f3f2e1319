import { DateTime } from 'luxon';
import type { CoverProblem } from './cover-checks.ts';
import type { PersonId } from './people.ts';
import { hasHidden } from './typed-text.ts';

/** Why something typed cannot be kept. Each has its sentence in `cards/setup-words.ts`, shown beside the field. */
export type Problem =
  | 'not-in-directory'
  | 'unknown-choice'
  | 'nobody-picked'
  | 'too-many'
  | 'too-many-rows'
  | 'too-long'
  | 'control-characters'
  | 'name-missing'
  | 'phone-missing'
  | 'not-a-phone'
  | 'not-a-time'
  | 'alerts-after-opening'
  | 'closes-before-opening'
  | 'home-outside-hours'
  | 'not-a-date'
  | 'dates-missing'
  | 'ends-before-begins'
  | 'overlaps'
  | 'same-person'
  | CoverProblem;

/** By the id of the input that it belongs beside. Empty when all is well. */
export type Problems = Record<string, Problem>;

const mostHolders = 20;
export const mostRows = 40;
const longestName = 80;
const longestPhone = 40;

const phonePattern = /^(?=(?:\D*\d){3})[+()\d\s-]+(?:(?:ext\.?|extension|x)\s*\d{1,6})?$/i;

/** One line of text such as a name; undefined when it may stay. An empty one may. */
export function checkLine(text: string, longest = longestName): Problem | undefined {
  if (text.includes('\n') || hasHidden(text)) return 'control-characters';
  return text.length > longest ? 'too-long' : undefined;
}

/** Digits, spaces, +, -, brackets and an extension; at least three digits, so that "201" for the office will do. */
export function checkPhone(text: string): Problem | undefined {
  const asLine = checkLine(text, longestPhone);
  if (asLine !== undefined || text === '') return asLine;
  return phonePattern.test(text) ? undefined : 'not-a-phone';
}

export function checkPhones(phones: Record<string, string>): Problems {
  return gather(Object.entries(phones).map(([field, text]) => [field, checkPhone(text)]));
}

export type AssignmentForm = { holders: PersonId[]; outsiderName: string; outsiderPhone: string };

/** `known` is the school's directory: somebody picked who is not in it is refused (pupils are in the picker too). */
export function checkAssignment(form: AssignmentForm, known: (person: PersonId) => boolean): Problems {
  return gather([
    ['holders', form.holders.length > mostHolders ? 'too-many' : undefined],
    ['holders', form.holders.every(known) ? undefined : 'not-in-directory'],
    ['outsider-name', checkLine(form.outsiderName) ?? (form.outsiderName === '' && form.outsiderPhone !== '' ? 'name-missing' : undefined)],
    [
      'outsider-phone',
      checkPhone(form.outsiderPhone) ?? (form.outsiderPhone === '' && form.outsiderName !== '' ? 'phone-missing' : undefined),
    ],
  ]);
}

export type HoursForm = { opens: string; closes: string; alertsFrom: string; homeTime: string };

/** "7.45" and "0745" are times too. Undefined when it is none. */
export function readTime(text: string): string | undefined {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim()) ?? [];
  const time = `${hours.padStart(2, '0')}:${minutes}`;
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : undefined;
}

/** Expects times that `readTime` gave where it could. */
export function checkHours(form: HoursForm): Problems {
  const unread = gather(Object.entries(form).map(([field, text]) => [field, readTime(text) === undefined ? 'not-a-time' : undefined]));
  if (Object.keys(unread).length > 0) return unread;
  return gather([
    ['closes', form.closes <= form.opens ? 'closes-before-opening' : undefined],
    ['alertsFrom', form.alertsFrom > form.opens ? 'alerts-after-opening' : undefined],
    ['homeTime', form.homeTime <= form.opens || form.homeTime > form.closes ? 'home-outside-hours' : undefined],
  ]);
}

export type Span = { name: string; from: string; to: string };

/** Rows of terms or closures, by `<prefix>-<row>-<field>`. Rows left wholly empty count as not there. */
export function checkSpans(prefix: string, rows: Span[]): Problems {
  const found = rows.map((row, i): Problems => (isEmpty(row) ? {} : checkSpan(`${prefix}-${i}`, row, rows.slice(0, i))));
  const tooMany: Problems = rows.length > mostRows ? { [`${prefix}-0-name`]: 'too-many-rows' } : {};
  return Object.assign({}, ...found, tooMany);
}

const isEmpty = (row: Span) => row.name === '' && row.from === '' && row.to === '';

function checkSpan(id: string, row: Span, earlier: Span[]): Problems {
  const dates = checkDates(id, row);
  const overlaps = earlier.some((other) => other.from !== '' && other.from <= row.to && row.from <= other.to);
  return {
    ...gather([
      [`${id}-name`, row.name === '' ? 'name-missing' : checkLine(row.name)],
      [`${id}-from`, overlaps ? 'overlaps' : undefined],
    ]),
    ...dates,
  };
}

/** Both dates, inclusive. */
function checkDates(id: string, { from, to }: { from: string; to: string }): Problems {
  if (from === '' || to === '') return { [`${id}-${from === '' ? 'from' : 'to'}`]: 'dates-missing' };
  const unread = gather([
    [`${id}-from`, isDay(from) ? undefined : 'not-a-date'],
    [`${id}-to`, isDay(to) ? undefined : 'not-a-date'],
  ]);
  if (Object.keys(unread).length > 0) return unread;
  return to < from ? { [`${id}-to`]: 'ends-before-begins' } : {};
}

/** Single days, by `<prefix>-<row>`. */
export function checkDays(prefix: string, days: string[]): Problems {
  return gather(days.map((day, i) => [`${prefix}-${i}`, day === '' || isDay(day) ? undefined : 'not-a-date']));
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid;
}

export type CoverRow = { away: string; by: string; from: string; to: string };

/** Rows of absences, by `cover-<row>-<field>`. `by` may stay empty: nobody stands in. */
export function checkCover(rows: CoverRow[], known: (person: PersonId) => boolean): Problems {
  const found = rows.map((row, i): Problems => {
    if (Object.values(row).every((field) => field === '')) return {};
    const clash = rows.slice(0, i).some((other) => other.away === row.away && other.from <= row.to && row.from <= other.to);
    return {
      ...gather([
        [`cover-${i}-away`, row.away === '' ? 'nobody-picked' : known(row.away) ? undefined : 'not-in-directory'],
        [`cover-${i}-by`, row.by === '' || known(row.by) ? undefined : 'not-in-directory'],
        [`cover-${i}-by`, row.by !== '' && row.by === row.away ? 'same-person' : undefined],
        [`cover-${i}-from`, clash ? 'overlaps' : undefined],
      ]),
      ...checkDates(`cover-${i}`, row),
    };
  });
  return Object.assign({}, ...found, rows.length > mostRows ? { 'cover-0-away': 'too-many-rows' } : {});
}

/** The first problem of each field. */
function gather(found: [field: string, problem: Problem | undefined][]): Problems {
  const problems: Problems = {};
  for (const [field, problem] of found) if (problem !== undefined) problems[field] ??= problem;
  return problems;
}
