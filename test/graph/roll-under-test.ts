import { readRuleSets } from '#bot/app.ts';
import { createFileDirectory } from '#bot/graph/directory.file.ts';
import type { Directory } from '#bot/graph/directory.ts';
import { createRollDirectory } from '#bot/graph/roll-directory.ts';
import type { RollRow } from '#domain/training/roll.ts';
import { createTrainingCounts } from '#features/training/counts.ts';
import { applyRoll, type RollDeps, type RollOptions, type RollResult } from '#queue/apply-roll.ts';
import { beginRoll } from '#queue/begin-roll.ts';
import type { Records } from '#stores/records.ts';
import { readSchool } from '#test/local-teams/fake-bot.ts';

export const oak = 'larkfield';
const file = readSchool();
const { 'dsl-first': ruleSet } = readRuleSets();

export const personId = (n: number) => `${file.tenantId}:a2000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const row = (n: number, more: Partial<RollRow> = {}): RollRow => ({ id: personId(n), name: `Person ${n}`, kind: 'staff', ...more });
export const rows = (count: number) => Array.from({ length: count }, (_, i) => row(i + 1));

/** One process with its own directory over these records; several of them are several replicas. */
export async function rollOf(records: Records) {
  const clock = { now: '2026-11-23T10:00:00.000Z', machine: 1_000_000 };
  const replica = (): RollDeps & { directory: Directory } => ({
    records,
    directory: createRollDirectory(createFileDirectory(file, []), oak, records, () => clock.now),
    trainingCounts: createTrainingCounts(),
    worldOf: async () => ({ now: clock.now, newId: () => 'id', settings: file.settings, ruleSet }),
    now: () => clock.now,
    machineNow: () => clock.machine,
  });
  const deps = replica();
  await beginRoll(deps, oak, { file: 'digest', graph: false });
  return {
    deps,
    replica,
    clock,
    apply: (given: RollRow[], options: Partial<RollOptions> = {}): Promise<RollResult> =>
      applyRoll(deps, oak, given, { source: 'csv', ...options }),
    training: async (n: number) => (await records.read(oak, `training.${personId(n).replace(':', '_')}`))?.index,
  };
}
