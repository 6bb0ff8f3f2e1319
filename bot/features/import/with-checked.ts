import type { SchoolKey } from '#domain/people.ts';
import type { ImportJob } from '#domain/training/import-job.ts';
import { problemsOf, rowsOf } from '#stores/import-record.ts';
import { writeParts } from '#stores/parts.ts';
import type { Records } from '#stores/records.ts';
import type { Checked } from './check-sheet.ts';

/** Keeps the rows and the problems of a dry run beside its document, and gives the job as it is to be written after that. */
export async function withChecked(
  records: Records,
  { school, key, job }: { school: SchoolKey; key: string; job: ImportJob },
  checked: Checked,
): Promise<ImportJob> {
  const rows: readonly unknown[] = checked.rows;
  const parts = {
    rows: await writeParts(records, rowsOf(school, key), rows),
    problems: await writeParts(records, problemsOf(school, key), checked.problems),
  };
  const { source: _source, ...rest } = job;
  const ofPeople = checked.kind === 'people' ? { roll: checked.roll, leaving: checked.leaving, held: checked.held } : {};
  return { ...rest, ...ofPeople, state: 'checked', kind: checked.kind, counts: checked.counts, parts };
}
