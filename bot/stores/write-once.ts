import { type Doc, type Records, VersionConflict, type Written } from './records.ts';

/** Bodies of documents that keep the ids of the commands they have applied. */
type Applying = { applied: string[] };

/**
 * One guarded write that wakes the worker. A write whose outcome nobody knows (time-out, broken connection) is read back:
 * if the command is among those applied it happened. The worker is then found by the sweep, so `woken` is false.
 * Rejects with `VersionConflict` when another write came first, and with the store's own error when nothing was written.
 */
export async function writeOnce<Body extends Applying>(
  records: Records,
  doc: Doc<Body>,
  etag: string | undefined,
  command: string | undefined,
): Promise<Written> {
  const wake = { school: doc.school, id: doc.id };
  const options = doc.index.dueAt === undefined ? {} : { wake };
  let written: Written | undefined;
  try {
    written = etag === undefined ? await records.create(doc, options) : await records.replace(doc, etag, options);
  } catch (error) {
    const stored = command === undefined ? undefined : await records.read<Body>(doc.school, doc.id);
    if (command !== undefined && stored?.body.applied.includes(command)) return { etag: stored.etag, woken: false };
    throw error;
  }
  if (written === undefined) throw new VersionConflict();
  return written;
}
