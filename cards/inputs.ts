import { type Element, line } from './parts.ts';

export type Choice = { title: string; value: string };

/** An error beside the field it is about; nothing when there is none. */
export function fieldError(error: string | undefined): Element[] {
  return error === undefined ? [] : [line(error, { colour: 'attention', bold: true })];
}

export function textInput(
  id: string,
  label: string,
  options: Partial<{ value: string; multiline: boolean; maxLength: number; placeholder: string }> = {},
): Element {
  return {
    type: 'Input.Text',
    id,
    label,
    ...(options.value === undefined ? {} : { value: options.value }),
    ...(options.multiline ? { isMultiline: true } : {}),
    ...(options.maxLength === undefined ? {} : { maxLength: options.maxLength }),
    ...(options.placeholder === undefined ? {} : { placeholder: options.placeholder }),
  };
}

export function choiceInput(
  id: string,
  label: string,
  choices: Choice[],
  options: Partial<{ value: string; style: 'compact' | 'expanded'; multiple: boolean; placeholder: string }> = {},
): Element {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    choices,
    style: options.style ?? 'expanded',
    wrap: true,
    ...(options.multiple ? { isMultiSelect: true } : {}),
    ...(options.value === undefined ? {} : { value: options.value }),
    ...(options.placeholder === undefined ? {} : { placeholder: options.placeholder }),
  };
}

/** Picks people of the school's Teams by name. Sends Entra object ids, comma-joined. */
export function peopleInput(id: string, label: string, options: Partial<{ value: string; multiple: boolean }> = {}): Element {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    choices: [],
    'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    ...(options.multiple === false ? {} : { isMultiSelect: true }),
    ...(options.value === undefined ? {} : { value: options.value }),
    placeholder: 'Type a name',
  };
}

export function toggleInput(id: string, title: string, value = false): Element {
  return { type: 'Input.Toggle', id, title, value: String(value), valueOn: 'true', valueOff: 'false', wrap: true };
}

export function dateInput(id: string, label: string, value?: string): Element {
  return { type: 'Input.Date', id, label, ...(value === undefined ? {} : { value }) };
}
