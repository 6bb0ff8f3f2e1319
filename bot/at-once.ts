/**
 * Does this for every item, so many at a time, in order of starting; gives what came of each, in the same order. After a failure no
 * other is begun; rejects with the first one once those in hand have ended.
 */
export async function atOnce<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const waiting = items.entries();
  const results: Result[] = [];
  const failures: unknown[] = [];
  const lane = async () => {
    for (const [i, item] of waiting) {
      try {
        results[i] = await work(item, i);
      } catch (error) {
        failures.push(error);
      }
      if (failures.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, lane));
  if (failures.length > 0) throw failures[0];
  return results;
}
