import type { SchoolKey } from '#domain/people.ts';
import type { Records } from '#stores/records.ts';
import { type LoadedRound, loadRound, type RoundBody, writeRound } from '#stores/round-record.ts';

/** Milliseconds. Longer than the pauses between two renewals, and short enough to wait for after a crash. */
const leaseFor = 45_000;
const renewAfter = 10_000;

/** The round is ours: every write rejects once somebody else has taken it over. */
export type HeldRound = {
  body(): RoundBody;
  note(change: (body: RoundBody) => RoundBody): Promise<void>;
  /** The same, only every few seconds: for work that may be done again after a crash. */
  keep(change: (body: RoundBody) => RoundBody): Promise<void>;
  /** Writes the last of it and lets go. */
  giveBack(change?: (body: RoundBody) => RoundBody): Promise<void>;
};

/** Undefined when there is no round yet, it is not its time, or somebody else has it. */
export async function holdRound(
  { records, machineNow, now }: { records: Records; machineNow: () => number; now: () => string },
  school: SchoolKey,
): Promise<HeldRound | undefined> {
  const stored = await loadRound(records, school);
  if (stored === undefined || stored.body.nextAt > now() || stored.body.until > machineNow()) return undefined;
  const until = () => machineNow() + leaseFor;
  const taken = await writeRound(records, stored, { ...stored.body, until: until() });
  if (taken === undefined) return undefined;
  let held: LoadedRound = taken;
  const write = async (body: RoundBody) => {
    const written = await writeRound(records, held, body);
    if (written === undefined) throw new Error('Somebody else has taken the round over.');
    held = written;
  };
  const note: HeldRound['note'] = (change) => write({ ...change(held.body), until: until() });
  return {
    body: () => held.body,
    note,
    keep: async (change) => {
      if (machineNow() > held.body.until - leaseFor + renewAfter) await note(change);
    },
    giveBack: (change = (body) => body) => write({ ...change(held.body), until: 0 }),
  };
}
