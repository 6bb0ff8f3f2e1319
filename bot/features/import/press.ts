import type { PersonId } from '#domain/people.ts';
import { redraw } from '#domain/posting.ts';
import type { Instant } from '#domain/time.ts';
import { confirmed, discarded, type ImportJob, kindChosen } from '#domain/training/import-job.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { commandIn, idIn, oneOfIn } from '#features/read-data.ts';
import { nothingHere, runnerScreen, type TrainingScreen } from '#features/training/training-screen.ts';
import { type LoadedImport, loadImport, pressImport } from '#stores/import-record.ts';
import { drawImport, titleOf } from './draw-import.ts';

/** *Bring in N records*: nothing is written here, the worker does it. */
export const confirm = pressing((job, { by, now }) => confirmed(job, 'all', by, now));

/** *Bring in the good rows only*, said in so many words although others are bad. */
export const confirmGood = pressing((job, { by, now }) => confirmed(job, 'good-only', by, now));

export const discard = pressing((job, { now }) => discarded(job, now));

/** What it is a list of, where its columns do not tell. */
export const chooseKind = pressing((job, { now, data }) => {
  const kind = oneOfIn(data, 'kind', ['records', 'people']);
  return kind && kindChosen(job, kind, now);
});

/** How a list stands: the way back from its rows. */
export async function show(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  const loaded = screen && (await importIn(screen));
  return screen === undefined || loaded === undefined ? nothingHere : answer(loaded, screen);
}

type Pressed = { by: PersonId; now: Instant; data: CardRequest['data'] };

/** Undefined from `change`: it stands otherwise by now, and the card says how. */
function pressing(change: (job: ImportJob, pressed: Pressed) => ImportJob | undefined) {
  return async (request: CardRequest, deps: Deps): Promise<Answer> => {
    const screen = await runnerScreen(request, deps);
    const loaded = screen && (await importIn(screen));
    const command = commandIn(request.data);
    if (screen === undefined || loaded === undefined || command === undefined) return nothingHere;
    const { now } = screen.world;
    const press = `${request.verb}-${command}`;
    const pressed = { by: request.actor.person.id, now, data: request.data };
    const job = loaded.applied.includes(press) ? undefined : change(loaded.job, pressed);
    if (job === undefined) return answer(loaded, screen);
    await pressImport(deps.records, loaded, { job, postings: redraw(loaded.postings), command: press, now });
    deps.nudge();
    return answer({ ...loaded, job }, screen);
  };
}

/** The list that a card names; undefined for what is not there. */
export async function importIn({ request, deps }: TrainingScreen): Promise<LoadedImport | undefined> {
  const key = idIn(request.data, 'import');
  return key === undefined ? undefined : await loadImport(deps.records, request.actor.school, key);
}

function answer(loaded: LoadedImport, { request, deps }: TrainingScreen): Answer {
  const card = drawImport(loaded, deps, { command: deps.newId(), inDialog: request.inDialog });
  return request.inDialog ? { kind: 'dialog', title: titleOf(loaded.job.kind), card } : { kind: 'card', card };
}
