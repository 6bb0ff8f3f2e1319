import { type Card, card, heading, line, reference } from './parts.ts';
import { dangerLine } from './report-danger.part.ts';

/** The last screen of the report: the receipt, for those who cannot be written to in a chat as well. */
export function sentCard(view: {
  key: string;
  told: string /** When it is sent, where it waits until the school opens. */;
  held?: string;
  routine: boolean;
  lines: string[];
}): Card {
  return card(
    [
      heading(`Sent: ${reference(view.key)}`),
      dangerLine(),
      ...view.lines.map((text) => line(text, { bold: true })),
      ...told(view).map((text) => line(text)),
      line('You can close this window. Write *my reports* at any time to see who is dealing with it, or if something has changed.'),
    ],
    [],
    { speak: `Sent. Your reference is ${reference(view.key)}.` },
  );
}

function told(view: {
  told: string /** When it is sent, where it waits until the school opens. */;
  held?: string;
  routine: boolean;
}): string[] {
  if (view.routine) return ['It is on the list that is looked at on Friday. If you are worried about the child, tell the DSL today.'];
  if (view.held !== undefined)
    return [`The school is closed. It is sent ${view.held}. If a child may be harmed before then, ring children’s social care or 999.`];
  return view.told === ''
    ? []
    : [
        `${view.told} ${view.told.includes(' and ') ? 'are' : 'is'} being alerted now. You will see in the chat when somebody is dealing with it.`,
      ];
}
