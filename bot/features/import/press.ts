import { redraw } from '#domain/posting.ts';
import { discarded, type ImportJob, isExpired, offered } from '#domain/training/import-job.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { commandIn, idIn } from '#features/read-data.ts';
import { nothingHere, runnerScreen, type TrainingScreen } from '#features/training/training-screen.ts';
import { type LoadedImport, loadImport, pressImport } from '#stores/import-record.ts';
import { drawImport } from './draw-import.ts';

/** *Bring in N records*: nothing is written here, the worker does it. */
export const confirm = pressing((job, by, now) => (offered(job, now) === 'all' ? confirmed(job, by, now) : undefined));

/** *Bring in the good ones only*, said in so many words although others are bad. */
export const confirmGood = pressing((job, by, now) => (offered(job, now) === 'good-only' ? confirmed(job, by, now) : undefined));

export const discard = pressing((job, _by, now) => (job.state === 'checked' || job.state === 'unclear' ? discarded(job, now) : undefined));

/** What it is a list of, where its columns do not tell: it is read again by that. */
export const chooseKind = pressing((job, _by, now, { kind }) =>
  job.state === 'unclear' && !isExpired(job, now) && (kind === 'records' || kind === 'people')
    ? { ...job, kind, state: 'fetching', tries: 0 }
    : undefined,
);

function confirmed(job: ImportJob, confirmedBy: string, confirmedAt: string): ImportJob {
  return { ...job, state: 'writing', confirmedBy, confirmedAt };
}

type Press = (job: ImportJob, by: string, now: string, data: CardRequest['data']) => ImportJob | undefined;

/** Undefined from `change`: it stands otherwise by now, and the card says how. */
function pressing(change: Press) {
  return async (request: CardRequest, deps: Deps): Promise<Answer> => {
    const screen = await runnerScreen(request, deps);
    const loaded = screen && (await importIn(screen));
    const command = commandIn(request.data);
    if (screen === undefined || loaded === undefined || command === undefined) return nothingHere;
    const { now } = screen.world;
    const press = `${request.verb}-${command}`;
    const job = loaded.applied.includes(press) ? undefined : change(loaded.job, request.actor.person.id, now, request.data);
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
  return request.inDialog ? { kind: 'dialog', title: 'Past records', card } : { kind: 'card', card };
}
