import type { CaseView } from '#cards/case.card.ts';
import { stepWords } from '#cards/step-words.ts';
import type { World } from '#domain/decide.ts';
import type { Incident } from '#domain/incident.ts';
import { roleLabel, type StepKey } from '#domain/policy.ts';
import { byPhone } from '#domain/roles.ts';
import type { RoutedStep } from '#domain/routing.ts';
import { welfareSteps } from '#domain/steps.ts';
import type { Sight } from '#domain/visibility.ts';

/** What the policy asks for, as far as this reader is told of the case. */
export function owedRows(incident: Incident, sight: Sight, world: World): CaseView['owed'] {
  return incident.route.steps.filter((step) => isTodo(step, sight, world)).map((step) => owedRow(step, world));
}

const taskSteps: readonly StepKey[] = ['technical-fix', 'decide:breach-notice'];

/** To have been told is done; what is left is to be answered. Somebody without an account is still to be rung. */
function isTodo({ step, role }: RoutedStep, sight: Sight, { settings }: World): boolean {
  if (sight === 'task') return taskSteps.includes(step);
  if (sight === 'welfare') return welfareSteps.includes(step);
  if (step === 'also') return role !== undefined && byPhone(settings, role) !== undefined;
  return step !== 'to' && step !== 'log';
}

function owedRow({ step, policy, role, by, cite, need }: RoutedStep, { ruleSet, settings }: World): CaseView['owed'][number] {
  const call = step === 'also' && role !== undefined ? byPhone(settings, role) : undefined;
  if (role !== undefined && call !== undefined) {
    return { words: `Ring the ${roleLabel(ruleSet, role)}, ${call.name}, on ${call.phone}`, cite, offered: false };
  }
  const title = policy === undefined ? '' : ` the ${ruleSet.linkedPolicies[policy]?.title ?? policy}`;
  const who = by === undefined ? '' : `: ${roleLabel(ruleSet, by)}`;
  return { words: `${stepWords(step)}${title}${who}`, cite, offered: need === 'offered' };
}
