import { type Card, card, heading, line, reference } from './parts.ts';

/** The last screen of the report: the receipt, for those who cannot be written to in a chat as well. */
export function sentCard(view: { key: string; told: string; held: boolean; routine: boolean; lines: string[] }): Card {
  return card(
    [
      heading(`Sent: ${reference(view.key)}`),
      ...view.lines.map((text) => line(text, { bold: true })),
      ...told(view).map((text) => line(text)),
      line('You can close this window. Write *my reports* at any time to see who is dealing with it, or if something has changed.'),
    ],
    [],
    { speak: `Sent. Your reference is ${reference(view.key)}.` },
  );
}

function told(view: { told: string; held: boolean; routine: boolean }): string[] {
  if (view.routine) return ['It is on the list that is looked at on Friday. If you are worried about the child, tell the DSL today.'];
  if (view.held)
    return [
      'The school is closed. It is sent at 07:30 on the next school day. If a child may be harmed before then, ring children’s social care or 999.',
    ];
  return view.told === ''
    ? []
    : [
        `${view.told} ${view.told.includes(' and ') ? 'are' : 'is'} being alerted now. You will see in the chat when somebody is dealing with it.`,
      ];
}
