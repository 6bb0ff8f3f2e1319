/** 12,345, or "1 row" and "2 rows". */
export function counted(count: number, one?: string, many = `${one}s`): string {
  const number = count.toLocaleString('en-GB');
  return one === undefined ? number : `${number} ${count === 1 ? one : many}`;
}
