import { remindCard } from '#cards/remind.card.ts';
import { openFields, type RemindForm, type RemindFormView } from '#cards/remind-form.part.ts';
import { remindMoreCard } from '#cards/remind-more.card.ts';
import { roles } from '#domain/people.ts';
import { holdersOf } from '#domain/roles.ts';
import type { Answer } from '#features/handler.ts';
import type { TrainingScreen } from '#features/training/training-screen.ts';
import type { Problems } from './read-form.ts';

export const title = 'Send a reminder';

/** The first screen of the form, with what was chosen and typed in it. */
export function formAnswer(screen: TrainingScreen, form: RemindForm, problems: Problems = {}, notice: string[] = []): Answer {
  return { kind: 'dialog', title, card: remindCard(viewOf(screen, form, problems, notice)) };
}

/** The second: what the first one leaves open. */
export function moreAnswer(screen: TrainingScreen, form: RemindForm, problems: Problems = {}, notice: string[] = []): Answer {
  return { kind: 'dialog', title, card: remindMoreCard(viewOf(screen, form, problems, notice)) };
}

/** The screen on which the first of the problems stands. What has not been asked yet is no problem there. */
export function problemAnswer(screen: TrainingScreen, form: RemindForm, problems: Problems, wasAskedMore: boolean): Answer {
  const open = openFields(form);
  const first = Object.fromEntries(Object.entries(problems).filter(([id]) => !open.includes(id as keyof RemindForm)));
  if (Object.keys(first).length > 0) return formAnswer(screen, form, first);
  return moreAnswer(screen, form, wasAskedMore ? problems : {});
}

/** Only roles that somebody with an account holds are offered. */
function viewOf({ world, deps, request }: TrainingScreen, form: RemindForm, problems: Problems, notice: string[]): RemindFormView {
  const isHere = (person: string) => deps.directory.person(request.actor.school, person) !== undefined;
  return {
    form,
    problems,
    topics: world.ruleSet.training.topics.map(({ key, label }) => ({ key, label })),
    roles: roles.filter((role) => holdersOf(world.settings, role).some(isHere)),
    notice,
  };
}
