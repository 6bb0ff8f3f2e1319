import { dayOf } from '#domain/days.ts';
import type { SchoolKey } from '#domain/people.ts';
import { askRoll, loadRoll, type RollBody, rollDoc, rollId } from '#stores/roll-record.ts';
import type { RollDeps } from './apply-roll.ts';

/** At the start: the first roll, or a new one where the school file has changed or Entra has come instead of it, is the worker's to take. */
export async function beginRoll(deps: RollDeps, school: SchoolKey, { file, graph }: { file: string; graph: boolean }): Promise<void> {
  const now = deps.now();
  const stored = await loadRoll(deps.records, school);
  if (stored === undefined) {
    const { settings } = await deps.worldOf(school);
    const body: RollBody = { source: 'file', since: dayOf(settings.calendar, now), version: 0, asked: ['sync'], syncAt: now, applied: [] };
    await deps.records.create(rollDoc(school, body, now), { wake: { school, id: rollId } });
    return;
  }
  const { source, file: known, trouble } = stored.body;
  const otherSource = source !== 'csv' && (source === 'graph') !== graph && trouble === undefined;
  const otherFile = source === 'file' && known !== file;
  if (otherSource || otherFile) await askRoll(deps.records, school, { what: 'sync', now });
}
