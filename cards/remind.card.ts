import { choiceInput, textInput } from './inputs.ts';
import { type Card, card, type Element, heading, line, submit } from './parts.ts';
import { carried, field, notices, type RemindFormView } from './remind-form.part.ts';

export const longestWords = 1_000;
/** The value of "no topic" in the list of topics. */
export const noTopic = 'none';

/** *What*, *Who* and *When* of a reminder. What a choice leaves open is asked next, and nothing goes out before it has been looked at. */
export function remindCard(view: RemindFormView): Card {
  return card(
    [
      heading('What, to whom and when?'),
      ...notices(view),
      ...what(view),
      ...who(view),
      ...when(view),
      ...carried(view, ['topic', 'words', 'who', 'when']),
    ],
    [submit('Next', 'remind.next', {}, { style: 'positive' }), submit('Back', 'training.open')],
    { speak: 'Send a reminder. What, to whom and when.' },
  );
}

function what(view: RemindFormView): Element[] {
  const topics = view.topics.map(({ key, label }) => ({ title: label, value: key }));
  const none = { title: 'No topic: my own words only', value: noTopic };
  const { topic, words } = view.form;
  const placeholder = 'Choose a topic';
  return [
    ...field(choiceInput('topic', 'What is it about?', [...topics, none], { value: topic, style: 'compact', placeholder }), view),
    ...field(
      textInput('words', 'Your own words, if you like. They are shown as yours.', {
        value: words,
        multiline: true,
        maxLength: longestWords,
      }),
      view,
    ),
  ];
}

function who(view: RemindFormView): Element[] {
  return field(choiceInput('who', 'Who is to get it?', audiences, { value: view.form.who, style: 'compact' }), view);
}

const audiences = [
  { title: 'All staff', value: 'staff' },
  { title: 'All volunteers', value: 'volunteer' },
  { title: 'All governors', value: 'governor' },
  { title: 'Everybody', value: 'everybody' },
  { title: 'Only those for whom it was due', value: 'overdue' },
  { title: 'Those for whom it is due soon, or was due', value: 'due' },
  { title: 'Everybody who holds one role…', value: 'role' },
  { title: 'People by name…', value: 'named' },
];

function when(view: RemindFormView): Element[] {
  const moments = [
    { title: 'Now', value: 'now' },
    { title: 'Later…', value: 'later' },
  ];
  return [
    ...field(choiceInput('when', 'When is it to go out?', moments, { value: view.form.when }), view),
    line('Reminders go out in school hours only. Outside them they wait until the school opens.', { subtle: true }),
  ];
}
