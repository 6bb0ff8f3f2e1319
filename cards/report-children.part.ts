import type { Question } from '#domain/policy.ts';
import { childRoles } from '#domain/report.ts';
import { choiceInput, fieldError, textInput } from './inputs.ts';
import { buttons, type Element, submit } from './parts.ts';
import type { QuestionsView } from './report-questions.card.ts';

const roleLabels: Record<(typeof childRoles)[number], string> = {
  harmed: 'May have been harmed or upset',
  'may-have-done': 'May have done it',
  both: 'Both',
  saw: 'Saw it',
  'not-known': 'Not known',
};

/** A row for each child, with *Another child* under them. */
export function childRows(question: Question, view: QuestionsView): Element[] {
  const rows = Math.max(1, view.rows[question.key] ?? 1);
  const asksRole = question.role === 'involved' || question.role === 'not-known';
  const more = submit('Another child', 'report.add-row', {
    draft: view.draft,
    command: view.command,
    tile: view.tile.key,
    question: question.key,
  });
  return [...Array.from({ length: rows }, (_, row) => childRow(question, row, asksRole, view)).flat(), buttons([more])];
}

/** The question itself is the label of the name: "Name" alone, twice on a screen, says nothing to somebody who hears it. */
function childRow(question: Question, row: number, asksRole: boolean, { inputs, errors, yearGroups }: QuestionsView): Element[] {
  const id = `q.${question.key}.${row}`;
  const which = row === 0 ? '' : ` (child ${row + 1})`;
  const roles = childRoles.map((role) => ({ title: roleLabels[role], value: role }));
  const name = { value: inputs[`${id}.name`] ?? '', maxLength: 120, placeholder: 'Name' };
  const years = [...yearGroups, 'Not known'].map((title) => ({ title, value: title }));
  const year = { style: 'compact', value: inputs[`${id}.year`] ?? '', placeholder: 'Choose' } as const;
  return [
    nameAndYear(
      [textInput(`${id}.name`, `${question.label}${which}`, name), ...fieldError(errors[`${id}.name`])],
      [choiceInput(`${id}.year`, `Year group${which}`, years, year)],
    ),
    ...(asksRole
      ? [
          choiceInput(`${id}.role`, `Their part in it, if you know${which}`, roles, {
            style: 'compact',
            value: inputs[`${id}.role`] ?? 'not-known',
          }),
        ]
      : []),
  ];
}

/** Both stand on one line at the bottom, however many lines the question takes. */
function nameAndYear(name: Element[], year: Element[]): Element {
  const column = (items: Element[], width: number) => ({ type: 'Column', width, verticalContentAlignment: 'bottom', items });
  return { type: 'ColumnSet', columns: [column(name, 3), column(year, 2)] };
}
