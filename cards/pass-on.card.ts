import { fieldError, textInput } from './inputs.ts';
import { type Card, card, heading, line, reference, submit } from './parts.ts';

/** "I can't: pass it on": the next people are asked at once. */
export function passOnCard(view: { key: string; command: string; reason: string; error?: string }): Card {
  return card(
    [
      heading(`Pass on ${reference(view.key)}`),
      line('The next people are asked at once. You will still see that it was passed on.'),
      textInput('reason', 'Why? A few words are enough', {
        value: view.reason,
        multiline: true,
        maxLength: 4000,
        placeholder: 'I am teaching until 12',
      }),
      ...fieldError(view.error),
    ],
    [submit('Pass it on', 'incident.pass-on-send', { incident: view.key, command: view.command }, { style: 'positive' })],
    { speak: 'Pass it on. The next people are asked at once.' },
  );
}

/** "Something has changed": added to the report, never in place of what was said. */
export function changedCard(view: { key: string; command: string; text: string; error?: string }): Card {
  return card(
    [
      heading(`Something has changed: ${reference(view.key)}`),
      line('A child in danger now? Ring 999 first. What you write is added to your report; whoever is dealing with it is told at once.'),
      textInput('text', 'What has changed?', { value: view.text, multiline: true, maxLength: 4000 }),
      ...fieldError(view.error),
    ],
    [submit('Send', 'mine.changed-send', { incident: view.key, command: view.command }, { style: 'positive' })],
    { speak: 'What has changed?' },
  );
}

/** The last screen of a dialog: one thing said, nothing to press. */
export function saidCard(title: string, lines: string[]): Card {
  return card([heading(title), ...lines.map((text) => line(text))], [], { speak: `${title} ${lines.join(' ')}` });
}
