import { importProblemsCard } from '#cards/import.card.ts';
import type { RowProblem } from '#domain/training/past-records.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { nothingHere, runnerScreen, type TrainingScreen } from '#features/training/training-screen.ts';
import { problemsOf } from '#stores/import-record.ts';
import { readParts } from '#stores/parts.ts';
import { importIn } from './press.ts';

const pageSize = 20;

/** *See the rows and why*: a page of what is wrong with a list, in the order of its lines. */
export async function showProblems(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  const loaded = screen && (await importIn(screen));
  if (screen === undefined || loaded === undefined) return nothingHere;
  const total = loaded.job.counts.bad + loaded.job.counts.leftOut;
  if (loaded.job.parts.problems === 0)
    return { kind: 'message', text: 'That list is no longer kept here. Send it again to have it checked.' };
  const from = Math.min(fromIn(request), Math.max(0, total - 1));
  const rows = await page(screen, loaded.key, loaded.job.parts.problems, from);
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

function fromIn({ data: { from } }: CardRequest): number {
  return typeof from === 'number' && Number.isInteger(from) && from > 0 ? from : 0;
}

async function page({ request, deps }: TrainingScreen, key: string, parts: number, from: number): Promise<RowProblem[]> {
  const found: RowProblem[] = [];
  let passed = 0;
  for await (const part of readParts<RowProblem>(deps.records, problemsOf(request.actor.school, key), parts)) {
    found.push(...part.slice(Math.max(0, from - passed), Math.max(0, from - passed) + pageSize - found.length));
    passed += part.length;
    if (found.length >= pageSize) break;
  }
  return found;
}
