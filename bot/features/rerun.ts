import { VersionConflict } from '#stores/records.ts';

const tries = 5;

/** Nothing was written or sent before a conflict, so the whole handler may run again. Rejects with the last `VersionConflict`. */
export async function rerun<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof VersionConflict) || attempt >= tries) throw error;
    }
  }
}
