import type { Names } from '#cards/setup-parts.ts';
import { refusalWords } from '#cards/setup-words.ts';
import type { Actor, PersonId } from '#domain/people.ts';
import { holdersOf } from '#domain/roles.ts';
import { type OpenInterval, openInterval } from '#domain/training/interval.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { type LoadedSettings, loadSettings } from '#stores/settings-record.ts';

/** What every screen of set-up works with. */
export type Context = { request: CardRequest; deps: Deps; loaded: LoadedSettings; names: Names; known: (person: PersonId) => boolean };

/** The same refusal for everybody who may not, whatever they tried to open. */
export const notForYou: Answer = { kind: 'message', text: refusalWords['not-an-administrator'] };

/** Undefined for anybody but an administrator. */
export async function administratorContext(request: CardRequest, deps: Deps): Promise<Context | undefined> {
  return request.actor.administrator ? contextOf(request, deps) : undefined;
}

/** The headteacher may look at set-up without running it. */
export async function readerContext(request: CardRequest, deps: Deps): Promise<Context | undefined> {
  const context = await contextOf(request, deps);
  return request.actor.administrator || isHeadteacher(context, request.actor) ? context : undefined;
}

function isHeadteacher({ loaded }: Context, actor: Actor): boolean {
  return holdersOf(loaded.settings, 'headteacher').includes(actor.person.id);
}

export async function contextOf(request: CardRequest, deps: Deps): Promise<Context> {
  const { school } = request.actor;
  const loaded = await loadSettings(deps, school);
  const names: Names = (person) => deps.directory.person(school, person)?.name ?? 'somebody no longer in the school’s list';
  return { request, deps, loaded, names, known: (person) => deps.directory.person(school, person) !== undefined };
}

/** How often staff are trained, where the school's rules leave it open; undefined too while no rules are chosen. */
export function intervalOf({ loaded, deps }: Context): OpenInterval | undefined {
  const { ruleSet } = loaded.settings;
  return ruleSet === undefined ? undefined : openInterval(deps.ruleSets[ruleSet].training);
}
