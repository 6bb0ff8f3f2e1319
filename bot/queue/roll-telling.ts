import type { SchoolKey } from '#domain/people.ts';
import { toldOfTraining } from '#domain/training/access.ts';
import type { Doubt } from '#domain/training/roll.ts';
import type { RollSource, RollTrouble } from '#domain/training/roll-source.ts';
import { oweRollNotice } from '#stores/roll-notice.ts';
import type { RollBody } from '#stores/roll-record.ts';
import type { RollDeps } from './apply-roll.ts';
import type { HeldRoll } from './roll-lease.ts';

const passing: ReadonlySet<RollTrouble> = new Set(['throttled', 'down']);

/** Told once, not each night; another trouble, or the same after it had worked again, is told anew. */
export async function tellOfTrouble(deps: RollDeps, school: SchoolKey, held: HeldRoll, reason: RollTrouble): Promise<void> {
  const world = await deps.worldOf(school);
  const known = held.body.trouble;
  const same = known !== undefined && (known.reason === reason || (passing.has(known.reason) && passing.has(reason)));
  const at = same ? known.at : world.now;
  // What is over by the next look is nobody's business.
  const early = !same && passing.has(reason);
  const to = early || (same && known.told) ? [] : toldOfTraining(world).to;
  if (to.length > 0) await oweRollNotice(deps.records, school, to, at, { what: 'trouble', reason });
  const told = (same && known.told) || to.length > 0;
  await held.note((body) => ({ ...body, trouble: { reason, at, told } }));
}

/** Told once for each change of place, which is known by when the roll had last come from the place before. The first list of all is no change. */
export async function tellOfNewPlace(
  deps: RollDeps,
  school: SchoolKey,
  { syncedAt }: RollBody,
  { source, here }: { source: RollSource; here: number },
): Promise<void> {
  if (here === 0 || syncedAt === undefined) return;
  const { to } = toldOfTraining(await deps.worldOf(school));
  if (to.length > 0) await oweRollNotice(deps.records, school, to, syncedAt, { what: 'new-place', source, here });
}

/** Nothing was changed: whoever runs training is asked, once for each doubt. */
export async function tellOfDoubt(
  deps: RollDeps,
  school: SchoolKey,
  held: HeldRoll,
  found: { doubt: Doubt; source: RollSource; here: number; leaving: number },
): Promise<void> {
  const world = await deps.worldOf(school);
  const { doubt, source, here, leaving } = found;
  const known = held.body.held;
  const same = known?.doubt === doubt && known.leaving === leaving;
  const at = same ? known.at : world.now;
  const to = same && known.told ? [] : toldOfTraining(world).to;
  if (to.length > 0) await oweRollNotice(deps.records, school, to, at, { what: 'doubt', doubt, here, leaving });
  const told = (same && known.told) || to.length > 0;
  // What was agreed to was something else: it is asked again.
  await held.note(({ confirmed: _confirmed, trouble: _trouble, ...body }) => ({
    ...body,
    held: { doubt, source, here, leaving, at, told },
  }));
}
