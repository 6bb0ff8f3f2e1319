/**
 * For what many ask for and one answer serves: the first may go at once, those who ask soon after share one that comes later.
 * Gives the seconds to wait, or undefined when one that comes later is under way already.
 */
export function createSeldom(every: number, machineNow: () => number): (key: string) => number | undefined {
  const next = new Map<string, number>();
  return (key) => {
    const now = machineNow();
    for (const [known, at] of next) if (at + every <= now) next.delete(known);
    const last = next.get(key);
    if (last !== undefined && last > now) return undefined;
    const at = last === undefined ? now : last + every;
    next.set(key, at);
    return Math.ceil((at - now) / 1_000);
  };
}
