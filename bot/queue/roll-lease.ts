import { randomUUID } from 'node:crypto';
import type { SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import type { Records } from '#stores/records.ts';
import { type Asked, changeRoll, type RollBody, type RollChanging } from '#stores/roll-record.ts';

/** Milliseconds. Longer than the pauses between two renewals, and short enough to wait for after a crash. */
const leaseFor = 45_000;
const renewAfter = 10_000;

/** The roll is ours: nobody else changes members until it is given back or the lease runs out. */
export type HeldRoll = {
  /** As it was when it was taken. */
  body: RollBody;
  /** What was asked of it, and is now ours to do. */
  asked: Asked[];
  /** To be called often during long work. Rejects when somebody else has taken it over. */
  keep(): Promise<void>;
  /** Writes something into its document and keeps it. Rejects when somebody else has taken it over. */
  note(change: (body: RollBody) => RollBody): Promise<void>;
  /** `dueAt` is when the worker looks next. With `askAgain` what was asked is still to be done. */
  giveBack(options: { dueAt?: Instant; askAgain?: boolean }): Promise<void>;
};

type LeaseDeps = { records: Records; machineNow: () => number };

/** Undefined when somebody else has it, or while there is no roll yet. */
export async function holdRoll({ records, machineNow }: LeaseDeps, school: SchoolKey): Promise<HeldRoll | undefined> {
  const by = randomUUID();
  let until = machineNow() + leaseFor;
  let taken: { body: RollBody; asked: Asked[] } | undefined;
  const take: RollChanging = (body) => {
    if (body.lease !== undefined && body.lease.until > machineNow()) return undefined;
    // Whoever had it died: what was asked of them is asked of us.
    const asked = [...new Set([...body.asked, ...(body.lease?.taken ?? [])])];
    taken = { body, asked };
    return { body: { ...body, asked: [], lease: { by, until, taken: asked } } };
  };
  if (!(await changeRoll(records, school, take))?.written || taken === undefined) return undefined;
  const { asked } = taken;
  const change = async (next: RollChanging) => {
    const done = await changeRoll(records, school, (body) => (body.lease?.by === by ? next(body) : undefined));
    if (!done?.written) throw new Error('Somebody else has taken the roll over.');
  };
  return {
    ...taken,
    keep: async () => {
      if (machineNow() < until - leaseFor + renewAfter) return;
      until = machineNow() + leaseFor;
      await change((body) => ({ body: { ...body, lease: { by, until, taken: asked } } }));
    },
    note: (next) => change((body) => ({ body: next(body) })),
    giveBack: ({ dueAt, askAgain = false }) =>
      change(({ lease: _lease, ...body }) => ({
        body: askAgain ? { ...body, asked: [...new Set([...body.asked, ...asked])] } : body,
        // Somebody asked while we had it: the sweep is to find that at once.
        ...(dueAt === undefined || body.asked.length > 0 ? {} : { dueAt }),
      })),
  };
}
