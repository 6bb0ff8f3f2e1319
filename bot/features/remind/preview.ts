import { goesInWords, waitsInWords } from '#cards/going-words.ts';
import type { Card } from '#cards/parts.ts';
import { type RemindPreviewView, remindPreviewCard } from '#cards/remind-preview.card.ts';
import { audienceInWords, type RemindProblem } from '#cards/remind-words.ts';
import { reminderCard } from '#cards/reminder.card.ts';
import type { PersonId, SchoolKey } from '#domain/people.ts';
import { type Campaign, newCampaign } from '#domain/training/campaign.ts';
import { type Going, goingOut, readChosen } from '#domain/training/when-to-send.ts';
import type { Answer } from '#features/handler.ts';
import { loadLearner } from '#features/training/learner.ts';
import type { TrainingScreen } from '#features/training/training-screen.ts';
import { namesOf } from '#features/world.ts';
import type { Plan } from '#stores/plan-record.ts';
import { reachOfAll, unreached } from '#stores/reach-record.ts';
import { title } from './draw-form.ts';
import { mostAsked } from './people-meant.ts';
import { reminderView } from './reminder-view.ts';

/** The campaign that a plan becomes when it is sent now. */
export function campaignOf(plan: Plan, { request, world }: TrainingScreen, going: Going, override?: string): Campaign {
  return newCampaign({
    key: plan.key,
    from: 'coordinator',
    by: request.actor.person.id,
    content: plan.content,
    audience: plan.audience,
    total: plan.people.length,
    confirmedAt: world.now,
    startAt: going.startAt,
    ...(override === undefined ? {} : { override }),
  });
}

/** When it goes out. What was to go later and was looked at for so long that this is over goes now. */
export function goingOf({ chosen }: Plan, { world: { settings, now } }: TrainingScreen, override = false): Going {
  const read = readChosen(settings.calendar, chosen, now);
  return goingOut(settings.calendar, 'at' in read ? read.at : now, override);
}

/** The last look: the head count, when it goes, and the very card that the first of them gets. */
export async function previewAnswer(
  screen: TrainingScreen,
  plan: Plan,
  again: { reason?: string; problem?: RemindProblem } = {},
): Promise<Answer> {
  const going = goingOf(plan, screen);
  const { shown, person } = await drawFor(screen, plan, going);
  const names = namesOf(screen.deps.directory, screen.request.actor.school);
  const card = remindPreviewCard({
    shown,
    shownFor: names(person),
    to: audienceInWords(plan.audience, names),
    total: plan.people.length,
    others: plan.others ?? 0,
    unreached: await reasonsOf(screen, plan.people),
    goes: goesInWords(going.startAt, screen.world),
    ...waitsInWords(going, screen.world),
    isNow: plan.chosen.kind === 'now',
    reason: again.reason ?? '',
    ...(again.problem === undefined ? {} : { problem: again.problem }),
    campaign: plan.key,
  });
  return { kind: 'dialog', title, card };
}

/** For the first of them, also when they have done it since they were counted. */
async function drawFor(screen: TrainingScreen, plan: Plan, going: Going): Promise<{ shown: Card; person: PersonId }> {
  const { deps, request, world } = screen;
  const { school } = request.actor;
  const [person = ''] = plan.people;
  const learner = await loadLearner(deps, world, school, person);
  const reminded = { campaign: campaignOf(plan, screen, going), recipient: { said: [], applied: [] } };
  const view = learner && reminderView({ ...reminded, learner }, world, namesOf(deps.directory, school));
  if (view === undefined || view === 'nothing-owed') throw new Error('A reminder was looked at that goes to nobody');
  return { shown: reminderCard(view), person };
}

/** What became of the last message to each of them. */
async function reasonsOf({ deps, request }: TrainingScreen, people: PersonId[]): Promise<RemindPreviewView['unreached']> {
  const { school } = request.actor;
  const failed =
    people.length > mostAsked
      ? await failedOfAll(deps, school, people)
      : (await unreached(deps.records, school, people)).map((one) => one.failed);
  return [...new Set(failed)].map((reason) => ({ reason, count: failed.filter((one) => one === reason).length }));
}

async function failedOfAll({ records }: TrainingScreen['deps'], school: SchoolKey, people: PersonId[]): Promise<string[]> {
  const known = await reachOfAll(records, school);
  return people.map((person) => known.get(person)).filter((reason) => reason !== undefined);
}
