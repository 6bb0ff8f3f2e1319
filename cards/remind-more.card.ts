import { choiceInput, dateInput, peopleInput } from './inputs.ts';
import { type Card, card, type Element, heading, submit } from './parts.ts';
import { carried, field, notices, openFields, type RemindForm, type RemindFormView } from './remind-form.part.ts';
import { pickerValue, timeInput } from './setup-parts.ts';
import { roleNames } from './setup-words.ts';

/** What the choices on the first screen leave open, and nothing else. Drawn only when there is something. */
export function remindMoreCard(view: RemindFormView): Card {
  const asked = openFields(view.form);
  const title = asked.length === 1 ? 'One more question' : 'A little more';
  return card(
    [heading(title), ...notices(view), ...asked.flatMap((id) => field(inputFor(id, view), view)), ...carried(view, asked)],
    [submit('Next', 'remind.next', { more: true }, { style: 'positive' }), submit('Back', 'remind.back')],
    { speak: title },
  );
}

function inputFor(id: keyof RemindForm, { form, roles }: RemindFormView): Element {
  switch (id) {
    case 'role': {
      const choices = roles.map((value) => ({ title: roleNames[value], value }));
      return choiceInput('role', 'Which role?', choices, { value: form.role, style: 'compact', placeholder: 'Choose a role' });
    }
    case 'within': {
      const choices = ['7', '14', '30', '60', '90'].map((value) => ({ title: `${value} days`, value }));
      return choiceInput('within', 'Due within how many days?', choices, { value: form.within, style: 'compact' });
    }
    case 'named':
      return peopleInput('named', 'Who?', pickerValue(form.named));
    case 'day':
      return dateInput('day', 'On which day?', form.day === '' ? undefined : form.day);
    default:
      return timeInput('time', 'At what time, by the school’s clock?', form.time);
  }
}
