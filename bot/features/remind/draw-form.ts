import { type RemindForm, remindCard } from '#cards/remind.card.ts';
import { roles } from '#domain/people.ts';
import { holdersOf } from '#domain/roles.ts';
import type { Answer } from '#features/handler.ts';
import type { Register } from '#features/training/register-context.ts';
import type { Problems } from './read-form.ts';

export const title = 'Send a reminder';

/** The form with what was chosen and typed in it. Only roles that somebody with an account holds are offered. */
export function formAnswer({ world, deps, request }: Register, form: RemindForm, problems: Problems = {}, notice: string[] = []): Answer {
  const { topics } = world.ruleSet.training;
  const isHere = (person: string) => deps.directory.person(request.actor.school, person) !== undefined;
  const card = remindCard({
    form,
    problems,
    topics: topics.map(({ key, label }) => ({ key, label })),
    roles: roles.filter((role) => holdersOf(world.settings, role).some(isHere)),
    notice,
  });
  return { kind: 'dialog', title, card };
}
