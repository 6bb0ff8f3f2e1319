import { helpCard, homeCard, whatHappensCard } from '#cards/home.card.ts';
import { listed } from '#cards/names.ts';
import type { Actor } from '#domain/people.ts';
import { preview } from '#domain/preview.ts';
import type { Report } from '#domain/report.ts';
import { route } from '#domain/routing.ts';
import { maySeeTraining } from '#domain/training/access.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { contactsOf, namesOf, worldOf } from '#features/world.ts';

export async function home(actor: Actor, deps: Deps): Promise<Answer> {
  const world = await worldOf(deps, actor.school);
  const contacts = contactsOf(world, namesOf(deps.directory, actor.school));
  return {
    kind: 'card',
    card: homeCard({ contacts, administrator: actor.administrator, training: maySeeTraining(world, actor.person.id) }),
  };
}

export const showHome = (request: CardRequest, deps: Deps): Promise<Answer> => home(request.actor, deps);

export async function showHelp(): Promise<Answer> {
  return { kind: 'card', card: helpCard() };
}

/** The chain for a worry about a pupil, as this school's rules and people stand now. */
export async function whatHappens(actor: Actor, deps: Deps): Promise<Answer> {
  const world = await worldOf(deps, actor.school);
  const names = namesOf(deps.directory, actor.school);
  const typical = { category: 'cyber-bullying', flags: {}, subjects: ['pupil' as const], affected: ['pupil' as const] };
  const { first, next } = preview(
    { reporter: actor.person.id, report: nothingSaid, walled: [], route: route(world.ruleSet, typical) },
    world,
  );
  return { kind: 'card', card: whatHappensCard({ first: listed(first.map(names)), next: next.map(names).join(', then ') }) };
}

export const showWhatHappens = (request: CardRequest, deps: Deps): Promise<Answer> => whatHappens(request.actor, deps);

const nothingSaid: Report = {
  tile: 'bullying',
  category: 'cyber-bullying',
  answers: [],
  children: [],
  subjects: [{ kind: 'pupil' }],
  mine: false,
  hideFrom: [],
  harmedAdults: [],
  keepNamePrivate: false,
  flags: {},
};
