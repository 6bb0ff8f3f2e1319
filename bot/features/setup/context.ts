import type { Names } from '#cards/setup-parts.ts';
import { refusalWords } from '#cards/setup-words.ts';
import type { Actor, PersonId } from '#domain/people.ts';
import { holdersOf } from '#domain/roles.ts';
import { auditEvery } from '#domain/training/audit-round.ts';
import { type OpenInterval, openInterval } from '#domain/training/interval.ts';
import type { AuditEvery } from '#domain/training/policy.ts';
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

/** What of training the school's rules leave to it: how often staff are trained, and how often the self-audit begins anew. */
export type OpenTraining = { interval?: OpenInterval | undefined; audit?: { choices: AuditEvery[]; now: AuditEvery } };

/** Nothing while no rules are chosen. */
export function openTraining({ loaded: { settings }, deps }: Context): OpenTraining {
  if (settings.ruleSet === undefined) return {};
  const { training } = deps.ruleSets[settings.ruleSet];
  const choices = training.audit.every;
  return { interval: openInterval(training), ...(choices.length > 1 ? { audit: { choices, now: auditEvery(training, settings) } } : {}) };
}
