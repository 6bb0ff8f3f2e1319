import type { PersonId, Role } from '#domain/people.ts';
import { fieldError } from './inputs.ts';
import { type Element, notice } from './parts.ts';
import { type RemindProblem, remindProblems } from './remind-words.ts';
import { pickerValue } from './setup-parts.ts';

/** What was chosen and typed, right or wrong, on both screens of the form. */
export type RemindForm = {
  topic: string;
  words: string;
  who: string;
  role: string;
  within: string;
  named: PersonId[];
  when: string;
  day: string;
  time: string;
};

export type RemindFormView = {
  form: RemindForm;
  /** By the id of the field. */
  problems: Partial<Record<keyof RemindForm, RemindProblem>>;
  topics: { key: string; label: string }[];
  /** Roles that somebody holds. */
  roles: Role[];
  /** Said above everything: that it was not saved, or that this was begun before. */
  notice?: string[];
};

type FieldId = keyof RemindForm;

/** What the first screen leaves open, and the second one asks: which role, how many days, which people, which moment. */
export function openFields({ who, when }: RemindForm): FieldId[] {
  const asked: FieldId[] = who === 'role' ? ['role'] : who === 'due' ? ['within'] : who === 'named' ? ['named'] : [];
  return when === 'later' ? [...asked, 'day', 'time'] : asked;
}

export function notices({ notice: above = [], problems }: RemindFormView): Element[] {
  const found = Object.keys(problems).length > 0 ? ['Nothing has been sent. Please look at the lines marked below.'] : [];
  const words = [...above, ...found];
  return words.length === 0 ? [] : [notice(words, 'warning')];
}

/** An input and, under it, what is wrong with what was typed. */
export function field(input: Element, { problems }: RemindFormView): Element[] {
  const problem = problems[input.id as FieldId];
  return [input, ...fieldError(problem === undefined ? undefined : remindProblems[problem])];
}

/** Answers of the other screen: they come along unseen, so that nothing is lost on the way there and back. */
export function carried({ form }: RemindFormView, shown: FieldId[]): Element[] {
  const { named, ...typed } = form;
  const values = { ...typed, named: pickerValue(named).value ?? '' };
  const ids = (Object.keys(values) as FieldId[]).filter((id) => !shown.includes(id));
  // Several lines: a field of one line would drop the line breaks of what was written.
  return ids.map((id) => ({ type: 'Input.Text', id, isVisible: false, isMultiline: true, value: values[id] }));
}
