import { refusal } from '#cards/refusal.card.ts';
import { newDraft } from '#domain/draft.ts';
import { type IncidentKey, incidentKeyPattern } from '#domain/incident.ts';
import { findTile } from '#domain/policy.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { worldOf } from '#features/world.ts';
import { loadDraft } from '#stores/draft-record.ts';
import { loadIncident } from '#stores/incident-record.ts';
import { drawQuestions, drawTiles } from './draw.ts';
import { contextOf } from './step.ts';

/** *Continue*: the draft as it was left, or the report that a danger alert still lacks. */
export async function continueReport(request: CardRequest, deps: Deps): Promise<Answer> {
  const { school, person } = request.actor;
  const key = draftKey(request.data);
  if (key === undefined) return { kind: 'message', text: refusal('form-incomplete') };
  const [world, loaded, incident] = await Promise.all([
    worldOf(deps, school),
    loadDraft(deps.records, school, key, person.id),
    loadIncident(deps.records, school, key),
  ]);
  const raised = incident?.incident.reporter === person.id ? incident.incident : undefined;
  if (raised?.reportedAt !== undefined) return { kind: 'message', text: 'This report was sent already. Write *my reports* to see it.' };
  if (loaded === undefined && raised === undefined)
    return { kind: 'message', text: 'That report was put away. Write *report* to begin a new one.' };
  const draft = loaded?.draft ?? newDraft(key, person.id, world.now);
  const context = contextOf(request, deps, world);
  const aside = { command: deps.newId(), ...(raised === undefined ? {} : { raised }) };
  const tile = draft.tile === undefined ? undefined : findTile(world.ruleSet, draft.tile);
  return tile === undefined ? drawTiles(draft, aside, context) : drawQuestions(draft, tile, aside, context);
}

export function draftKey(data: Record<string, unknown>): IncidentKey | undefined {
  const { draft } = data;
  return typeof draft === 'string' && incidentKeyPattern.test(draft) ? draft : undefined;
}
