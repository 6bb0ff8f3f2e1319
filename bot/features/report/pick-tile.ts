import { refusal } from '#cards/refusal.card.ts';
import { findTile } from '#domain/policy.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { raisedIncident } from './already-raised.ts';
import { drawQuestions } from './draw.ts';
import { keepStep, readStep } from './step.ts';

/** A tile was chosen: its questions. What another tile's questions were answered with is kept in the draft. */
export async function pickTile(request: CardRequest, deps: Deps): Promise<Answer> {
  const step = await readStep(request, deps);
  const tile = step?.form.tile === undefined ? undefined : findTile(step.context.world.ruleSet, step.form.tile);
  if (step === undefined || tile === undefined) return { kind: 'message', text: refusal('form-incomplete') };
  const draft = { ...step.draft, tile: tile.key };
  const raised = await raisedIncident(step, deps);
  if (raised === undefined) return { kind: 'message', text: refusal('form-incomplete') };
  await keepStep(step, draft, deps);
  return drawQuestions(draft, tile, { command: step.form.command, ...raised }, step.context);
}
