import type { Levels } from '#domain/training/audit.ts';
import type { Broke } from './broke.ts';
import { choiceInput } from './inputs.ts';
import { box, type Card, card, heading, line, plain, submit } from './parts.ts';
import { moreIn, troubleBox } from './training-words.ts';

export type AuditView = {
  statements: { key: string; text: string }[];
  /** From least to most sure. */
  scale: string[];
  levels: Levels;
  cite: string;
  /** Where fuller detail is written. */
  moreIn?: string;
  command: string;
  /** They answered in this round already: `12 November 2026`. */
  answeredOn?: string;
  problem?: 'nothing-chosen';
  trouble?: Broke;
};

/** Under which name an answer travels. */
export const levelId = (statement: string) => `level.${statement}`;

/** The self-audit: every statement at once, each with its whole scale in sight, so that one press answers one. */
export function auditCard(view: AuditView): Card {
  const choices = view.scale.map((title, i) => ({ title, value: String(i + 1) }));
  const again = view.answeredOn === undefined ? [] : [line(`You answered on ${view.answeredOn}. What you change now takes its place.`)];
  return card(
    [
      ...troubleBox(view.trouble),
      // At the top: on a telephone the form is four screens long, and comes back at its beginning.
      ...(view.problem === undefined ? [] : [box([line('Nothing is chosen yet. One answer is enough.', { bold: true })], 'attention')]),
      heading('How sure do you feel?'),
      line('This is not a test. It shows what training would help, and you may leave out what you like.'),
      line(
        'The computing coordinator and the headteacher can see who would like more help. Others who look after training see only numbers, and never of fewer than five people.',
        { subtle: true },
      ),
      ...again,
      ...view.statements.map(({ key, text }) => {
        const level = view.levels[key];
        return choiceInput(levelId(key), text, choices, level === undefined ? {} : { value: String(level) });
      }),
      line(`From: ${plain(view.cite)}.${moreIn(view)}`, { subtle: true }),
    ],
    [submit('Save', 'audit.save', { command: view.command }, { style: 'positive' })],
    { speak: 'How sure do you feel?' },
  );
}

/** Thanks, and how many were left out. `next`: `is due again on Tuesday 23 November 2027`. */
export function auditSavedCard({ answered, of, next }: { answered: number; of: number; next?: string }): Card {
  const left = of - answered;
  return card(
    [
      box([line('Thank you. Your answers are saved.', { bold: true })], 'good'),
      line(
        left === 0
          ? `All ${of} are answered.`
          : `${answered} of ${of} ${answered === 1 ? 'is' : 'are'} answered, and ${left === 1 ? '1 is' : `${left} are`} left out. That is all right.`,
      ),
      ...(next === undefined ? [] : [line(`The self-audit ${next}.`)]),
    ],
    [submit(left === 0 ? 'Change my answers' : 'Answer the rest', 'audit.open')],
    { speak: 'Thank you. Your answers are saved.' },
  );
}
