import { type PhonesForm, phoneFields, setupPhonesCard } from '#cards/setup-phones.card.ts';
import { checkPhones } from '#domain/set-up-checks.ts';
import type { Phones } from '#domain/settings.ts';
import { readText } from './read-form.ts';
import { type Section, saveSection, showSection } from './section.ts';

const section: Section<PhonesForm> = {
  title: 'Telephone numbers',
  stored: async ({ loaded }) => formOf((field) => loaded.settings.phones[field] ?? ''),
  read: async ({ request }) => formOf((field) => readText(request.data, field)),
  check: checkPhones,
  change: (form) => ({ type: 'set-phones', phones: given(form) }),
  draw: setupPhonesCard,
};

function formOf(read: (field: keyof Phones) => string): PhonesForm {
  return Object.fromEntries(phoneFields.map((field) => [field, read(field)])) as PhonesForm;
}

/** Numbers left empty are not kept: sentences leave them out. */
function given(form: PhonesForm): Phones {
  return Object.fromEntries(Object.entries(form).filter(([, number]) => number !== ''));
}

export const showPhones = showSection(section);
export const savePhones = saveSection(section);
