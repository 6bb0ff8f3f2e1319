import { auditResultsCard, type ResultsView } from '#cards/audit-results.card.ts';
import { confidenceInGroups, confidenceOf, maySeeWhoAnswered, weakTopics } from '#domain/training/audit.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { nothingHere, screenFor, type TrainingScreen } from '#features/training/training-screen.ts';
import { type AnswersOf, answersOf, askedBy, thisRound } from './read-round.ts';

/** *Self-audit results* of this round, for whoever sees the register. */
export async function showResults(request: CardRequest, deps: Deps): Promise<Answer> {
  const screen = await screenFor(request, deps);
  if (screen === undefined) return nothingHere;
  return { kind: 'dialog', title: 'Self-audit', card: auditResultsCard(await resultsOf(screen)) };
}

async function resultsOf(screen: TrainingScreen): Promise<ResultsView> {
  const { world, request, label, mayRun } = screen;
  const { training } = world.ruleSet;
  const round = thisRound(screen);
  const maySeeWho = maySeeWhoAnswered(world, request.actor.person.id);
  const everybody: AnswersOf[] = [];
  for await (const one of answersOf(screen, round)) everybody.push(one);
  const here = everybody.filter(({ isHere }) => isHere);
  // Answers of the very same moment have an order of their own too, whatever became of them since.
  everybody.sort((a, b) => (a.person < b.person ? -1 : 1));
  const asked = new Set([...askedBy(screen), ...here.map(({ person }) => person)]);
  const confidence = maySeeWho
    ? confidenceOf(
        training,
        here.map(({ answers }) => answers.at(-1)?.levels ?? {}),
      )
    : confidenceInGroups(
        training,
        everybody.map(({ answers }) => answers),
      );
  const rows = confidence.map(({ topic, counts }) => ({ label: label(topic), counts: maySeeWho || sum(counts) > 0 ? counts : undefined }));
  return {
    round: round.words,
    answered: here.length,
    asked: asked.size,
    scale: training.audit.scale,
    rows,
    weak: weakTopics(confidence).map((weak) => ({ ...weak, label: label(weak.topic) })),
    mayRemind: mayRun,
    maySeeWho,
    tooFew: rows.every(({ counts }) => counts === undefined),
  };
}

const sum = (counts: number[]) => counts.reduce((total, n) => total + n, 0);
