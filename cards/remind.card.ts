import type { PersonId, Role } from '#domain/people.ts';
import { choiceInput, dateInput, fieldError, peopleInput, textInput } from './inputs.ts';
import { box, type Card, card, type Element, heading, line, subheading, submit } from './parts.ts';
import { type RemindProblem, remindProblems } from './remind-words.ts';
import { pickerValue, timeInput } from './setup-parts.ts';
import { roleNames } from './setup-words.ts';

/** What was chosen and typed, right or wrong. */
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

export const longestWords = 1_000;
/** The value of "no topic" in the list of topics. */
export const noTopic = 'none';

/** *What*, *Who* and *When* of a reminder. Nothing goes out before it has been looked at on the next screen. */
export function remindCard(view: RemindFormView): Card {
  return card(
    [heading('What, to whom and when?'), ...notices(view), ...what(view), ...who(view), ...when(view)],
    [submit('Next: look at it', 'remind.next', {}, { style: 'positive' })],
    { speak: 'Send a reminder. What, who and when.' },
  );
}

function notices({ notice = [], problems }: RemindFormView): Element[] {
  const found = Object.keys(problems).length > 0 ? ['Nothing has been sent. Please look at the lines marked below.'] : [];
  const words = [...notice, ...found];
  return words.length === 0
    ? []
    : [
        box(
          words.map((text) => line(text, { bold: true })),
          'warning',
        ),
      ];
}

function what(view: RemindFormView): Element[] {
  const topics = view.topics.map(({ key, label }) => ({ title: label, value: key }));
  const none = { title: 'No topic: my own words only', value: noTopic };
  return [
    subheading('What'),
    ...field(
      choiceInput('topic', 'A topic of the school’s training', [...topics, none], {
        value: view.form.topic,
        style: 'compact',
        placeholder: 'Choose a topic',
      }),
      view,
    ),
    ...field(
      textInput('words', 'Your own words, if you like (up to 1,000 characters). They are shown as yours.', {
        value: view.form.words,
        multiline: true,
        maxLength: longestWords,
      }),
      view,
    ),
  ];
}

function who(view: RemindFormView): Element[] {
  const { form } = view;
  const days = ['7', '14', '30', '60', '90'].map((value) => ({ title: `${value} days`, value }));
  const roles = view.roles.map((value) => ({ title: roleNames[value], value }));
  return [
    subheading('Who'),
    ...field(choiceInput('who', 'Who is to get it?', audiences, { value: form.who, style: 'compact' }), view),
    ...field(choiceInput('within', 'With “due soon”: within how many days?', days, { value: form.within, style: 'compact' }), view),
    ...field(
      choiceInput('role', 'With “one role”: which?', roles, { value: form.role, style: 'compact', placeholder: 'Choose a role' }),
      view,
    ),
    ...field(peopleInput('named', 'With “people by name”: who?', pickerValue(form.named)), view),
  ];
}

const audiences = [
  { title: 'All staff', value: 'staff' },
  { title: 'All volunteers', value: 'volunteer' },
  { title: 'All governors', value: 'governor' },
  { title: 'Everybody', value: 'everybody' },
  { title: 'Only those whose day has passed', value: 'overdue' },
  { title: 'Those due soon, and those whose day has passed', value: 'due' },
  { title: 'Everybody who holds one role', value: 'role' },
  { title: 'People by name', value: 'named' },
];

function when(view: RemindFormView): Element[] {
  const { form } = view;
  const moments = [
    { title: 'Now', value: 'now' },
    { title: 'Later', value: 'later' },
  ];
  return [
    subheading('When'),
    ...field(choiceInput('when', 'When is it to go out?', moments, { value: form.when }), view),
    ...field(dateInput('day', 'With “later”: on which day?', form.day === '' ? undefined : form.day), view),
    ...field(timeInput('time', 'With “later”: at what time, by the school’s clock?', form.time), view),
    line('Reminders go out in school hours only. What would fall outside them waits until the school opens.', { subtle: true }),
  ];
}

function field(input: Element, { problems }: RemindFormView): Element[] {
  const problem = problems[input.id as keyof RemindForm];
  return [input, ...fieldError(problem === undefined ? undefined : remindProblems[problem])];
}
