import { type AuditView, auditCard, levelId } from '#cards/audit.card.ts';
import { dayOf } from '#domain/days.ts';
import type { World } from '#domain/decide.ts';
import { type Levels, levelsIn } from '#domain/training/audit.ts';
import { roundOf } from '#domain/training/audit-round.ts';
import { datedDay } from '#domain/training/day-words.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { nothingHere } from '#features/training/training-screen.ts';
import { worldOf } from '#features/world.ts';
import { answersIn, loadAudit } from '#stores/audit-record.ts';

/** *Answer the self-audit*: every statement, as they answered it in this round if they did. */
export async function openAudit({ actor: { school, person } }: CardRequest, deps: Deps): Promise<Answer> {
  const world = await worldOf(deps, school);
  if (deps.directory.member(school, person.id) === undefined) return nothingHere;
  const today = dayOf(world.settings.calendar, world.now);
  const round = roundOf(world.ruleSet.training, world.settings, today);
  const last = answersIn(await loadAudit(deps.records, school, round, person.id), round).at(-1);
  const answeredOn = last === undefined ? {} : { answeredOn: datedDay(dayOf(world.settings.calendar, last.at)) };
  return auditAnswer(world, { levels: last?.levels ?? {}, command: deps.newId(), ...answeredOn });
}

export function auditAnswer(
  { ruleSet }: World,
  view: Pick<AuditView, 'levels' | 'command'> & Partial<Pick<AuditView, 'answeredOn' | 'problem' | 'trouble'>>,
): Answer {
  const { audit, moreIn } = ruleSet.training;
  const { statements, scale, cite } = audit;
  const card = auditCard({ ...view, statements, scale, cite, ...(moreIn === undefined ? {} : { moreIn }) });
  return { kind: 'dialog', title: 'Self-audit', card };
}

/** What was chosen on the screen; what is no answer of ours counts as left out. */
export function chosenIn({ data }: CardRequest, { ruleSet }: World): Levels {
  return levelsIn(ruleSet.training, (statement) => data[levelId(statement)]);
}
