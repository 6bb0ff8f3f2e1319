import { refusal } from '#cards/refusal.card.ts';
import { dayOf } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import type { Actor, PersonId } from '#domain/people.ts';
import { mayRunTraining, maySeeTraining } from '#domain/training/access.ts';
import { findTopic } from '#domain/training/policy.ts';
import type { Day } from '#domain/training/record.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { rememberedWorld, worldOf } from '#features/world.ts';

/** What every screen of the register works with. */
export type TrainingScreen = {
  request: CardRequest;
  deps: Deps;
  world: World;
  today: Day;
  /** Records training, besides seeing it. */
  mayRun: boolean;
  /** Somebody's whole name, also of a leaver. */
  name: (person: PersonId) => string;
  label: (topic: string) => string;
};

/** The same for everybody who may not, and for what is not there. */
export const nothingHere: Answer = { kind: 'message', text: refusal('nothing-here') };

/** Undefined for whoever may not see the register. */
export async function screenFor(request: CardRequest, deps: Deps): Promise<TrainingScreen | undefined> {
  const world = await worldOf(deps, request.actor.school);
  return maySeeTraining(world, request.actor.person.id) ? screenOf(request, deps, world) : undefined;
}

export async function seesTraining({ school, person }: Actor, deps: Deps): Promise<boolean> {
  return maySeeTraining(await worldOf(deps, school), person.id);
}

/** Undefined for whoever may not record training. */
export async function runnerScreen(request: CardRequest, deps: Deps): Promise<TrainingScreen | undefined> {
  const screen = await screenFor(request, deps);
  return screen?.mayRun === true ? screen : undefined;
}

/** To draw what was typed again while the store is down; by the settings last read, for whoever might run training by them. */
export function rememberedScreen(request: CardRequest, deps: Deps): TrainingScreen | undefined {
  const world = rememberedWorld(deps, request.actor.school);
  return mayRunTraining(world, request.actor.person.id) ? screenOf(request, deps, world) : undefined;
}

function screenOf(request: CardRequest, deps: Deps, world: World): TrainingScreen {
  const { school, person } = request.actor;
  return {
    request,
    deps,
    world,
    today: dayOf(world.settings.calendar, world.now),
    mayRun: mayRunTraining(world, person.id),
    name: nameIn(deps, school),
    label: labelIn(deps, world),
  };
}

export function nameIn({ directory }: Pick<Deps, 'directory'>, school: string): TrainingScreen['name'] {
  return (person) => directory.member(school, person)?.name ?? 'A former colleague';
}

/** What a topic is called here. A school that changed its rules keeps what was done under the others; nobody is shown a key. */
export function labelIn({ ruleSets }: Pick<Deps, 'ruleSets'>, { ruleSet }: Pick<World, 'ruleSet'>): TrainingScreen['label'] {
  const sets = [ruleSet, ...Object.values(ruleSets)];
  return (topic) =>
    sets.map(({ training }) => findTopic(training, topic)?.label).find((label) => label !== undefined) ?? 'A topic no longer in use';
}
