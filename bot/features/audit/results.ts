import { auditResultsCard, type ResultsView } from '#cards/audit-results.card.ts';
import { addAnswers, fewest, inGroups, maySeeWhoAnswered, nobodyAnswered, roundOf, weakTopics } from '#domain/training/audit.ts';
import type { Answer, CardRequest, Deps } from '#features/handler.ts';
import { nothingHere, type Register, registerFor } from '#features/training/register-context.ts';
import { type AnswersOf, answersOf, askedBy } from './read-round.ts';

/** *Self-audit results* of this round, for whoever sees the register. */
export async function showResults(request: CardRequest, deps: Deps): Promise<Answer> {
  const register = await registerFor(request, deps);
  if (register === undefined) return nothingHere;
  return { kind: 'dialog', title: 'Self-audit', card: auditResultsCard(await resultsOf(register)) };
}

async function resultsOf(register: Register): Promise<ResultsView> {
  const { world, request, label, mayRun } = register;
  const { training } = world.ruleSet;
  const round = roundOf(training, register.today);
  const maySeeWho = maySeeWhoAnswered(world, request.actor.person.id);
  const asked = askedBy(register);
  const answers: AnswersOf[] = [];
  for await (const one of answersOf(register, round.key)) {
    asked.add(one.person);
    answers.push(one);
  }
  // First answers: somebody who changes one of theirs would be the difference between two looks as well.
  const shown = maySeeWho ? answers.map(({ levels }) => levels) : inGroups(answers.map(({ first }) => first)).map(({ levels }) => levels);
  const confidence = shown.reduce((so, levels) => addAnswers(so, training, levels), nobodyAnswered(training));
  const mayShow = (people: number) => maySeeWho || people >= fewest;
  return {
    round: round.words,
    answered: answers.length,
    ...(maySeeWho ? {} : { counted: confidence.answered }),
    asked: asked.size,
    scale: training.audit.scale,
    rows: confidence.topics.map(({ topic, counts }) => ({ label: label(topic), counts: mayShow(sum(counts)) ? counts : undefined })),
    weak: weakTopics(confidence)
      .filter(({ of }) => mayShow(of))
      .map((weak) => ({ ...weak, label: label(weak.topic) })),
    mayRemind: mayRun,
    maySeeWho,
    tooFew: !mayShow(shown.length),
  };
}

const sum = (counts: number[]) => counts.reduce((total, n) => total + n, 0);
