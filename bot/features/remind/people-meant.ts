import { daysAfter } from '#domain/days.ts';
import type { PersonId } from '#domain/people.ts';
import { candidates, isMeant, lastDueDay } from '#domain/training/audience.ts';
import type { Campaign } from '#domain/training/campaign.ts';
import { nudged } from '#domain/training/campaign-decide.ts';
import { type Learner, learnerOf, loadLearner } from '#features/training/learner.ts';
import type { TrainingScreen } from '#features/training/training-screen.ts';
import { pagesOf } from '#stores/pages.ts';
import type { RecipientBody } from '#stores/recipient-record.ts';
import { dueInstant, type TrainingBody, trainingOf } from '#stores/training-record.ts';
import { standingOf } from './reminder-view.ts';

const pageSize = 500;
/** Of more people it is quicker to go through the register than to ask for each. */
export const mostAsked = 50;

/** `people` get it, in the order of the roll. `others` were chosen besides, and do not owe it. */
export type Meant = { people: PersonId[]; others: number };
type Wanted = Pick<Campaign, 'audience' | 'content'>;

/** Everybody to whom a reminder has something to say just now. Each page of the register that it needs is read once. */
export async function peopleMeant(screen: TrainingScreen, wanted: Wanted): Promise<Meant> {
  const { deps, request, world } = screen;
  const { audience, content } = wanted;
  const here = candidates(deps.directory.members(request.actor.school), audience, world.settings);
  const chosen = audience.kind === 'not-done' ? keepOnly(here, await unanswered(screen, audience.campaign)) : here;
  if (content.kind === 'words' && audience.kind !== 'due') return { people: chosen, others: 0 };
  const people = keepOnly(chosen, await whoOwes(screen, chosen, wanted));
  // Those due are chosen by what they owe: there are no others.
  return { people, others: audience.kind === 'due' ? 0 : chosen.length - people.length };
}

const keepOnly = (people: PersonId[], found: Set<PersonId>) => people.filter((person) => found.has(person));

/** By the rule that decides again as each message goes. */
async function whoOwes(screen: TrainingScreen, chosen: PersonId[], wanted: Wanted): Promise<Set<PersonId>> {
  const found = new Set<PersonId>();
  const reminder = { ...wanted, confirmedAt: screen.world.now };
  for await (const learners of learnersOf(screen, chosen, lastDueDay(wanted, screen.today)))
    for (const learner of learners) if (isMeant(reminder, standingOf(learner))) found.add(learner.loaded.person);
  return found;
}

/** The records of those chosen: a few each by themself, many by the pages of the register. Nobody whose first due day is after `last` is needed. */
async function* learnersOf(screen: TrainingScreen, chosen: PersonId[], last: string | undefined): AsyncGenerator<Learner[]> {
  const { deps, request, world } = screen;
  const { school } = request.actor;
  if (chosen.length <= mostAsked) {
    const loaded = await Promise.all(chosen.map((person) => loadLearner(deps, world, school, person)));
    return yield loaded.filter((learner) => learner !== undefined);
  }
  // Nobody is due before their first due day, by which the register is listed.
  const to = last === undefined ? {} : { to: dueInstant(daysAfter(last, 1)) };
  const query = { kind: 'training', equals: { status: 'here' }, order: 'oldest', limit: pageSize, ...to } as const;
  for await (const page of pagesOf<TrainingBody>(deps.records, school, query))
    yield page.flatMap((stored) => learnerOf(deps, world, trainingOf(stored)) ?? []);
}

async function unanswered({ deps, request }: TrainingScreen, campaign: string): Promise<Set<PersonId>> {
  const found = new Set<PersonId>();
  for (const status of nudged) {
    const query = { kind: 'recipient', equals: { about: campaign, status }, order: 'oldest', limit: pageSize } as const;
    for await (const page of pagesOf<RecipientBody>(deps.records, request.actor.school, query))
      for (const { body } of page) found.add(body.person);
  }
  return found;
}
