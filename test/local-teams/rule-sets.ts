import type { SchoolFile } from '#bot/graph/school-file.ts';
import type { Store } from '#bot/open-store.ts';
import { loadSettings, saveSettings } from '#stores/settings-record.ts';
import type { RuleSets } from './index.ts';

type Givens = { now: () => string; newId: () => string };

/** The policy of the made-up school, changed as set-up would, in the name of its administrator. */
export function ruleSetsOf(store: Store, file: SchoolFile, { now, newId }: Givens): RuleSets {
  const source = { records: store.records, initialSettings: () => file.settings };
  const by = `${file.tenantId}:${file.administrators[0] ?? ''}`;
  return {
    available: [
      { key: 'dsl-first', name: 'DSL first' },
      { key: 'headteacher-first', name: 'Headteacher first' },
    ],
    current: async () => (await loadSettings(source, file.school)).settings.ruleSet ?? 'dsl-first',
    choose: async (key) => {
      const ruleSet = key === 'headteacher-first' ? 'headteacher-first' : 'dsl-first';
      const loaded = await loadSettings(source, file.school);
      const events = [{ type: 'rule-set-chosen' as const, at: now(), by, ruleSet } as const];
      await saveSettings(store.records, loaded, { command: newId(), by, now: now(), events, notices: [], newId });
    },
  };
}
