import { DateTime, IANAZone } from 'luxon';

/**
 * Ladders and calendars ask for the school's wall clock many times a turn, and asking the time-zone tables was most of what a turn
 * cost. Between two changes of the clocks the answer is one number; only near a change do the tables have to be asked.
 */

/** Days remembered for one zone: ten years, more than any calendar reaches. */
const mostDays = 4_000;

/** What never changes once it is known, kept with luxon's one object for the zone: day, then its offset, or `null` near a change. */
const known = new WeakMap<IANAZone, Map<string, number | null>>();

/**
 * Milliseconds by which the zone's clock is ahead of UTC throughout that day, wherever in the world the day is, from a day before
 * to a day after it. Undefined when the clocks change in that time, and for a zone or day that does not exist.
 */
export function steadyOffset(zone: string, day: string): number | undefined {
  const table = IANAZone.create(zone);
  const days = daysOf(table);
  const remembered = days.get(day);
  if (remembered !== undefined) return remembered ?? undefined;
  const offset = lookUp(table, day);
  if (days.size >= mostDays) days.clear();
  days.set(day, offset);
  return offset ?? undefined;
}

function daysOf(table: IANAZone): Map<string, number | null> {
  const days = known.get(table) ?? new Map<string, number | null>();
  known.set(table, days);
  return days;
}

function lookUp(table: IANAZone, day: string): number | null {
  const start = DateTime.fromISO(day, { zone: 'utc' });
  if (!start.isValid || !table.isValid) return null;
  const [before, ...later] = [-1, 0, 1, 2].map((days) => table.offset(start.plus({ days }).toMillis()));
  return before !== undefined && later.every((offset) => offset === before) ? before * 60_000 : null;
}
