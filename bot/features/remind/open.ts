import type { RemindForm } from '#cards/remind-form.part.ts';
import { findTopic } from '#domain/training/policy.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { choiceIn, oneOfIn } from '#features/read-data.ts';
import { nothingHere, runnerScreen, type TrainingScreen } from '#features/training/training-screen.ts';
import { loadPlan } from '#stores/plan-record.ts';
import { formAnswer } from './draw-form.ts';
import { blankForm, formOf, readRemindForm } from './read-form.ts';

const begunBefore = ['You began this before and have not sent it.'];

/** *Send a reminder*: empty, with the topic that the button names, or as it was left. */
export async function openRemind(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  if (screen === undefined) return nothingHere;
  const asked = askedFor(screen);
  if (asked !== undefined) return formAnswer(screen, asked);
  const plan = await loadPlan(deps.records, request.actor.school, request.actor.person.id);
  return plan === undefined ? formAnswer(screen, blankForm) : formAnswer(screen, formOf(plan.form), {}, begunBefore);
}

/** *Back* from the second screen, which sends the whole form, or from the last look, which is kept: everything is as it was. */
export async function backToForm(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  if (screen === undefined) return nothingHere;
  if (typeof request.data['who'] === 'string') return formAnswer(screen, readRemindForm(request));
  const plan = await loadPlan(deps.records, request.actor.school, request.actor.person.id);
  return formAnswer(screen, plan === undefined ? blankForm : formOf(plan.form));
}

/** Another screen may name the topic; *Who is due* also says that only those are meant for whom it was due, or is due soon. */
function askedFor({ request: { data }, world }: TrainingScreen): RemindForm | undefined {
  const topic = choiceIn(data, 'topic');
  if (findTopic(world.ruleSet.training, topic) === undefined) return undefined;
  const only = oneOfIn(data, 'only', ['soon', 'passed']);
  return { ...blankForm, topic, ...(only === undefined ? {} : { who: only === 'soon' ? 'due' : 'overdue' }) };
}
