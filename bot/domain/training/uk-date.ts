import { DateTime, Info } from 'luxon';
import { shortened } from '#domain/typed-text.ts';
import type { Day } from './record.ts';
import { dayProblem, isDay } from './training-day.ts';

/** A day as somebody wrote it, or a sentence about why it is none that can be used. */
type ReadDate = { day: Day } | { problem: string };

const months = Info.months('long', { locale: 'en-GB' });

const inNumbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;
const inWords = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?[ ,-]+(\d{4}|\d{2})$/;
const asStandard = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** A day on which training was done: it has come, and is not older than anything that is kept. `today` is the school's own day. */
export function readUkDate(written: string, today: Day): ReadDate {
  const read = readUkDay(written);
  if ('problem' in read) return read;
  const problem = dayProblem(read.day, today);
  if (problem === undefined) return read;
  return {
    problem: `${quoted(written)} ${problem === 'in-the-future' ? 'has not come yet.' : 'is longer ago than anything that is kept here.'}`,
  };
}

/**
 * Any day, as people in the UK write it: `2/3/25` is 2 March 2025. `2025-03-02` and `2 Mar 2025` are read as well, with or without
 * a time behind them.
 */
export function readUkDay(written: string): ReadDate {
  const text = written.trim().toLowerCase().replace(/\s+/g, ' ');
  if (text === '') return { problem: 'The date is missing.' };
  const parts = partsOf(text);
  if (parts === undefined) return { problem: notADate(written) };
  const { year, month, day } = parts;
  if (month < 1 || month > 12) return { problem: noSuchMonth(written, parts) };
  const whole = `${year}-${two(month)}-${two(day)}`;
  return isDay(whole) ? { day: whole } : { problem: noSuchDay(written, parts) };
}

type Parts = { year: number; month: number; day: number };

function partsOf(text: string): Parts | undefined {
  const dayOnly = text
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /, '')
    .replace(/[ t]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m|z)?$/, '');
  const standard = asStandard.exec(dayOnly);
  if (standard !== null) return { year: Number(standard[1]), month: Number(standard[2]), day: Number(standard[3]) };
  const numbers = inNumbers.exec(dayOnly);
  if (numbers !== null) return { year: yearOf(numbers[3]), month: Number(numbers[2]), day: Number(numbers[1]) };
  const words = inWords.exec(dayOnly);
  const month = words === null ? undefined : monthOf(words[2] ?? '');
  return words === null || month === undefined ? undefined : { year: yearOf(words[3]), month, day: Number(words[1]) };
}

function monthOf(word: string): number | undefined {
  const index = months.findIndex((name) => name.toLowerCase().startsWith(word));
  return index < 0 ? undefined : index + 1;
}

/** Two digits are a year of this century up to 79: no training that counts is older than 1990. */
function yearOf(written = ''): number {
  const year = Number(written);
  if (written.length > 2) return year;
  return year < 80 ? 2000 + year : 1900 + year;
}

function notADate(written: string): string {
  // Excel keeps days as numbers and writes them so when the column is not formatted as a date.
  if (/^[2-6]\d{4}(\.\d+)?$/.test(written.trim()))
    return `${quoted(written)} is Excel’s own number for a day. In Excel format the column as a date, and save the file again.`;
  return `${quoted(written)} cannot be read as a date. Write it as 23/11/2025.`;
}

function noSuchMonth(written: string, { day, month }: Parts): string {
  const swapped = month <= 31 && day >= 1 && day <= 12 ? ' The day comes first here, then the month.' : '';
  return `${quoted(written)} has no month that exists.${swapped}`;
}

function noSuchDay(written: string, { year, month }: Parts): string {
  const last = DateTime.utc(year, month).daysInMonth;
  return `${quoted(written)} does not exist: ${months[month - 1]} ${year} has ${last} days.`;
}

const two = (number: number) => String(number).padStart(2, '0');

/** What stood there, short enough for a sentence. */
export function quoted(written: string): string {
  const text = written.trim().replace(/\s+/g, ' ');
  return `“${text.length > 40 ? `${shortened(text, 39)}…` : text}”`;
}
