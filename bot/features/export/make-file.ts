import { problemKindWords, problemsHeader } from '#cards/file-words.ts';
import type { World } from '#domain/decide.ts';
import type { SchoolKey } from '#domain/people.ts';
import type { MadeFile } from '#domain/training/made-file.ts';
import type { RowProblem } from '#domain/training/past-records.ts';
import type { Deps } from '#features/handler.ts';
import { loadImport, problemsOf } from '#stores/import-record.ts';
import { readAll } from '#stores/parts.ts';
import { registerRows } from './register-rows.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

type Made = { bytes: Uint8Array } | { problem: 'list-gone' | 'too-big' };

/** The file itself, from the records as they are now. */
export async function makeFile(
  deps: Pick<Deps, 'records' | 'directory' | 'ruleSets'>,
  world: World,
  school: SchoolKey,
  file: MadeFile,
): Promise<Made> {
  const rows = file.what === 'register' ? await registerRows(deps, world, school) : await problemRows(deps, school, file.import);
  if (rows === undefined) return { problem: 'list-gone' };
  const bytes = await (file.format === 'csv' ? writeCsv(rows) : writeXlsx(rows));
  return bytes === undefined ? { problem: 'too-big' } : { bytes };
}

async function problemRows({ records }: Pick<Deps, 'records'>, school: SchoolKey, key: string): Promise<string[][] | undefined> {
  const loaded = await loadImport(records, school, key);
  if (loaded === undefined || loaded.job.parts.problems === 0) return undefined;
  const problems = await readAll<RowProblem>(records, problemsOf(school, key), loaded.job.parts.problems);
  const rows = problems?.map(({ line, kind, says }) => [String(line), problemKindWords[kind], says]);
  return rows && [problemsHeader, ...rows];
}
