import { importProblemsCard } from '#cards/import.card.ts';
import type { RowProblem } from '#domain/training/past-records.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { fromIn } from '#features/read-data.ts';
import { nothingHere, runnerScreen } from '#features/training/training-screen.ts';
import { problemsOf } from '#stores/import-record.ts';
import { readAll } from '#stores/parts.ts';
import { importIn } from './press.ts';

const pageSize = 20;

/** *See the rows and why*: a page of what is wrong with a list, in the order of its lines. */
export async function showProblems(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  const loaded = screen && (await importIn(screen));
  if (screen === undefined || loaded === undefined) return nothingHere;
  const total = loaded.job.counts.bad + loaded.job.counts.leftOut;
  const all = await readAll<RowProblem>(deps.records, problemsOf(request.actor.school, loaded.key), loaded.job.parts.problems);
  if (!all?.length) return { kind: 'message', text: 'That list is no longer kept here. Send it again to have it checked.' };
  const from = Math.min(fromIn(request.data), Math.max(0, total - 1));
  const rows = all.slice(from, from + pageSize);
  const card = importProblemsCard({
    key: loaded.key,
    command: deps.newId(),
    rows,
    from,
    total,
    ...(from + rows.length < total ? { next: from + rows.length } : {}),
    ...(from > 0 ? { back: Math.max(0, from - pageSize) } : {}),
  });
  return { kind: 'dialog', title: 'Rows to look at', card };
}
