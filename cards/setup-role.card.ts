import type { PersonId, Role } from '#domain/people.ts';
import type { AssignmentForm } from '#domain/set-up-checks.ts';
import { peopleInput, textInput } from './inputs.ts';
import { buttons, type Card, columns, type Element, line, plain, row, subheading, submit } from './parts.ts';
import { field, type Names, objectId, pickerValue, type SectionView, sectionCard } from './setup-parts.ts';
import { roleMeanings, roleNames } from './setup-words.ts';

export type RoleForm = AssignmentForm & { role: Role };
type RoleView = SectionView<RoleForm> & {
  names: Names /** A change of this role that somebody has yet to answer. */;
  waiting: string[];
};

/** One role. The people picker keeps no order, so the order travels in the buttons, as ids. */
export function setupRoleCard(view: RoleView): Card {
  const { form, problems } = view;
  const order = form.holders.map(objectId).join(',');
  const data = { role: form.role, order };
  return sectionCard(view, { title: roleNames[form.role], save: 'setup.role-save', data }, [
    line(roleMeanings[form.role]),
    ...view.waiting.map((words) => line(words, { colour: 'warning' })),
    ...field(peopleInput('holders', 'Who holds this role?', pickerValue(form.holders)), problems),
    ...orderRows(view, data),
    subheading('Someone without an account'),
    line('They are rung, never written to, and never count as told.', { subtle: true }),
    ...field(textInput('outsider-name', 'Their name', { value: form.outsiderName }), problems),
    ...field(textInput('outsider-phone', 'Their telephone number', { value: form.outsiderPhone }), problems),
  ]);
}

function orderRows({ form, names, command }: RoleView, data: { role: Role; order: string }): Element[] {
  const redraw = (title: string, up?: PersonId) =>
    submit(title, 'setup.role', { ...data, command, form: true, ...(up === undefined ? {} : { up: objectId(up) }) });
  const refresh = buttons([redraw('Show the order')]);
  if (form.holders.length < 2) return [line('With two or more people, choose who is asked first.', { subtle: true }), refresh];
  const rows = form.holders.map((person, i) => {
    const words = [line(`${i + 1}. ${plain(names(person))}`.replace(/^(\d+)\. /, '$1\\. '))];
    return i === 0 ? columns([words]) : row(words, buttons([redraw(`Move ${plain(names(person))} up`, person)]));
  });
  return [subheading('Who is asked first?'), ...rows, refresh];
}
