import { StoreMisuse } from './misuse.ts';
import type { Kind, Records } from './records.ts';
import { NotWritten } from './write-once.ts';

export type WatchedWrites = {
  records: Records;
  /** Whether anything written through `records` is stored, or may be, although it broke with `error`. */
  mayBeStored: (error: unknown) => boolean;
};

/**
 * The same records, watched: "not saved" is said only where nothing is. A write that was refused counts, since it may have been done all
 * the same, unless `error` says that it was read back. What is only kept on the way, `aside`, and that a reading was logged do not count.
 */
export function watchedWrites(records: Records, aside: readonly Kind[] = []): WatchedWrites {
  const stored = new Set<string>();
  const watched = async <Result>(id: string, write: Promise<Result>): Promise<Result> => {
    try {
      const result = await write;
      if (result !== undefined) stored.add(id);
      return result;
    } catch (error) {
      if (!(error instanceof StoreMisuse)) stored.add(id);
      throw error;
    }
  };
  const counts = (id: string) => !['access', ...aside].some((kind) => id.startsWith(`${kind}.`));
  return {
    records: {
      ...records,
      create: (doc, options) => watched(doc.id, records.create(doc, options)),
      replace: (doc, etag, options) => watched(doc.id, records.replace(doc, etag, options)),
      remove: async (school, id) => {
        await watched(
          id,
          records.remove(school, id).then(() => 'removed'),
        );
      },
    },
    mayBeStored: (error) => [...stored].some((id) => counts(id) && !(error instanceof NotWritten && error.id === id)),
  };
}
