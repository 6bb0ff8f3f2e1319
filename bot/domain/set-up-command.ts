import type { CoverProblem } from './cover-checks.ts';
import type { PersonId, Role } from './people.ts';
import type { Assignment, HolidayAnswer, RuleSetKey, SetUpEvent } from './set-up.ts';
import type { Calendar, Phones, Place, Settings } from './settings.ts';

/** `id` is chosen when the card is drawn, so that pressing twice is pressing once. A role change keeps it as its name. */
export type SetUpCommand = { id: string } & (
  | { type: 'choose-rule-set'; ruleSet: RuleSetKey }
  | { type: 'change-role'; role: Role; to: Assignment }
  | { type: 'answer-role'; change: string; agree: boolean }
  | { type: 'choose-places'; places: Place[] }
  | { type: 'set-calendar'; calendar: Calendar }
  | { type: 'set-phones'; phones: Phones }
  | { type: 'answer-holiday'; answer: HolidayAnswer; to?: Assignment }
  | { type: 'set-cover'; cover: Settings['cover'] }
  | ({ type: 'set-training' } & Settings['training'])
);

export type By = { person: PersonId; administrator: boolean };

/**
 * Whom a change owes a message. `role-confirm` asks the second person, `role-named` asks the person named, `role-change` and `cover`
 * only tell. `change` joins the message to its change, so that an answer redraws it.
 */
export type Notice =
  | { about: 'role-confirm' | 'role-named' | 'role-change'; change: string; role: Role; to: PersonId[] }
  | { about: 'cover'; change: string; to: PersonId[] };

export type SetUpRefusal = 'not-an-administrator' | 'nothing-to-answer' | 'own-proposal' | CoverProblem;

export type SetUpDecision =
  | { kind: 'accepted'; events: SetUpEvent[]; notices: Notice[] }
  | { kind: 'unchanged' }
  | { kind: 'refused'; reason: SetUpRefusal };

export const refused = (reason: SetUpRefusal): SetUpDecision => ({ kind: 'refused', reason });
