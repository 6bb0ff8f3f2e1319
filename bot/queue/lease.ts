import type { SchoolKey } from '#domain/people.ts';
import type { Records } from '#stores/records.ts';

/** What only one process at a time does for a school: milliseconds of the machine's clock after which whoever fell silent is followed. */
const lasts = {
  /** Sending campaigns. */
  pump: 10_000,
  roll: 45_000,
  round: 45_000,
  /** Longer than a slice of it takes with Graph's longest pauses: it is not renewed. */
  install: 300_000,
};
type Work = keyof typeof lasts;

/** A document of its own, so that nothing else changes its etag: who has the etag has the lease. */
type LeaseBody = { until: number };

export const leaseId = (work: Work) => `lease.${work}`;

export type Lease = {
  /** False as soon as somebody else may have it. */
  ours(): boolean;
  /** To be called often: gives true each time that it renewed the lease, every few seconds. Rejects when somebody else has taken over. */
  keep(): Promise<boolean>;
  /** Others may begin at once. Nothing happens when somebody else has taken over. Never rejects. */
  giveBack(): Promise<void>;
};

export type LeaseDeps = { records: Records; machineNow: () => number };

/** Gives the milliseconds that it still runs when somebody else has it. */
export async function takeLease({ records, machineNow }: LeaseDeps, school: SchoolKey, work: Work): Promise<Lease | number> {
  const ms = lasts[work];
  const docUntil = (until: number) => ({ school, kind: 'lease' as const, id: leaseId(work), index: {}, body: { until } });
  const stored = await records.read<LeaseBody>(school, leaseId(work));
  const left = (stored?.body.until ?? 0) - machineNow();
  // More than it can last, with room for clocks that are a little apart: a clock that was far wrong took it.
  if (left > 0 && left <= 2 * ms) return left;
  let until = machineNow() + ms;
  const lightly = { lightly: true };
  const taken = stored ? await records.replace(docUntil(until), stored.etag, lightly) : await records.create(docUntil(until), lightly);
  if (taken === undefined) return ms;
  let { etag } = taken;
  let renewAt = machineNow() + ms / 5;
  return {
    // A clock that was put back would believe in it, and not renew it, for as long as that was.
    ours: () => machineNow() < until && machineNow() >= until - ms,
    keep: async () => {
      if (machineNow() < renewAt && machineNow() >= renewAt - ms / 5) return false;
      // Before the write, so that of many who keep it at the same time only one writes.
      renewAt = machineNow() + ms / 5;
      const next = machineNow() + ms;
      const renewed = await records.replace(docUntil(next), etag, lightly);
      if (renewed === undefined) {
        [until, renewAt] = [0, 0];
        throw new Error('Somebody else has taken this work over.');
      }
      [until, etag] = [next, renewed.etag];
      return true;
    },
    giveBack: async () => {
      until = 0;
      // Kept by a store that fails it runs out by itself; an error here would hide the one that the work ended with.
      await records.replace(docUntil(0), etag, lightly).catch(() => undefined);
    },
  };
}

/**
 * The lease, and what the work needs first. Undefined when somebody else has the lease; also when `read` gives nothing, which means that
 * there is nothing to do: then, and where it cannot be read, the lease is given back and nobody waits for it.
 */
export async function takeToDo<Needed>(
  deps: LeaseDeps,
  school: SchoolKey,
  work: Work,
  read: () => Promise<Needed | undefined>,
): Promise<{ lease: Lease; needed: Needed } | undefined> {
  const lease = await takeLease(deps, school, work);
  if (typeof lease === 'number') return undefined;
  let needed: Needed | undefined;
  try {
    needed = await read();
  } finally {
    if (needed === undefined) await lease.giveBack();
  }
  return needed === undefined ? undefined : { lease, needed };
}
