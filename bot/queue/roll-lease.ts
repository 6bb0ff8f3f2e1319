import type { SchoolKey } from '#domain/people.ts';
import type { Instant } from '#domain/time.ts';
import { type Asked, changeRoll, loadRoll, type RollBody, type RollChanging } from '#stores/roll-record.ts';
import { type LeaseDeps, takeToDo } from './lease.ts';

/** The roll is ours: nobody else changes members until it is given back or the lease runs out. */
export type HeldRoll = {
  /** As it was when it was taken. */
  body: RollBody;
  /** What is asked of it, and is ours to do now. */
  asked: Asked[];
  /** To be called often during long work. Rejects when somebody else has taken it over. */
  keep(): Promise<void>;
  /** Writes something into its document and keeps it. Rejects when somebody else has taken it over. */
  note(change: (body: RollBody) => RollBody): Promise<void>;
  /** `dueAt` once what was asked is done: when the worker looks next. Without it, all that was asked is still to be done, and it never rejects. */
  giveBack(dueAt?: Instant): Promise<void>;
};

/** Undefined when somebody else has it, or while there is no roll yet. */
export async function holdRoll(deps: LeaseDeps, school: SchoolKey): Promise<HeldRoll | undefined> {
  const taken = await takeToDo(deps, school, 'roll', () => loadRoll(deps.records, school));
  if (taken === undefined) return undefined;
  const { lease, needed } = taken;
  const { body } = needed;
  const change = async (next: RollChanging) => {
    await lease.keep();
    await changeRoll(deps.records, school, next);
  };
  return {
    body,
    asked: body.asked,
    keep: async () => void (await lease.keep()),
    note: (next) => change((stored) => ({ body: next(stored) })),
    giveBack: async (dueAt) => {
      if (dueAt !== undefined)
        await change((stored) => {
          const asked = stored.asked.slice(body.asked.length);
          // Somebody asked while we had it: the sweep is to find that at once.
          return { body: { ...stored, asked }, ...(asked.length > 0 ? {} : { dueAt }) };
        });
      await lease.giveBack();
    },
  };
}
