import { type Card, card, heading, line, opener } from './parts.ts';
import { alertWithoutReport, unsentReminder } from './words.ts';

/** S-04, to whoever began it. */
export function unsentCard(view: { draft: string; startedAt: string }): Card {
  return card(
    [
      heading('Your report is not sent'),
      line(`**${unsentReminder}**`, { colour: 'attention' }),
      line(`You began it (${view.startedAt}). Finish it, or go to the DSL in person.`),
    ],
    [
      opener('Continue', 'report.continue', { draft: view.draft }, { style: 'positive' }),
      opener('It is not needed', 'report.discard', { draft: view.draft }),
    ],
    { speak: unsentReminder },
  );
}

/** The alert went out after the reminder did. */
export function alertWithoutReportCard(view: { draft: string }): Card {
  return card(
    [heading('Please write what happened'), line(alertWithoutReport)],
    [opener('Continue', 'report.continue', { draft: view.draft }, { style: 'positive' })],
    { speak: alertWithoutReport },
  );
}

/** S-04, to the DSL after an hour: who, never what. */
export function unsentToDslCard(view: { name: string; startedAt: string }): Card {
  const text = `${view.name} started a report (${view.startedAt}) and has not sent it. Please ask them. What they wrote cannot be seen.`;
  return card([heading('A report was begun and not sent'), line(text)], [], { speak: text });
}

/** The unsent report was sent or put away: nothing is asked any more. */
export function unsentDoneCard(): Card {
  return card([line('This has been dealt with.')], [], { speak: 'This has been dealt with.' });
}
