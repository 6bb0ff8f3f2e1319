import { auditSavedCard } from '#cards/audit.card.ts';
import type { Broke } from '#cards/broke.ts';
import { nextInWords } from '#cards/training-entries.part.ts';
import type { World } from '#domain/decide.ts';
import { auditEvents } from '#domain/training/audit.ts';
import { roundOf } from '#domain/training/audit-round.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { pressOf } from '#features/press-of.ts';
import { commandIn } from '#features/read-data.ts';
import { settleReminders } from '#features/remind/note-said.ts';
import { type Learner, loadLearner, saveLearner } from '#features/training/learner.ts';
import { nothingHere } from '#features/training/training-screen.ts';
import { rememberedWorld, worldOf } from '#features/world.ts';
import { loadAudit, saveAudit } from '#stores/audit-record.ts';
import { auditAnswer, chosenIn } from './open.ts';

/**
 * *Save*. The answers are written first and what was done after them, since "done" without answers would not be true; a press that
 * broke between the two is pressed again and does the rest.
 */
export async function saveAnswers(request: CardRequest, deps: Deps): Promise<Answer> {
  const command = commandIn(request.data);
  if (command === undefined) return nothingHere;
  const { school, person } = request.actor;
  const world = await worldOf(deps, school);
  const learner = await loadLearner(deps, world, school, person.id);
  if (learner === undefined) return nothingHere;
  const levels = chosenIn(request, world);
  const answered = Object.keys(levels).length;
  if (answered === 0) return auditAnswer(world, { levels, command, problem: 'nothing-chosen' });
  const press = pressOf(command, levels);
  const round = roundOf(world.ruleSet.training, world.settings, learner.today);
  await saveAudit(deps.records, await loadAudit(deps.records, school, round, person.id), { levels, at: world.now, command: press });
  const after = await noteDone(request, deps, world, learner, press);
  return savedAnswer(world, after, answered);
}

async function noteDone({ actor }: CardRequest, deps: Deps, world: World, learner: Learner, command: string): Promise<Learner> {
  const { school, person } = actor;
  const { topic } = world.ruleSet.training.audit;
  const { loaded, today } = learner;
  const events = auditEvents(world.ruleSet.training, loaded.record, { person: person.id, at: world.now, today, command });
  const after = events.length === 0 ? learner : await saveLearner(deps, world, learner, { events, command });
  await settleReminders(deps, world, { school, person: person.id, topics: [topic], command }, after);
  deps.nudge();
  return after;
}

function savedAnswer({ ruleSet }: World, { owed, today }: Learner, answered: number): Answer {
  const { topic, statements } = ruleSet.training.audit;
  const card = auditSavedCard({
    answered,
    of: statements.length,
    ...nextInWords(owed, topic, today),
  });
  return { kind: 'dialog', title: 'Self-audit', card };
}

/** The screen as it was filled in, drawn without the record. */
export function sameAnswers(request: CardRequest, deps: Deps, trouble: Broke): Answer | undefined {
  const command = commandIn(request.data);
  const world = rememberedWorld(deps, request.actor.school);
  return command === undefined ? undefined : auditAnswer(world, { levels: chosenIn(request, world), command, trouble });
}
