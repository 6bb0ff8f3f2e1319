import { textInput } from './inputs.ts';
import { type Action, box, buttons, type Element, line, submit, toggle } from './parts.ts';
import { type Contacts, dangerNow, dangerQuestion, socialCare } from './words.ts';

/** Ids only: which draft, and the command that makes two presses one. */
export type DraftIds = { draft: string; command: string };

/** `raised` tells a later step, whose store may be down, that a danger alert is out. */
export function draftIds(view: DraftIds & { raised?: string }): DraftIds & { raised?: true } {
  return { draft: view.draft, command: view.command, ...(view.raised === undefined ? {} : { raised: true }) };
}

/** An alert is out: the line stays, because an alert is not a reply. */
export function raisedPart(raised: string): Element[] {
  return [dangerLine(), box([line(raised, { bold: true })], 'good')];
}

export const dangerLine = (): Element => line(`**${dangerQuestion}**`, { colour: 'attention' });

/** The line on every screen of the report (S-01). The words open in place, without a round trip; one tap then alerts. */
export function dangerPart(ids: DraftIds & { tile?: string }, contacts: Contacts, room = ''): Element[] {
  const raise = (title: string, about: string): Action => submit(title, 'report.raise', { ...ids, about }, { style: 'destructive' });
  return [
    box(
      [
        dangerLine(),
        buttons([toggle('In danger now', ['danger'], { style: 'destructive' })]),
        {
          type: 'Container',
          id: 'danger',
          isVisible: false,
          items: [
            ...[...dangerNow(contacts), ...socialCare(contacts)].map((text) => line(text)),
            textInput('x.room', 'Where are you?', { value: room, maxLength: 80, placeholder: 'Room 4' }),
            buttons([raise('Alert the DSL and headteacher', 'nobody'), toggle('It is about one of them', ['danger-about'])]),
            {
              type: 'Container',
              id: 'danger-about',
              isVisible: false,
              items: [
                line('They will not be told. Who is it about?'),
                buttons([raise('It is about the DSL', 'dsl'), raise('It is about the headteacher', 'headteacher')]),
              ],
            },
          ],
        },
      ],
      'attention',
    ),
  ];
}
