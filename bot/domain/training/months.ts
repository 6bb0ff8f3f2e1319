import type { Day } from './record.ts';

/** S-22: all staff are trained at most twelve months apart, whatever "biannual" is taken to mean. */
export const longestStaffMonths = 12;

/** The same day so many months later; the last of the month where that month is too short (31 August + 6 is 28 or 29 February). */
export function monthsAfter(day: Day, months: number): Day {
  // By hand, like `daysAfter`: luxon's `plus` gives the same days, but with it what ten thousand people owe takes twice the processor's
  // time, and with that longer than the second it may take (`npm run bench -- due-dates`).
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  return dayText(year, month, Math.min(Number(day.slice(8, 10)), daysIn(year, month)));
}

/** The 31 August that ends the academic year after the one in which `day` lies. */
export function endOfNextAcademicYear(day: Day): Day {
  const ends = Number(day.slice(0, 4)) + (day.slice(5, 7) >= '09' ? 1 : 0);
  return dayText(ends + 1, 8, 31);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dayText(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
