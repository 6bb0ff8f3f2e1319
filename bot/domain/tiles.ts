import type { Flag, RuleSet } from './policy.ts';
import type { Choice, Question, Tile } from './policy-tiles.ts';
import type { Facts } from './routing.ts';

/** By question key: the key of the choice made, text, or true for a toggle that is on. Anything else counts as unanswered. */
type Answers = Readonly<Record<string, unknown>>;

type FlagAnswer = 'yes' | 'no' | 'unsure';
const weight: Record<FlagAnswer, number> = { no: 0, unsure: 1, yes: 2 };

/** The choice that stands for a question: the one made, else the one that was made for the reporter beforehand. */
export function chosen(question: Question, answers: Answers): Choice | undefined {
  const answer = answers[question.key];
  if (question.kind === 'toggle') return answer === true || answer === 'true' ? question.choices?.[0] : undefined;
  const byKey = (key: unknown) => question.choices?.find((choice) => choice.key === key);
  return byKey(answer) ?? byKey(question.whenUnanswered);
}

/** The tile's category, or that of the first choice made that names a better one. */
export function categoryOf(tile: Tile, answers: Answers): string {
  const named = tile.questions.flatMap((question) => chosen(question, answers)?.category ?? []);
  return named[0] ?? tile.category;
}

/** The flags that the answers set. Where two answers differ the more worrying one stands. Flags that the school does not use are left out. */
export function flagsOf(ruleSet: RuleSet, tile: Tile, answers: Answers): Facts['flags'] {
  const found: Facts['flags'] = {};
  for (const question of tile.questions) {
    for (const [key, answer] of Object.entries(chosen(question, answers)?.flags ?? {})) {
      const flag = key as Flag;
      if (ruleSet.flags[flag] !== undefined && weight[answer] >= weight[found[flag] ?? 'no']) found[flag] = answer;
    }
  }
  return found;
}
