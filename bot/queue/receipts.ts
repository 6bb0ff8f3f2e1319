import type { RecipientBody } from '#stores/recipient-record.ts';
import type { Doc, Records } from '#stores/records.ts';

/** The message is out by now: so much patience with a store that stumbles, in milliseconds before each try. */
const waits = [0, 200, 500, 1_000, 2_000];

/** What shows that Teams has a message, or refuses it. */
export type Receipts = {
  /** Rejects when the store cannot be told for some seconds. It is remembered then: nobody may be written to before `catchUp` has told it. */
  keep(receipt: Doc<RecipientBody>): Promise<void>;
  /** Tells the store what it could not be told. Rejects while it still cannot. */
  catchUp(): Promise<void>;
};
export type ReceiptDeps = {
  records: Records;
  /** Milliseconds of the machine's clock. */
  pause: (ms: number) => Promise<void>;
};

/** Of one process: what it could not write is lost with it, and those people are written to twice. */
export function createReceipts({ records, pause }: ReceiptDeps): Receipts {
  const untold = new Map<string, Doc<RecipientBody>>();
  /** One light write: lost in a power cut it costs one message twice, which is less than waiting ten thousand times for the disk. */
  const tell = async (receipt: Doc<RecipientBody>) => {
    // Already there: an answer of the store was lost, and the write was not.
    await records.create(receipt, { lightly: true });
    untold.delete(keyOf(receipt));
  };
  return {
    keep: async (receipt) => {
      untold.set(keyOf(receipt), receipt);
      let last: unknown;
      for (const wait of waits) {
        await pause(wait);
        try {
          return await tell(receipt);
        } catch (error) {
          last = error;
        }
      }
      throw new NotWrittenDown('A receipt could not be written.', { cause: last });
    },
    catchUp: async () => {
      for (const receipt of untold.values()) await tell(receipt);
    },
  };
}

/** Teams has the message and the store could not be told. */
export class NotWrittenDown extends Error {}

const keyOf = ({ school, id }: Doc<RecipientBody>) => `${school}/${id}`;
