import { refusal } from '#cards/refusal.card.ts';
import { findTile, type Tile } from '#domain/policy.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { raisedIncident } from './already-raised.ts';
import { drawQuestions } from './draw.ts';
import type { Inputs } from './inputs.ts';
import { keepStep, readStep } from './step.ts';

/** An adult named under another tile stays named: whoever it was would otherwise be told of it (S-11). */
function withAdult(inputs: Inputs, tile: Tile): Inputs {
  const asks = tile.questions.some(({ kind }) => kind === 'adult');
  const [from, to] = asks ? ['x.adult.', 'q.adult.'] : ['q.adult.', 'x.adult.'];
  const named = Object.entries(inputs).filter(([id, value]) => id.startsWith(from) && value !== '');
  const moved = named.map(([id, value]) => [`${to}${id.slice(from.length)}`, value]);
  const rest = Object.entries(inputs).filter(([id]) => !id.startsWith(from));
  return Object.fromEntries([...rest, ...moved]);
}

/** A tile was chosen: its questions. What another tile's questions were answered with is kept in the draft. */
export async function pickTile(request: CardRequest, deps: Deps): Promise<Answer> {
  const step = await readStep(request, deps);
  const tile = step?.form.tile === undefined ? undefined : findTile(step.context.world.ruleSet, step.form.tile);
  if (step === undefined || tile === undefined) return { kind: 'message', text: refusal('form-incomplete') };
  const draft = { ...step.draft, tile: tile.key, inputs: withAdult(step.draft.inputs, tile) };
  const raised = await raisedIncident(step, deps);
  if (raised === undefined) return { kind: 'message', text: refusal('form-incomplete') };
  await keepStep(step, draft, deps);
  return drawQuestions(draft, tile, { command: step.form.command, ...raised }, step.context);
}
