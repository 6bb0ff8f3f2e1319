/** The middle of several rounds, and between which values the middle five of seven lie. */
export type Spread = { low: number; median: number; high: number };

/**
 * The lowest and the highest seventh are left out, so that one round in which the machine was busy with something else does
 * not decide. For seven rounds the true median lies within these bounds seven times in eight.
 */
export function spreadOf(rounds: readonly number[]): Spread {
  const sorted = [...rounds].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length / 7);
  return { low: at(sorted, cut), median: at(sorted, Math.floor(sorted.length / 2)), high: at(sorted, sorted.length - 1 - cut) };
}

/** The value below which `share` (0 to 1) of all lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return at(sorted, Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1));
}

function at(sorted: readonly number[], index: number): number {
  const value = sorted[Math.max(0, index)];
  if (value === undefined) throw new Error('Nothing was measured');
  return value;
}
