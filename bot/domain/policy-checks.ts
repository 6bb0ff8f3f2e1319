import type { z } from 'zod';
import type { RuleSet } from './policy.ts';
import { checkTraining } from './training/topic-checks.ts';

type Issues = z.RefinementCtx<RuleSet>;
type Path = (string | number)[];

/** What must agree between the parts of a rule set. Roles, flags, steps and subjects are closed lists and cannot be wrong here. */
export function crossCheck(ruleSet: RuleSet, issues: Issues): void {
  const complain = (path: Path, message: string) => issues.addIssue({ code: 'custom', path, message, input: undefined });
  uniqueKeys(ruleSet.categories, 'categories', complain);
  uniqueKeys(ruleSet.tiles, 'tiles', complain);
  uniqueKeys(ruleSet.training.topics, 'training.topics', complain);
  checkTraining(ruleSet.training, complain);
  policiesAreLinked(ruleSet, complain);
  tilesFit(ruleSet, complain);
  citesHaveSources(ruleSet, ruleSet, [], complain);
  if (!ruleSet.categories.some((category) => category.key === 'suspicious-use')) {
    complain(['categories'], 'the category suspicious-use is missing: it is what an alert without details is');
  }
}

type Complain = (path: Path, message: string) => void;

function uniqueKeys(rows: { key: string }[], where: string, complain: Complain): void {
  rows.forEach((row, i) => {
    if (rows.findIndex((other) => other.key === row.key) !== i) complain([where, i, 'key'], `the key ${row.key} stands here twice`);
  });
}

function policiesAreLinked(ruleSet: RuleSet, complain: Complain): void {
  const rows: [Path, { policy?: string | undefined }[]][] = [
    ...ruleSet.categories.map((row, i): [Path, typeof row.steps] => [['categories', i], row.steps]),
    ...Object.entries(ruleSet.flags).map(([key, row]): [Path, typeof row.steps] => [['flags', key], row.steps]),
    ...Object.entries(ruleSet.subjects).map(([key, row]): [Path, typeof row.steps] => [['subjects', key], row.steps]),
  ];
  for (const [path, steps] of rows) {
    steps.forEach(({ policy }, i) => {
      if (policy !== undefined && ruleSet.linkedPolicies[policy] === undefined) {
        complain([...path, 'steps', i, 'policy'], `${policy} is not among the linked policies`);
      }
    });
  }
}

function tilesFit(ruleSet: RuleSet, complain: Complain): void {
  const known = new Set(ruleSet.categories.map((category) => category.key));
  ruleSet.tiles.forEach((tile, t) => {
    if (!known.has(tile.category)) complain(['tiles', t, 'category'], `there is no category ${tile.category}`);
    uniqueKeys(tile.questions, `tiles.${t}.questions`, complain);
    tile.questions.forEach((question, q) => {
      const path = ['tiles', t, 'questions', q];
      const choices = question.choices ?? [];
      const asksChoice = question.kind === 'choice' || question.kind === 'toggle';
      if (asksChoice !== choices.length > 0) complain(path, 'choices belong to a choice or a toggle, and to every one of them');
      if (question.kind === 'choice' && !choices.some((choice) => choice.label === "Don't know" || choice.label === 'Not sure')) {
        complain(path, "a choice offers Don't know or Not sure (S-06)");
      }
      if (question.whenUnanswered !== undefined && !choices.some((choice) => choice.key === question.whenUnanswered)) {
        complain(path, `there is no choice ${question.whenUnanswered}`);
      }
      for (const { category } of choices) {
        if (category !== undefined && !known.has(category)) complain(path, `there is no category ${category}`);
      }
    });
  });
}

/** Every cite begins with the title of a source, so that a new edition is one search. */
function citesHaveSources(ruleSet: RuleSet, part: unknown, path: Path, complain: Complain): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'cite' && !ruleSet.sources.some((source) => String(value).startsWith(`${source.title}, `))) {
      complain([...path, key], `"${String(value)}" does not begin with the title of a source`);
    }
    citesHaveSources(ruleSet, value, [...path, key], complain);
  }
}
