import type { CardRequest, Deps } from '#features/handler.ts';
import { draftKeyIn } from '#features/read-data.ts';
import { worldOf } from '#features/world.ts';
import { loadDraft } from '#stores/draft-record.ts';
import { loadIncident } from '#stores/incident-record.ts';

/** The draft that a button names, and what its author has sent of it already. Undefined when the button was not one of ours. */
export async function readAskedDraft({ actor: { school, person }, data }: CardRequest, deps: Deps) {
  const key = draftKeyIn(data);
  if (key === undefined) return undefined;
  const [world, loaded, incident] = await Promise.all([
    worldOf(deps, school),
    loadDraft(deps.records, school, key, person.id),
    loadIncident(deps.records, school, key),
  ]);
  return { key, world, loaded, raised: incident?.incident.reporter === person.id ? incident.incident : undefined };
}
