import { openFields } from '#cards/remind-form.part.ts';
import { notSaved } from '#cards/words.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { nothingHere, rememberedScreen, runnerScreen } from '#features/training/training-screen.ts';
import { keepPlan } from '#stores/plan-record.ts';
import { formAnswer, moreAnswer, problemAnswer } from './draw-form.ts';
import { peopleMeant } from './people-meant.ts';
import { previewAnswer } from './preview.ts';
import { checkRemindForm, formText, nobodyProblem, readRemindForm } from './read-form.ts';

/** *Next* asks what is still open; then who is meant is worked out once, kept, and shown with what they will see. */
export async function nextRemind(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await runnerScreen(request, deps);
  if (screen === undefined) return nothingHere;
  const form = readRemindForm(request);
  const wasAskedMore = isSecondScreen(request);
  const wanted = checkRemindForm(form, screen);
  if ('problems' in wanted) return problemAnswer(screen, form, wanted.problems, wasAskedMore);
  if (!wasAskedMore && openFields(form).length > 0) return moreAnswer(screen, form);
  const meant = await peopleMeant(screen, wanted);
  if (meant.people.length === 0) return problemAnswer(screen, form, nobodyProblem(wanted.audience, meant), wasAskedMore);
  const plan = { key: deps.newId(), ...wanted, form: formText(form), ...meant };
  await keepPlan(deps.records, request.actor.school, request.actor.person.id, plan);
  return await previewAnswer(screen, plan);
}

const isSecondScreen = ({ data }: CardRequest) => data['more'] === true;
const nothingSent = [notSaved, 'Nothing has been sent. Please try again in a minute.'];

/** The same screen as typed, when the store did not answer. */
export function sameForm(request: CardRequest, deps: Deps): Answer | undefined {
  const screen = rememberedScreen(request, deps);
  const form = readRemindForm(request);
  const draw = isSecondScreen(request) && openFields(form).length > 0 ? moreAnswer : formAnswer;
  return screen && draw(screen, form, {}, nothingSent);
}
