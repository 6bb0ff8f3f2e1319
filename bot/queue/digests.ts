import type { SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import { noteHeads } from '#stores/digest-record.ts';
import type { Records } from '#stores/records.ts';

/** Resolves once the incident's head is noted; rejects when it could not be, so that the queue brings it again. */
export type Digests = (school: SchoolKey, id: string) => Promise<void>;

/** One write at a time for each school: what comes while it is under way goes into the next one together. */
export function createDigests({ records, now }: { records: Records; now: () => Instant }): Digests {
  const waiting = new Map<SchoolKey, { ids: Set<string>; noted: Promise<void> }>();
  const running = new Map<SchoolKey, Promise<void>>();
  return (school, id) => {
    const batch = waiting.get(school);
    if (batch !== undefined) {
      batch.ids.add(id);
      return batch.noted;
    }
    const ids = new Set([id]);
    const before = running.get(school) ?? Promise.resolve();
    const noted = before
      .catch(() => undefined)
      .then(() => {
        waiting.delete(school);
        return noteHeads(records, school, [...ids], now());
      });
    waiting.set(school, { ids, noted });
    running.set(school, noted);
    return noted;
  };
}
