import type { RecordProblems } from '#domain/training/recording.ts';
import type { Broke } from './broke.ts';
import { textInput } from './inputs.ts';
import { type Card, card, heading, line, plain, submit } from './parts.ts';
import { problemAt, troubleBox } from './training-words.ts';

type MarkView = {
  person: string;
  name: string;
  topic: string;
  label: string;
  reason: string;
  problems: RecordProblems;
  command: string;
  trouble?: Broke;
};

/** *Not applicable*: only where the school's policy leaves it open, and with a reason. */
export function trainingMarkCard(view: MarkView): Card {
  const { person, topic, command } = view;
  return card(
    [
      heading('Not applicable'),
      ...troubleBox(view.trouble),
      line(`**${plain(view.label)}** is then no longer due for **${plain(view.name)}**. It can be made due again at any time.`),
      ...problemAt(view.problems)(textInput('reason', 'Why does it not apply to them?', { value: view.reason })),
    ],
    [
      submit('Save', 'training.mark-save', { person, topic, command }, { style: 'positive' }),
      submit('Back', 'training.person', { person }),
    ],
    { speak: 'Not applicable.' },
  );
}
