/** Rows on one screen. */
const size = 20;

/** One page of a list by the number that a button carried; what is no number, or too high, is the first or the last. */
export function pageOf<Row>(rows: readonly Row[], asked: unknown): { page: number; more: boolean; shown: Row[] } {
  const last = Math.max(0, Math.ceil(rows.length / size) - 1);
  const wanted = typeof asked === 'number' && Number.isInteger(asked) && asked > 0 ? asked : 0;
  const page = Math.min(wanted, last);
  return { page, more: page < last, shown: rows.slice(page * size, (page + 1) * size) };
}
