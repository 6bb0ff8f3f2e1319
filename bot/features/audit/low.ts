import { auditLowCard } from '#cards/audit-results.card.ts';
import { isLow, maySeeWhoAnswered, topicLevels } from '#domain/training/audit.ts';
import { findTopic } from '#domain/training/policy.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { pageOf } from '#features/page-of.ts';
import { choiceIn, pageIn } from '#features/read-data.ts';
import { nothingHere, screenFor } from '#features/training/training-screen.ts';
import { answersOf, thisRound } from './read-round.ts';

const pageLength = 40;

/** *Who*: those who would like more help with a topic. For the coordinator and the headteacher only. */
export async function showLow(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await screenFor(request, deps);
  if (screen === undefined || !maySeeWhoAnswered(screen.world, request.actor.person.id)) return nothingHere;
  const { world, name, mayRun } = screen;
  const { training } = world.ruleSet;
  const topic = findTopic(training, choiceIn(request.data, 'topic'));
  if (topic === undefined) return nothingHere;
  const names: string[] = [];
  for await (const { person, isHere, answers } of answersOf(screen, thisRound(screen))) {
    if (isHere && isLow(topicLevels(training, answers.at(-1)?.levels ?? {})[topic.key])) names.push(name(person));
  }
  names.sort((one, other) => one.localeCompare(other, 'en-GB'));
  const { page, more, shown } = pageOf(names, pageIn(request.data), pageLength);
  const card = auditLowCard({
    topic: topic.key,
    label: topic.label,
    scale: training.audit.scale,
    names: shown,
    total: names.length,
    page,
    more,
    mayRemind: mayRun,
  });
  return { kind: 'dialog', title: 'Self-audit', card };
}
