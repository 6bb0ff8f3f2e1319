import { errorKind } from '#bot/log.ts';
import type { Broke } from '#cards/broke.ts';
import { goesInWords } from '#cards/going-words.ts';
import { remindNotSentCard, remindSentCard } from '#cards/remind-preview.card.ts';
import type { RemindProblem } from '#cards/remind-words.ts';
import { typedText } from '#domain/typed-text.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { idIn } from '#features/read-data.ts';
import { nothingHere, rememberedScreen, runnerScreen, type TrainingScreen } from '#features/training/training-screen.ts';
import { confirmCampaign, loadCampaign } from '#stores/campaign-record.ts';
import { dropPlan, type LoadedPlan, loadPlan } from '#stores/plan-record.ts';
import { formAnswer, title } from './draw-form.ts';
import { campaignOf, goingOf, previewAnswer } from './preview.ts';
import { blankForm, formOf } from './read-form.ts';

const longestReason = 200;

/** *Send*: what was looked at last, to exactly the people who were counted. A second press sends nothing more. */
export async function sendRemind(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  const key = idIn(request.data, 'campaign');
  if (screen === undefined || key === undefined) return nothingHere;
  const plan = await loadPlan(deps.records, request.actor.school, request.actor.person.id);
  if (plan?.key !== key) return await sentBefore(screen, key, plan);
  const override = readOverride(request);
  const problem = goingOf(plan, screen).quiet === undefined ? undefined : override?.problem;
  if (override !== undefined && problem !== undefined) return await previewAnswer(screen, plan, { reason: override.reason, problem });
  return await confirm(screen, plan, override?.reason);
}

async function confirm(screen: TrainingScreen, plan: LoadedPlan, reason: string | undefined): Promise<Answer> {
  const { deps, request } = screen;
  const { school, person } = request.actor;
  const waits = goingOf(plan, screen).quiet !== undefined;
  const why = waits ? reason : undefined;
  const campaign = campaignOf(plan, screen, goingOf(plan, screen, why !== undefined), why);
  await confirmCampaign(deps.records, { school, campaign, people: plan.people, command: plan.key, progressTo: person.id });
  deps.nudge();
  // It is on its way: a plan that cannot be put away now sends nothing more.
  await dropPlan(deps.records, school, person.id).catch((error: unknown) =>
    deps.log.warn('store.slow-or-down', { verb: request.verb, error: errorKind(error) }),
  );
  return sent(screen, campaign.total, campaign.startAt, campaign.key);
}

/** A second press of *Send*, or a press on a look that another one has replaced. */
async function sentBefore(screen: TrainingScreen, key: string, plan: LoadedPlan | undefined): Promise<Answer> {
  const { deps, request } = screen;
  const loaded = await loadCampaign(deps.records, request.actor.school, key);
  if (loaded?.campaign.by === request.actor.person.id) return sent(screen, loaded.campaign.total, loaded.campaign.startAt, key);
  const notice = ['This was begun again in another window, so nothing has been sent from here. Please look at it once more.'];
  return formAnswer(screen, plan === undefined ? blankForm : formOf(plan.form), {}, notice);
}

function sent({ world }: TrainingScreen, total: number, startAt: string, campaign: string): Answer {
  const card = remindSentCard({ total, goes: goesInWords(startAt, world), isNow: startAt <= world.now, campaign });
  return { kind: 'dialog', title, card };
}

function readOverride({ data }: CardRequest): { reason: string; problem?: RemindProblem } | undefined {
  if (data['override'] !== true) return undefined;
  const reason = typedText(data['reason']).trim();
  if (reason === '') return { reason, problem: 'reason-missing' };
  return reason.length > longestReason ? { reason, problem: 'reason-too-long' } : { reason };
}

/** The same button once more, when the store did not answer. */
export function sameSend(request: CardRequest, deps: Deps, broke: Broke): Answer | undefined {
  const campaign = idIn(request.data, 'campaign');
  if (rememberedScreen(request, deps) === undefined || campaign === undefined) return undefined;
  const words =
    broke === 'uncertain'
      ? ['It is not certain that this was sent.', 'Try again: it cannot go out twice.']
      : ['NOT SENT: the record cannot be reached just now.', 'What you chose is kept. Please try again in a minute.'];
  const override = request.data['override'] === true;
  const card = remindNotSentCard({ words, maybe: broke === 'uncertain', campaign, override, reason: typedText(request.data['reason']) });
  return { kind: 'dialog', title, card };
}
