import { daysAfter } from '#domain/days.ts';
import type { PersonId } from '#domain/people.ts';
import { candidates, isDueWithin, isFor } from '#domain/training/audience.ts';
import type { Audience, Content } from '#domain/training/campaign.ts';
import { nudged } from '#domain/training/campaign-decide.ts';
import { soonDays } from '#domain/training/owed.ts';
import { findTopic } from '#domain/training/policy.ts';
import { learnerOf } from '#features/training/learner.ts';
import type { Register } from '#features/training/register-context.ts';
import { pagesOf } from '#stores/pages.ts';
import type { RecipientBody } from '#stores/recipient-record.ts';
import { dueInstant, type TrainingBody, trainingOf } from '#stores/training-record.ts';

const pageSize = 500;

/** Everybody whom an audience means just now, in the order of the roll. Each page of the register that it needs is read once. */
export async function peopleMeant(register: Register, audience: Audience, content: Content): Promise<PersonId[]> {
  const { deps, request, world } = register;
  const { school } = request.actor;
  const members = deps.directory.members(school);
  const meant = candidates(members, audience, world.settings).filter((person) => isTheirs(register, person, content));
  if (audience.kind === 'due') return keepOnly(meant, await dueBy(register, audience.within, content));
  if (audience.kind === 'not-done')
    return await stillToNudge(register, keepOnly(meant, await unanswered(register, audience.campaign)), content);
  return meant;
}

/** As when it is sent: whoever has a topic in time, with months to go, is not nudged about it, and so not counted. */
async function stillToNudge(register: Register, people: PersonId[], content: Content): Promise<PersonId[]> {
  return content.kind === 'topic' && people.length > 0 ? keepOnly(people, await dueBy(register, soonDays, content)) : people;
}

/** A topic reaches only those whose topic it is. */
function isTheirs({ deps, request, world }: Register, person: PersonId, content: Content): boolean {
  if (content.kind !== 'topic') return true;
  const topic = findTopic(world.ruleSet.training, content.topic);
  const member = deps.directory.member(request.actor.school, person);
  return topic !== undefined && member !== undefined && isFor(topic, member, world.settings);
}

const keepOnly = (people: PersonId[], found: Set<PersonId>) => people.filter((person) => found.has(person));

async function dueBy(register: Register, within: number, content: Content): Promise<Set<PersonId>> {
  const { deps, request, world, today } = register;
  const found = new Set<PersonId>();
  const topic = content.kind === 'topic' ? content.topic : undefined;
  // Nobody is due before their first due day, by which the register is listed.
  const to = dueInstant(daysAfter(today, within === 0 ? 0 : within + 1));
  const query = { kind: 'training', to, order: 'oldest', limit: pageSize } as const;
  for await (const page of pagesOf<TrainingBody>(deps.records, request.actor.school, query)) {
    for (const stored of page) {
      const learner = learnerOf(deps, world, trainingOf(stored));
      if (learner !== undefined && isDueWithin(learner.owed, { topic, within, today })) found.add(learner.loaded.person);
    }
  }
  return found;
}

async function unanswered({ deps, request }: Register, campaign: string): Promise<Set<PersonId>> {
  const found = new Set<PersonId>();
  for (const status of nudged) {
    const query = { kind: 'recipient', equals: { about: campaign, status }, order: 'oldest', limit: pageSize } as const;
    for await (const page of pagesOf<RecipientBody>(deps.records, request.actor.school, query))
      for (const { body } of page) found.add(body.person);
  }
  return found;
}
