import { z } from 'zod';
import { Cite } from '#domain/policy-keys.ts';

const Key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'a short key in small letters');
const ruleSetKeys = ['headteacher-first', 'dsl-first'] as const;
type RuleSetKey = (typeof ruleSetKeys)[number];

/** The same for both rule sets, or each in its own words: schools differ in who is told first. */
const Worded = z.union([z.string().min(1), z.strictObject({ 'headteacher-first': z.string().min(1), 'dsl-first': z.string().min(1) })]);
type Worded = z.infer<typeof Worded>;

const QuestionShape = z.strictObject({
  key: Key,
  /** What happens, in a primary school. */
  scene: Worded,
  ask: Worded,
  choices: z
    .array(z.strictObject({ key: Key, text: Worded }))
    .min(3)
    .max(4),
  /** The key of the one right choice. */
  right: Worded,
  /** Why, in a sentence or two: shown whatever was answered. */
  why: Worded,
  cite: z.strictObject({ 'headteacher-first': Cite, 'dsl-first': Cite }),
});

const Shape = z.strictObject({
  key: Key,
  title: z.string().min(3),
  /** So many in a hundred right is a pass. */
  passPercent: z.int().min(1).max(100),
  questions: z.array(QuestionShape).min(3).max(5),
});
type Shape = z.infer<typeof Shape>;

export type Question = {
  key: string;
  scene: string;
  ask: string;
  choices: { key: string; text: string }[];
  right: string;
  why: string;
  cite: string;
};

/** A short quiz as one school reads it. */
export type Quiz = { key: string; title: string; passPercent: number; questions: Question[] };

/** Question → the choice that was made. What is none of the quiz's is left alone. */
export type Answers = Readonly<Record<string, string>>;

export type Marked = { right: number; of: number; passed: boolean };

/** A quiz from JSON, in the words of one rule set. Throws an error that names the place of the first thing that is wrong. */
export function parseQuiz(json: unknown, ruleSet: { key: RuleSetKey; sources: { title: string }[] }): Quiz {
  const parsed = Shape.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`The quiz is not valid at ${issue?.path.join('.') || 'its top'}: ${issue?.message}`);
  }
  const quiz = inWordsOf(parsed.data, ruleSet.key);
  for (const question of quiz.questions) {
    const problem = problemOf(question, quiz, ruleSet.sources);
    if (problem !== undefined) throw new Error(`The quiz ${quiz.key} is not valid at ${question.key}: ${problem} (${ruleSet.key})`);
  }
  return quiz;
}

function inWordsOf({ questions, ...quiz }: Shape, key: RuleSetKey): Quiz {
  const worded = (text: Worded) => (typeof text === 'string' ? text : text[key]);
  return {
    ...quiz,
    questions: questions.map((question) => ({
      key: question.key,
      scene: worded(question.scene),
      ask: worded(question.ask),
      choices: question.choices.map((choice) => ({ key: choice.key, text: worded(choice.text) })),
      right: worded(question.right),
      why: worded(question.why),
      cite: question.cite[key],
    })),
  };
}

function problemOf({ key, choices, right, cite }: Question, quiz: Quiz, sources: { title: string }[]): string | undefined {
  if (quiz.questions.filter((other) => other.key === key).length > 1) return 'the key stands here twice';
  if (new Set(choices.map((choice) => choice.key)).size < choices.length) return 'two choices have the same key';
  if (new Set(choices.map((choice) => choice.text)).size < choices.length) return 'two choices say the same';
  if (!choices.some((choice) => choice.key === right)) return `there is no choice ${right}`;
  return sources.some(({ title }) => cite.startsWith(`${title}, `)) ? undefined : `"${cite}" does not begin with the title of a source`;
}

/** The first question without an answer of its own; undefined when there is none left. */
export function nextQuestion({ questions }: Quiz, answers: Answers): Question | undefined {
  return questions.find((question) => choiceOf(question, answers) === undefined);
}

/** What was chosen; undefined for what is not on offer. */
export function choiceOf({ key, choices }: Question, answers: Answers): Question['choices'][number] | undefined {
  return Object.hasOwn(answers, key) ? choices.find((choice) => choice.key === answers[key]) : undefined;
}

/** Expects an answer to every question; a question without one counts as not right. */
export function markQuiz({ questions, passPercent }: Quiz, answers: Answers): Marked {
  const right = questions.filter((question) => choiceOf(question, answers)?.key === question.right).length;
  return { right, of: questions.length, passed: right * 100 >= passPercent * questions.length };
}

/** The choices in an order that follows from the seed alone, so that a new try looks new and the same screen always the same. */
export function inOrderOf<Choice extends { key: string }>(seed: string, choices: readonly Choice[]): Choice[] {
  const placed = choices.map((choice) => ({ choice, place: scatter(`${seed} ${choice.key}`) }));
  return placed.sort((a, b) => a.place - b.place).map(({ choice }) => choice);
}

/** FNV-1a with a last stir, since texts that differ at their end only would otherwise lie close together. */
function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
