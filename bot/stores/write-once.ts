import { type Doc, type Records, type Stored, VersionConflict, type Written } from './records.ts';
import { mayStillLand, StoreDown } from './within.ts';

/** Bodies of documents that keep the ids of the commands they have applied. */
type Applying = { applied: string[] };

/** Nobody can say whether it was written. The command may be run again: it is applied once. */
export class UncertainWrite extends Error {
  override readonly name = 'UncertainWrite';
}

/** The document was read back: the write did not happen, and will not. */
export class NotWritten extends StoreDown {
  override readonly name = 'NotWritten';
  readonly id: string;

  constructor(id: string, cause: unknown) {
    super(cause);
    this.id = id;
  }
}

/** Makes a document whose `applied` holds the command: once, however often it is asked. False when one of its id is there already. */
export async function createOnce<Body extends Applying>(records: Records, doc: Doc<Body>, command: string): Promise<boolean> {
  try {
    await writeOnce(records, doc, undefined, command);
    return true;
  } catch (error) {
    if (error instanceof VersionConflict) return false;
    throw error;
  }
}

/**
 * One guarded write that wakes the worker. A write whose outcome nobody knows (time-out, broken connection) is read back:
 * if the command is among those applied it happened. The worker is then found by the sweep, so `woken` is false.
 * Rejects with `VersionConflict` when another write came first, with `NotWritten` when nothing was written, and with `UncertainWrite`
 * when the store does not answer the reading back either, or when the write may still be on its way.
 */
export async function writeOnce<Body extends Applying>(
  records: Records,
  doc: Doc<Body>,
  etag: string | undefined,
  command: string | undefined,
): Promise<Written> {
  const wake = { school: doc.school, id: doc.id };
  // The worker's own writes carry no command: it is looking already, and after a power cut it looks again (better told twice than never).
  const options = command === undefined ? { lightly: true } : doc.index.dueAt === undefined ? {} : { wake };
  let written: Written | undefined;
  try {
    written = etag === undefined ? await records.create(doc, options) : await records.replace(doc, etag, options);
  } catch (error) {
    if (command === undefined) throw error;
    const stored = await readBack<Body>(records, doc);
    if (stored?.body.applied.includes(command)) return { etag: stored.etag, woken: false };
    throw mayStillLand(error) ? new UncertainWrite() : new NotWritten(doc.id, error);
  }
  if (written === undefined) throw new VersionConflict();
  return written;
}

async function readBack<Body>(records: Records, doc: Doc): Promise<Stored<Body> | undefined> {
  try {
    return await records.read<Body>(doc.school, doc.id);
  } catch {
    throw new UncertainWrite();
  }
}
