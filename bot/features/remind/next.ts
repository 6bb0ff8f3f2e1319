import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { nothingHere, rememberedRegister, runnerFor } from '#features/training/register-context.ts';
import { keepPlan } from '#stores/plan-record.ts';
import { formAnswer } from './draw-form.ts';
import { peopleMeant } from './people-meant.ts';
import { previewAnswer } from './preview.ts';
import { checkRemindForm, formText, nobodyProblem, readRemindForm } from './read-form.ts';

/** *Next*: who is meant is worked out once, kept, and shown with what they will see. */
export async function nextRemind(request: CardRequest, deps: Deps): Promise<Answer> {
  const register = await runnerFor(request, deps);
  if (register === undefined) return nothingHere;
  const form = readRemindForm(request);
  const wanted = checkRemindForm(form, register);
  if ('problems' in wanted) return formAnswer(register, form, wanted.problems);
  const people = await peopleMeant(register, wanted.audience, wanted.content);
  if (people.length === 0) return formAnswer(register, form, nobodyProblem(wanted.audience));
  const plan = { key: deps.newId(), ...wanted, form: formText(form), people };
  await keepPlan(deps.records, request.actor.school, request.actor.person.id, plan);
  return await previewAnswer(register, plan);
}

/** The form as typed, when the store did not answer. */
export function sameForm(request: CardRequest, deps: Deps): Answer | undefined {
  const register = rememberedRegister(request, deps);
  return (
    register && formAnswer(register, readRemindForm(request), {}, ['NOT SAVED, and nothing has been sent. Please try again in a minute.'])
  );
}
