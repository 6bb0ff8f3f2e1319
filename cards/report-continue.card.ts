import { buttons, type Card, card, heading, line, submit } from './parts.ts';
import { dangerLine } from './report-danger.part.ts';
import { alertWithoutReport, unsentReminder } from './words.ts';

/** Reopening offers what was begun and not sent. */
export function continueCard(view: {
  drafts: { draft: string; label: string; startedAt: string /** A danger alert is out for it. */; raised: boolean }[];
}): Card {
  return card(
    [
      heading('You have a report that is not sent'),
      dangerLine(),
      ...view.drafts.flatMap(({ draft, label, startedAt, raised }) => [
        line(`**${raised ? alertWithoutReport : unsentReminder}**`, { colour: 'attention' }),
        line(`${label}, begun ${startedAt}`),
        buttons([
          submit('Continue', 'report.continue', { draft }, { style: 'positive' }),
          submit('Put it away', 'report.discard', { draft }),
        ]),
      ]),
    ],
    [submit('New report', 'report.new')],
    { speak: 'You have a report that is not sent.' },
  );
}
