import { refusal } from '#cards/refusal.card.ts';
import type { Draft } from '#domain/draft.ts';
import { findTile } from '#domain/policy.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { raisedIncident } from './already-raised.ts';
import { drawQuestions, drawTiles } from './draw.ts';
import { mostRows } from './fill.ts';
import { keepStep, readStep, type Step } from './step.ts';

/** *Who will it go to?*: the same screen, saved, with the strip as things stand now. */
export async function refreshForm(request: CardRequest, deps: Deps): Promise<Answer> {
  return saveAndDraw(request, deps, (step) => step.draft);
}

/** *Another child*. */
export async function addRow(request: CardRequest, deps: Deps): Promise<Answer> {
  return saveAndDraw(request, deps, ({ draft, form, context }) => {
    const { questions } = findTile(context.world.ruleSet, draft.tile ?? '') ?? { questions: [] };
    const question = questions.find(({ key, kind }) => kind === 'children' && key === form.question)?.key;
    if (question === undefined) return draft;
    return { ...draft, rows: { ...draft.rows, [question]: Math.min(mostRows, (draft.rows[question] ?? 1) + 1) } };
  });
}

/** *Back* to the tiles. */
export async function backToTiles(request: CardRequest, deps: Deps): Promise<Answer> {
  return saveAndDraw(request, deps, ({ draft }) => {
    const { tile: _left, ...rest } = draft;
    return rest;
  });
}

async function saveAndDraw(request: CardRequest, deps: Deps, change: (step: Step) => Draft): Promise<Answer> {
  const step = await readStep(request, deps);
  if (step === undefined) return { kind: 'message', text: refusal('form-incomplete') };
  const known = step.form.tile === undefined ? step.draft : { ...step.draft, tile: step.form.tile };
  const draft = change({ ...step, draft: known });
  const raised = await raisedIncident(step, deps);
  if (raised === undefined) return { kind: 'message', text: refusal('form-incomplete') };
  await keepStep(step, draft, deps);
  const tile = draft.tile === undefined ? undefined : findTile(step.context.world.ruleSet, draft.tile);
  const aside = { command: step.form.command, ...raised };
  return tile === undefined ? drawTiles(draft, aside, step.context) : drawQuestions(draft, tile, aside, step.context);
}
