/** Rows on one screen. */
const usualSize = 20;

/** One page of a list by the number that a button carried; too high is the last. */
export function pageOf<Row>(rows: readonly Row[], asked: number, size = usualSize): { page: number; more: boolean; shown: Row[] } {
  const last = Math.max(0, Math.ceil(rows.length / size) - 1);
  const page = Math.min(asked, last);
  return { page, more: page < last, shown: rows.slice(page * size, (page + 1) * size) };
}
