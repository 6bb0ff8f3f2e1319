import type { SchoolKey } from '#domain/people.ts';
import { loadRound, type RoundBody, writeRound } from '#stores/round-record.ts';
import { type LeaseDeps, takeToDo } from './lease.ts';

/** The round is ours: every write rejects once somebody else has taken it over. */
export type HeldRound = {
  body(): RoundBody;
  note(change: (body: RoundBody) => RoundBody): Promise<void>;
  /** The same, only every few seconds: for work that may be done again after a crash. */
  keep(change: (body: RoundBody) => RoundBody): Promise<void>;
  /** Writes the last of it, if there is any, and lets go. Rejects only when that cannot be written. */
  giveBack(change?: (body: RoundBody) => RoundBody): Promise<void>;
};

/** Undefined when there is no round yet, it is not its time, or somebody else has it. */
export async function holdRound(deps: LeaseDeps & { now: () => string }, school: SchoolKey): Promise<HeldRound | undefined> {
  const taken = await takeToDo(deps, school, 'round', async () => {
    const stored = await loadRound(deps.records, school);
    return stored !== undefined && stored.body.nextAt <= deps.now() ? stored : undefined;
  });
  if (taken === undefined) return undefined;
  const { lease } = taken;
  let held = taken.needed;
  const write = async (change: (body: RoundBody) => RoundBody) => {
    const written = await writeRound(deps.records, held, change(held.body));
    if (written === undefined) throw new Error('Somebody else has written the round.');
    held = written;
  };
  const note: HeldRound['note'] = async (change) => {
    await lease.keep();
    await write(change);
  };
  return {
    body: () => held.body,
    note,
    keep: async (change) => {
      if (await lease.keep()) await write(change);
    },
    giveBack: async (change) => {
      if (change !== undefined) await note(change);
      await lease.giveBack();
    },
  };
}
