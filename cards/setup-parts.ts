import type { PersonId } from '#domain/people.ts';
import type { Assignment } from '#domain/set-up.ts';
import type { Problems } from '#domain/set-up-checks.ts';
import { fieldError } from './inputs.ts';
import { type ButtonData, type Card, card, type Element, heading, notice, plain, submit } from './parts.ts';
import { problemWords } from './setup-words.ts';
import type { Verb } from './verbs.ts';

/** A person's name as the directory has it. */
export type Names = (person: PersonId) => string;

/** What every screen of set-up with fields needs. `command` is the id that saving will carry. */
export type SectionView<Form> = {
  form: Form;
  problems: Problems;
  command: string;
  /** *Back* was pressed with something changed and not saved. */
  leaving: boolean;
};

type Frame = { title: string; save: Verb; saveTitle?: string; data?: ButtonData };

/** One screen: fields, *Save*, *Back*. Both buttons send the fields, so *Back* can say when something would be lost. */
export function sectionCard(view: SectionView<unknown>, frame: Frame, body: Element[]): Card {
  const data = { ...frame.data, command: view.command };
  return card(
    [heading(frame.title), ...warnings(view), ...body],
    [
      submit(frame.saveTitle ?? 'Save', frame.save, data, { style: 'positive' }),
      submit(view.leaving ? 'Leave without saving' : 'Back', frame.save, { ...data, leave: view.leaving ? 'sure' : 'ask' }),
    ],
    { speak: frame.title },
  );
}

function warnings({ problems, leaving }: SectionView<unknown>): Element[] {
  if (leaving) return [notice(['You have changed something here and not saved it.'], 'warning')];
  if (Object.keys(problems).length === 0) return [];
  return [notice(['Nothing has been saved yet. Please look at the lines marked below.'])];
}

/** An input and, under it, what is wrong with what was typed. */
export function field(input: Element, problems: Problems): Element[] {
  const problem = problems[input.id ?? ''];
  return [input, ...fieldError(problem === undefined ? undefined : problemWords[problem])];
}

export function timeInput(id: string, label: string, value: string): Element {
  return { type: 'Input.Time', id, label, value };
}

/** "Mrs Shah, then Mr Cole", "Mr Ali (by telephone: 01632 960 140)" or "nobody yet". */
export function holdersInWords({ holders, outsider }: Assignment, names: Names): string {
  const people = holders.map((person) => plain(names(person)));
  const outside = outsider === undefined ? [] : [`${plain(outsider.name)} (by telephone: ${plain(outsider.phone)})`];
  return [...people, ...outside].join(', then ') || 'nobody yet';
}

/** The people picker knows only Entra object ids. */
export function pickerValue(people: readonly PersonId[]): { value: string } | Record<string, never> {
  return people.length === 0 ? {} : { value: people.map(objectId).join(',') };
}

export function objectId(person: PersonId): string {
  return person.split(':')[1] ?? person;
}
