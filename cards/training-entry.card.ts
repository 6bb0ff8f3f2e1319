import type { CorrectForm } from '#domain/training/correcting.ts';
import type { RecordProblems } from '#domain/training/recording.ts';
import type { Broke } from './broke.ts';
import { type Choice, choiceInput, dateInput, textInput } from './inputs.ts';
import { type Card, card, heading, line, plain, submit } from './parts.ts';
import { problemAt, troubleBox } from './training-words.ts';

export type EntryView = {
  person: string;
  name: string;
  entry: string;
  /** As it stands: "Online-safety refresher, 12 September 2025". */
  what: string;
  /** Passed or answered here: only whether it counts can be changed. */
  made: boolean;
  form: CorrectForm;
  problems: RecordProblems;
  topics: Choice[];
  command: string;
  trouble?: Broke;
};

/** *Correct*: what is right, or that it never was. Both say why, and what was written first is kept. */
export function trainingEntryCard(view: EntryView): Card {
  const { form, problems, person, entry, command } = view;
  const data = { person, entry, command };
  const at = problemAt(problems);
  return card(
    [
      heading('Correct an entry'),
      ...troubleBox(view.trouble),
      line(`**${plain(view.name)}**: ${plain(view.what)}`),
      ...(view.made ? [line('It was done here, so there is nothing to correct. Struck out, it no longer counts.')] : []),
      line('What was written first is kept, with who changed it and why.', { subtle: true }),
      ...(view.made
        ? []
        : [
            ...at(choiceInput('topic', 'Topic', view.topics, { value: form.topic, style: 'compact' })),
            ...at(dateInput('on', 'Day', form.on)),
            ...at(textInput('course', 'Trainer or course', { value: form.course })),
            ...at(textInput('certificate', 'Certificate number', { value: form.certificate })),
          ]),
      ...at(textInput('reason', view.made ? 'Why does it not count?' : 'Why is it changed?', { value: form.reason })),
    ],
    [
      ...(view.made ? [] : [submit('Save the correction', 'training.correct', data, { style: 'positive' as const })]),
      submit('Strike it out', 'training.strike-out', data, { style: 'destructive' }),
      submit('Back', 'training.person', { person }),
    ],
    { speak: 'Correct an entry.' },
  );
}
