import { newest } from './newest.part.ts';
import { button, buttons, type Card, card, close, type Element, heading, line, opener, plain, reference } from './parts.ts';

export type MyReport = { key: string; sentAt: string; state: string; mayAdd: boolean };

/** S-03: "seen" is said only when somebody has answered; opening or delivery is not it. */
export function myReportsCard(view: { reports: MyReport[]; unsent: { draft: string; startedAt: string }[]; next?: string }): Card {
  const none = view.reports.length === 0 && view.unsent.length === 0;
  return card(
    [
      heading('My reports'),
      ...(none ? [line('You have not reported anything yet.')] : []),
      ...view.unsent.flatMap(({ draft, startedAt }) => [
        line(`**Not sent.** Begun ${startedAt}. Nobody has been told.`, { colour: 'attention' as const }),
        buttons([opener('Continue', 'report.continue', { draft })]),
      ]),
      ...view.reports.map(row),
    ],
    [opener('Report a concern', 'report.open'), ...(view.next === undefined ? [] : [button('Older', 'mine.list', { after: view.next })])],
    { speak: 'My reports.' },
  );
}

function row(report: MyReport): Element {
  return {
    type: 'Container',
    separator: true,
    items: [
      line(`**${reference(report.key)}**, sent ${report.sentAt}`),
      line(report.state),
      buttons([
        opener('Open', 'mine.open', { incident: report.key }),
        ...(report.mayAdd ? [opener('Something has changed', 'mine.changed', { incident: report.key })] : []),
      ]),
    ],
  };
}

/** What the reporter sent, for the reporter: their own words and who is dealing with it. */
export function ownReportCard(view: {
  key: string;
  sentAt: string;
  state: string;
  answers: { question: string; answer: string }[];
  people: string[];
  added: string[];
}): Card {
  const said = (text: string) => line(plain(text));
  return card(
    [
      heading(`Your report ${reference(view.key)}`),
      line(`Sent ${view.sentAt}. ${view.state}`),
      ...(view.people.length === 0 ? [] : close([line('Who you named', { subtle: true }), ...view.people.map(said)])),
      ...view.answers.flatMap(({ question, answer }) => close([line(plain(question), { subtle: true }), said(answer)])),
      ...newest(view.added),
    ],
    [],
    { speak: `Your report ${reference(view.key)}. ${view.state}` },
  );
}
