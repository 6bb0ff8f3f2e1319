import { refusal } from '#cards/refusal.card.ts';
import { newDraft } from '#domain/draft.ts';
import { findTile } from '#domain/policy.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { readAskedDraft } from './asked-draft.ts';
import { drawQuestions, drawTiles } from './draw.ts';
import { contextOf } from './step.ts';

/** *Continue*: the draft as it was left, or the report that a danger alert still lacks. */
export async function continueReport(request: CardRequest, deps: Deps): Promise<Answer> {
  const asked = await readAskedDraft(request, deps);
  if (asked === undefined) return { kind: 'message', text: refusal('form-incomplete') };
  const { key, world, loaded, raised } = asked;
  if (raised?.reportedAt !== undefined) return { kind: 'message', text: 'This report was sent already. Write *my reports* to see it.' };
  if (loaded === undefined && raised === undefined)
    return { kind: 'message', text: 'That report was put away. Write *report* to begin a new one.' };
  const draft = loaded?.draft ?? newDraft(key, request.actor.person.id, world.now);
  const context = contextOf(request, deps, world);
  const aside = { command: deps.newId(), ...(raised === undefined ? {} : { raised }) };
  const tile = draft.tile === undefined ? undefined : findTile(world.ruleSet, draft.tile);
  return tile === undefined ? drawTiles(draft, aside, context) : drawQuestions(draft, tile, aside, context);
}
