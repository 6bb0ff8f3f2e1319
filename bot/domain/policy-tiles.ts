import { z } from 'zod';
import { Flag, SubjectKind } from './policy-keys.ts';

const Key = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a key in kebab-case');

/** One answer. It may set flags and may name a better category than the tile's; the reporter sees the label only. */
export const Choice = z.strictObject({
  key: Key,
  label: z.string().min(1),
  flags: z.partialRecord(Flag, z.enum(['yes', 'no', 'unsure'])).optional(),
  category: Key.optional(),
});
export type Choice = z.infer<typeof Choice>;

/**
 * One question of a tile. None blocks sending (S-06). A `choice` has a "Don't know" or "Not sure" among its choices; a
 * `toggle` has one choice, which stands when it is on; `children` takes names with the given part; `adult` a person, or me.
 */
export const Question = z.strictObject({
  key: Key,
  label: z.string().min(1),
  hint: z.string().optional(),
  kind: z.enum(['text', 'line', 'choice', 'children', 'adult', 'toggle']),
  /** What the children named have to do with it (S-16), for `children` only. */
  role: z.enum(['harmed', 'may-have-done', 'both', 'saw', 'not-known', 'involved']).optional(),
  choices: z.array(Choice).min(1).optional(),
  /** The choice that is already made when the form opens, and that counts when nobody touches it. */
  whenUnanswered: Key.optional(),
  /** A question that most people leave: not counted among the taps from *Report* to the receipt. */
  optional: z.literal(true).optional(),
  /** Characters, for `text` and `line`. */
  max: z.int().min(1).max(4000).optional(),
});
export type Question = z.infer<typeof Question>;

/** What a reporter picks first: plain words instead of a category. The owner settles the exact category at first look. */
export const Tile = z.strictObject({
  key: Key,
  label: z.string().min(1),
  hint: z.string().optional(),
  /** The name of a picture that comes with the cards; another name shows none. */
  icon: z.string().min(1),
  category: Key,
  /** One line above the questions: what not to do. */
  warning: z.string().optional(),
  /** Longer words shown beside the questions, by name: the wording lives with the cards. */
  guidance: z.array(z.enum(['imagery', 'adult-concern', 'recording-words'])).optional(),
  /** Who it is about when the reporter names nobody. */
  subject: SubjectKind.optional(),
  private: z.literal(true).optional(),
  questions: z.array(Question).min(1),
});
export type Tile = z.infer<typeof Tile>;
