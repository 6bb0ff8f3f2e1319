import type { World } from '#domain/decide.ts';
import { type Sight, sightOf } from '#domain/visibility.ts';
import type { CardRequest, Deps } from '#features/handler.ts';
import { incidentKeyIn } from '#features/read-data.ts';
import { worldOf } from '#features/world.ts';
import { type LoadedIncident, loadIncident } from '#stores/incident-record.ts';

export type Visible = { loaded: LoadedIncident; sight: Sight; world: World };

/** The incident that a card names, if this person may see it. Missing, another school's, walled: all `undefined`, answered alike (S-24). */
export async function visibleIncident(request: CardRequest, deps: Deps): Promise<Visible | undefined> {
  const key = incidentKeyIn(request.data);
  if (key === undefined) return undefined;
  const { school, person } = request.actor;
  const [world, loaded] = await Promise.all([worldOf(deps, school), loadIncident(deps.records, school, key)]);
  const sight = loaded === undefined ? undefined : sightOf(loaded.incident, person.id, world.settings, world.now);
  return loaded === undefined || sight === undefined ? undefined : { loaded, sight, world };
}
